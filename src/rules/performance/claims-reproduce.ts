import type { Binding } from "../../measurement/bind.ts";
import { meaningOf, phraseOf } from "../../measurement/describe.ts";
import { counted, shown } from "../../measurement/number-format.ts";
import { readReported, type Settlement, settle } from "../../measurement/settle.ts";
import { isAroundItsNumber } from "../../measurement/stated-interval.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable, type Verdict } from "../verdict.ts";

interface Parameters {
  readonly minimumDigits: number;
}

/** A number this close to the measured one is the measured one, in however few digits. */
const EXACT = 1e-9;

export default defineRule<Parameters>({
  id: "performance/claims-reproduce",
  question: "Can every reported metric be reproduced from the predictions?",
  why: "A number in a card is what people decide on. When the committed predictions give another number, one of the two is stale, was computed at another threshold, or belongs to another model, and nobody downstream can know which.",
  controls: ["PER-01"],
  remedy: {
    says: "Report what the predictions give; the finding has the number. When the number was right, it was of another threshold, slice or split: say so in the claim.",
    yaml: `
metrics:
  - { name: roc_auc, value: 0.8712, split: test }
  - { name: recall, value: 0.640, split: test, threshold: 0.35 }
  - { name: recall, value: 0.655, split: test, threshold: 0.35, slice: { sex: female } }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
metrics: [{ name: recall, value: 0.80, split: test }]
evidence: [{ kind: predictions, path: test.csv, split: test, columns: { count: n } }]
`,
      "test.csv": `
y_true,y_pred,n
1,1,30
1,0,10
0,0,50
0,1,10
`,
    },
    passing: {
      "model-card.yaml": { "0.80": "0.75" },
    },
  },
  parameters: {
    minimumDigits: {
      description:
        "Significant digits that a reported metric must have, unless it is exact: 0.9 agrees with almost anything.",
      stricter: "higher",
      default: 2,
      type: "integer",
      minimum: 1,
      maximum: 6,
    },
  },
  needs: ({ bindings }) => bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : [])),
  *check({ bindings }, measured, { minimumDigits }) {
    let recomputed = 0;
    let reproduced = 0;
    for (const binding of bindings) {
      if (binding.kind !== "bound") continue;
      const settled = settle(binding, measured);
      if (settled.status === "unsupported") continue;
      recomputed++;
      if (settled.status === "reproduced") reproduced++;
      else yield differs(binding, settled);
      if (!isAroundItsNumber(binding.claim)) yield besideItsNumber(binding);
      const { claim } = binding;
      const { value } = settled.result;
      const exact = Math.abs(readReported(claim, binding.metric).reported - value) <= EXACT * Math.abs(value);
      if (exact || significant(claim.raw) >= minimumDigits) continue;
      yield finding({
        about: `digits|${meaningOf(binding)}`,
        at: claim.at,
        says: `${phraseOf(binding)} is reported as ${claim.raw}, with fewer than ${counted(minimumDigits, "significant digit")}`,
        fix: `report ${value.toPrecision(Math.max(minimumDigits, 2))}`,
      });
    }
    if (recomputed > 0)
      yield fine({
        checked: `${reproduced} of ${bindings.length} reported metrics agree with the predictions to the last reported digit`,
      });
    else if (bindings.length === 0) yield notApplicable("the card reports no metric");
    else yield notApplicable("no reported metric can be recomputed; performance/claims-bound says why");
  },
});

type Bound = Extract<Binding, { kind: "bound" }>;
type Compared = Exclude<Settlement, { status: "unsupported" }>;

function differs(binding: Bound, { result, agrees }: Compared): Verdict {
  const { claim, metric } = binding;
  const { decimals } = readReported(claim, metric);
  const about = meaningOf(binding);
  const reported = `${phraseOf(binding)} is reported as ${claim.raw}`;
  if (agrees) {
    const says = `${reported} on ${counted(claim.n ?? 0, "row")}; the predictions give it on ${result.n}`;
    const fix = `set \`n: ${result.n}\`, or commit all rows that the number was taken from`;
    return finding({ about, at: claim.at, says, fix });
  }
  const rows =
    claim.n === null || claim.n === result.n ? "" : `, on ${counted(result.n, "row")} instead of ${claim.n}`;
  return finding({
    about,
    at: claim.at,
    says: `${reported} and the predictions give ${shown(result.value, decimals)}${rows}`,
    fix: `report ${result.value.toFixed(Math.min(Math.max(decimals, 0), 12))}, or commit the predictions that gave ${claim.raw}; check the threshold and the split first`,
  });
}

function besideItsNumber(binding: Bound): Verdict {
  const { claim } = binding;
  return finding({
    about: `interval|${meaningOf(binding)}`,
    at: claim.at,
    says: `${phraseOf(binding)} is reported as ${claim.raw}, with the interval ${claim.interval?.low} to ${claim.interval?.high}, which does not hold it`,
    fix: "correct the interval, or take it out: the report gives the one that the rows give",
  });
}

function significant(raw: string): number {
  const digits = raw
    .replace(/[eE].*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");
  return digits.length;
}
