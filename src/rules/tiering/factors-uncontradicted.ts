import { present } from "../../inventory/presence.ts";
import { rank } from "../../tiering/rank.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { finding, fine, notApplicable } from "../verdict.ts";
import { contradictions } from "./contradictions.ts";

export default defineRule<{ readonly oversight: boolean }>({
  id: "tiering/factors-uncontradicted",
  question: "Does nothing in the repository contradict the risk factors?",
  why: "The tier follows from the factors, and their author is the one who is judged by it. A card that lists no sensitive attribute beside a column `sex`, or that is not generative beside red-team results, gives itself away; and a human who decides leaves a record of how.",
  controls: ["TIR-02"],
  remedy: {
    says: "State the factor as the evidence has it. Where the evidence belongs to another model, name it there.",
    yaml: `
risk:
  factors: { sensitive_attributes: [sex, age_band], autonomy: human-in-the-loop, generative: false }
use:
  human_oversight: A credit officer reads every refusal, and may overrule it; overrides are recorded in the ledger.
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: reply-drafts, task: generation }
risk: { factors: { generative: false, tool_use: false } }
`,
    },
    passing: {
      "model-card.yaml": { "generative: false": "generative: true" },
    },
  },
  parameters: {
    oversight: {
      description:
        "Where the tier would be higher were the model autonomous, the card must say who decides, how, and where overrides are recorded.",
      stricter: "true",
      default: true,
      type: "boolean",
    },
  },
  reads: ["attempts"],
  needs: () => [],
  *check(subject, _, { oversight }) {
    const { card, model } = subject.after;
    const { autonomy, ...others } = model.factors;
    const stated = Object.values({ autonomy, ...others }).filter((factor) => factor !== null).length;
    if (stated === 0) {
      yield notApplicable("the card states no factor");
      return;
    }
    const found = contradictions(subject);
    for (const { about, at, says, fix } of found) yield finding({ about: `factor|${about}`, at, says, fix });
    const silent =
      oversight &&
      autonomy !== null &&
      present(card.root, "use.human_oversight") === null &&
      isDecisive(subject);
    if (silent) {
      yield finding({
        about: "factor|autonomy",
        at: autonomy.at,
        says: `\`autonomy: ${autonomy.value}\` keeps the tier from being higher, and the card does not say who decides, or where overrides are recorded`,
        fix: "write `use.human_oversight: WHO reads what, may overrule it how, and where overrides are recorded`",
      });
    }
    if (found.length === 0 && !silent) yield fine({ checked: `${stated} factors, none contradicted` });
  },
});

/** Whether the tier rests on a human who decides. */
function isDecisive({ tiering }: Subject): boolean {
  return tiering
    .turns()
    .some(({ factor, tier }) => factor === "autonomy" && rank(tier) > rank(tiering.effective));
}
