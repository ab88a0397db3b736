import type { Place } from "../../documents/place.ts";
import type { Model } from "../../inventory/model.ts";
import { nativeHome } from "../../inventory/native-home.ts";
import type { FactorName } from "../../tiering/criterion.ts";
import { rank } from "../../tiering/rank.ts";
import type { Tiering } from "../../tiering/tiering.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, type Verdict } from "../verdict.ts";

export default defineRule({
  id: "tiering/tier-not-understated",
  question: "Is the declared tier at least the one that the risk factors give?",
  why: "The tier decides how deeply a model is challenged. Understating it is the easiest way past every other check, so it is recomputed from written criteria.",
  controls: ["TIR-01", "TIR-02"],
  remedy: {
    says: "Declare the tier that the factors give, and state every factor: one that is left out is unknown, not no.",
    yaml: `
risk:
  tier: high
  factors: { domain: credit, autonomy: human-in-the-loop, people_affected: 90000, sensitive_attributes: [sex, age],
             external_facing: false, generative: false, tool_use: false, regulated: true }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: credit-default, task: binary-classification }
risk:
  tier: low
  factors:
    domain: credit
    autonomy: human-in-the-loop
    people_affected: 5000
    sensitive_attributes: [sex]
    external_facing: true
    generative: false
    tool_use: false
    regulated: false
`,
    },
    passing: {
      "model-card.yaml": { "tier: low": "tier: high" },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ before, after, tiering }) {
    const { tier, id } = after.model;
    const { declared, computed, open } = tiering;
    const understated = declared !== null && computed !== null && rank(declared) < rank(computed);
    const at = tier?.at ?? id.at;
    const earlier = before?.model.tier?.value ?? null;
    const lowered = earlier !== null && rank(tiering.effective) < rank(earlier);
    if (lowered) {
      yield finding({
        about: "tier|lowered",
        at,
        says: `the base declares ${earlier}, and this change makes the model ${tiering.effective}`,
        fix: `keep \`risk.tier: ${earlier}\`; a lower tier is for the second line to agree, in a change of its own`,
      });
    }
    if (declared === null) {
      yield finding({
        about: "tier|undeclared",
        at,
        says: `the card declares no tier${computed === null ? "" : `; its risk factors give ${computed}`}`,
        fix: `add \`risk: { tier: ${computed ?? tiering.effective}, factors: { … } }\` to ${nativeHome(after.card)}`,
      });
    } else if (understated) {
      yield finding({
        about: "tier|understated",
        at,
        says: `declared ${declared}, but the risk factors give ${computed}: ${tiering.because.join("; ")}`,
        fix: `set \`risk.tier: ${computed}\`, or correct the factor that decides it`,
      });
    }
    yield* leftOpen(after.model, tiering, at);
    if (declared !== null && !understated && !lowered && open.length === 0)
      yield fine({ checked: `declared ${declared}, computed ${computed ?? "no higher"}` });
  },
});

/** What the card would have to say for the tier to be known. */
function* leftOpen({ factors }: Model, { open, unknownDomain }: Tiering, at: Place): Generator<Verdict> {
  if (unknownDomain) {
    const { written, nearest } = unknownDomain;
    const meant = nearest === null ? "a word" : `\`domain: ${nearest}\`, or another word`;
    yield cannotTell({
      about: "tier|domain",
      at: factors.domain?.at ?? at,
      says: `domain "${written}" is not one that the policy knows${nearest === null ? "" : `; nearest "${nearest}"`}`,
      needs: `write ${meant} that the policy lists under \`tiering.domains\` (docs/policy.md shows the baseline's)`,
    });
  }
  const isUnstated = (name: FactorName) => name !== "domain" || unknownDomain === null;
  const raising = open.filter((criterion) => criterion.factors.some(isUnstated));
  const unstated = [...new Set(raising.flatMap((criterion) => criterion.factors.filter(isUnstated)))].sort();
  if (unstated.length === 0) return;
  const highest = raising.reduce((worst, criterion) =>
    rank(criterion.tier) > rank(worst.tier) ? criterion : worst,
  );
  yield cannotTell({
    about: "tier|factors",
    at,
    says: `the card does not state ${unstated.map((name) => `\`${name}\``).join(", ")}; that could make the model ${highest.tier}, if ${highest.because}`,
    needs: `state in \`risk.factors\`: ${unstated.join(", ")}`,
  });
}
