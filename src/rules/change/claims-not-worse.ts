import { type Binding, bindClaim } from "../../measurement/bind.ts";
import { meaningOf, phraseOf } from "../../measurement/describe.ts";
import { readReported } from "../../measurement/settle.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable } from "../verdict.ts";

interface Parameters {
  readonly margin: number;
}

export default defineRule<Parameters>({
  id: "change/claims-not-worse",
  question: "Is no reported metric worse, or gone, compared with the base?",
  why: "A change is approved for what it improves. What it makes worse, or stops reporting, is what a reviewer would want to have seen.",
  controls: ["PER-04"],
  parameters: {
    margin: {
      description:
        "Loss that is tolerated: absolute for metrics within [-1, 1], a share of the earlier value for others.",
      default: 0.01,
      type: "number",
      minimum: 0,
    },
  },
  needs: () => [],
  *check({ before, after, bindings }, _measured, { margin }) {
    if (!before || before.model.claims.length === 0) {
      yield notApplicable("there is no earlier claim to compare with");
      return;
    }
    const now = new Map(bindings.map((binding) => [meaningOf(binding), binding]));
    let kept = 0;
    for (const claim of before.model.claims) {
      const earlier = bindClaim(claim, before);
      const about = meaningOf(earlier);
      const later = now.get(about);
      if (!later) {
        yield finding({
          about: `gone|${about}`,
          at: after.model.id.at,
          says: `${phraseOf(earlier)} was reported as ${claim.raw} and is no longer reported`,
          fix: "report it again, or say in the pull request why it no longer applies",
        });
      } else if (loss(earlier, later) > margin) {
        yield finding({
          about,
          at: later.claim.at,
          says: `${phraseOf(later)} went from ${claim.raw} to ${later.claim.raw}, more than the ${margin} that is tolerated`,
          fix: "say in the card's limitations what is worse and why it is acceptable, or keep the earlier model",
        });
      } else kept++;
    }
    if (kept > 0)
      yield fine({
        checked: `${kept} of ${before.model.claims.length} earlier claims are still reported and no worse than ${margin}`,
      });
  },
});

/** How much worse the later number is; 0 where no direction is known, for then nothing can be said. */
function loss(earlier: Binding, later: Binding): number {
  const metric = later.kind === "bound" ? later.metric : earlier.kind === "bound" ? earlier.metric : null;
  if (!metric?.better) return 0;
  const was = readReported(earlier.claim, metric).reported;
  const is = readReported(later.claim, metric).reported;
  const worse = metric.better === "higher" ? was - is : is - was;
  const bounded = metric.range[0] >= -1 && metric.range[1] <= 1;
  return bounded ? worse : worse / Math.max(Math.abs(was), Number.MIN_VALUE);
}
