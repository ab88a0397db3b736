import { rank } from "../../tiering/tiering.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine } from "../verdict.ts";

export default defineRule({
  id: "tiering/tier-not-understated",
  question: "Is the declared tier at least the one that the risk factors give?",
  why: "The tier decides how deeply a model is challenged. Understating it is the easiest way past every other check, so it is recomputed from written criteria.",
  controls: ["TIR-01", "TIR-02"],
  parameters: {},
  needs: () => [],
  *check({ after, tiering }) {
    const { tier, id } = after.model;
    const { declared, computed, open } = tiering;
    const understated = declared !== null && computed !== null && rank(declared) < rank(computed);
    const at = tier?.at ?? id.at;
    if (declared === null) {
      yield finding({
        about: "tier|undeclared",
        at,
        says: `the card declares no tier${computed === null ? "" : `; its risk factors give ${computed}`}`,
        fix: `add \`risk: { tier: ${computed ?? tiering.effective}, factors: { … } }\` to ${after.card.path}`,
      });
    } else if (understated) {
      yield finding({
        about: "tier|understated",
        at,
        says: `declared ${declared}, but the risk factors give ${computed}: ${tiering.because.join("; ")}`,
        fix: `set \`risk.tier: ${computed}\`, or correct the factor that decides it`,
      });
    }
    if (open.length > 0) {
      const factors = [...new Set(open.flatMap((criterion) => criterion.factors))].sort();
      const highest = open.reduce((worst, criterion) =>
        rank(criterion.tier) > rank(worst.tier) ? criterion : worst,
      );
      const names = factors.map((name) => `\`${name}\``).join(", ");
      yield cannotTell({
        about: "tier|factors",
        at,
        says: `the card does not state ${names}; that could make the model ${highest.tier}, if ${highest.because}`,
        needs: `state in \`risk.factors\`: ${factors.join(", ")}`,
      });
    }
    if (declared !== null && !understated && open.length === 0)
      yield fine({ checked: `declared ${declared}, computed ${computed ?? "no higher"}` });
  },
});
