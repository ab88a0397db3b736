import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";
import { loosened, otherMeanings } from "./goalposts.ts";
import { type ReportedMetric, reportedMetrics } from "./reported-metric.ts";

interface Parameters {
  readonly margin: number;
}

/** What subtracting two decimal fractions may be off by. */
const ROUNDING = 1e-9;

export default defineRule<Parameters>({
  id: "change/claims-not-worse",
  question: "Is no reported metric worse, or gone, compared with the base?",
  why: "A change is approved for what it improves. What it makes worse, or stops reporting, is what a reviewer would want to have seen.",
  controls: ["PER-04"],
  remedy: {
    says: "Keep reporting what the base reports. A loss beyond the margin needs a better model, or the reviewers' agreement.",
    yaml: `
metrics:
  - { name: roc_auc, value: 0.8741, split: test } # the base has 0.8712
  - { name: recall, value: 0.655, split: test, threshold: 0.35 } # stays in the card
`,
  },
  example: {
    failing: {
      "base/model-card.yaml": `
model: { id: churn, version: 1.0.0, task: binary-classification }
metrics: [{ name: recall, value: 0.79, split: test }]
`,
      "model-card.yaml": `
model: { id: churn, version: 1.1.0, task: binary-classification }
metrics: [{ name: recall, value: 0.74, split: test }]
`,
    },
    passing: {
      "model-card.yaml": { "0.74": "0.80" },
    },
  },
  parameters: {
    margin: {
      description:
        "Loss that is tolerated: absolute for metrics within [-1, 1], a share of the earlier value for others.",
      stricter: "lower",
      default: 0.01,
      type: "number",
      minimum: 0,
    },
  },
  needs: () => [],
  *check({ before, after }, _measured, { margin }) {
    if (before) yield* loosened(before, after);
    if (!before || before.model.claims.length === 0) {
      yield notApplicable("there is no earlier claim to compare with");
      return;
    }
    yield* otherMeanings(before, after);
    const reported = reportedMetrics(after);
    const now = worstOfEach(reported, byEvidence);
    const were = worstOfEach(reportedMetrics(before), byEvidence);
    // A number that the base has too, of other evidence, does not stand for one that is gone.
    const added = reported.filter((one) => !were.has(byEvidence(one)));
    const renamed = worstOfEach(added, ({ meaning }) => meaning);
    let kept = 0;
    for (const [key, earlier] of were) {
      const { meaning, phrase, claim } = earlier;
      const later = now.get(key) ?? renamed.get(meaning);
      const lost = later ? loss(earlier, later) : 0;
      if (!later) {
        yield finding({
          about: `gone|${meaning}`,
          at: after.model.id.at,
          says: `${phrase} was reported as ${claim.raw} and is no longer reported`,
          fix: "report it again, or say in the pull request why it no longer applies",
        });
      } else if (lost === null) {
        yield cannotTell({
          about: meaning,
          at: later.claim.at,
          says: `${phrase} went from ${claim.raw} to ${later.claim.raw}, and it is not known which of them is better`,
          needs: "use a metric that is known for the model's task",
        });
      } else if (lost > margin + ROUNDING) {
        yield finding({
          about: meaning,
          at: later.claim.at,
          says: `${phrase} went from ${claim.raw} to ${later.claim.raw}, a loss above the ${margin} that is tolerated`,
          fix: "improve the model until it is no worse, or keep the earlier one",
        });
      } else kept++;
    }
    if (kept > 0)
      yield fine({
        checked: `${kept} of ${were.size} earlier metrics are still reported, with a loss of ${margin} at most`,
      });
  },
});

type Key = (reported: ReportedMetric) => string;

/** Two test sets may each have a recall. */
const byEvidence: Key = ({ meaning, claim }) => JSON.stringify([meaning, claim.evidence?.value ?? null]);

/** Where a card reports the same thing twice, the worse number counts. */
function worstOfEach(reported: readonly ReportedMetric[], keyOf: Key): Map<string, ReportedMetric> {
  const worst = new Map<string, ReportedMetric>();
  for (const one of reported) {
    const known = worst.get(keyOf(one));
    if (!known || (loss(known, one) ?? 0) > 0) worst.set(keyOf(one), one);
  }
  return worst;
}

/** How much worse the later number is; 0 for a count, which has no better; null where it cannot be known. */
function loss(earlier: ReportedMetric, later: ReportedMetric): number | null {
  const metric = later.metric ?? earlier.metric;
  const [was, is] = [earlier.reported, later.reported];
  if (metric === null) return was === is ? 0 : null;
  if (metric.better === null) return 0;
  const worse = metric.better === "higher" ? was - is : is - was;
  const bounded = metric.range[0] >= -1 && metric.range[1] <= 1;
  return bounded ? worse : worse / Math.max(Math.abs(was), Number.MIN_VALUE);
}
