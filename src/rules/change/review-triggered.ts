import type { Dossier } from "../../case/dossier.ts";
import { isDate } from "../../documents/date.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";
import { happened, TRIGGERS, type Trigger } from "./triggers.ts";

interface Parameters {
  readonly triggers: readonly Trigger[];
}

export default defineRule<Parameters>({
  id: "change/review-triggered",
  question: "Was the model validated again after a change that asks for it?",
  why: "A validation is of the model that was looked at. After a material change, such as other training data, another use or a higher tier, the date of the old one vouches for a model that is no longer there. That the validation took place is the card's word, for whoever reviews the change to believe; a file that changes in the repository without a digest in the card is no change here.",
  controls: ["CHG-01"],
  remedy: {
    says: "Have the changed model validated, and give the date. If the change is smaller than it looks, whoever validates the model says so, and that is a validation as well.",
    yaml: `
validation:
  validator: Model Validation
  date: 2026-11-20 # the base has 2026-03-02
  next_review: 2027-11-15
`,
  },
  example: {
    failing: {
      "base/model-card.yaml": `
model: { id: churn, version: 1.4.0, lifecycle: staging }
risk: { tier: high }
data: [{ split: train, dataset: customers-2025 }]
validation: { validator: Model Validation, date: 2026-03-02 }
`,
      "model-card.yaml": `
model: { id: churn, version: 1.5.0, lifecycle: staging }
risk: { tier: high }
data: [{ split: train, dataset: customers-2026 }]
validation: { validator: Model Validation, date: 2026-03-02 }
`,
    },
    passing: {
      "model-card.yaml": { "2026-03-02": "2026-11-16" },
    },
  },
  parameters: {
    triggers: {
      description:
        "Changes that ask for a new validation: a higher first number of the version, another task, base model, training data, artifact, decision threshold (or meaning of the scores), intended use or autonomy, or a higher tier.",
      stricter: "joined",
      default: [],
      type: "array",
      items: { enum: [...TRIGGERS] },
      uniqueItems: true,
    },
  },
  needs: () => [],
  *check({ before, after, tierBefore, tiering, asOf }, _measured, { triggers }) {
    if (!before || triggers.length === 0) {
      const none = "no change of such a model asks for a new validation";
      yield notApplicable(before ? none : "there is no earlier version to compare with");
      return;
    }
    const unread = [before, after].find(({ card }) => card.root === null);
    if (unread) {
      yield cannotTell({
        about: "card",
        at: after.model.id.at,
        says: `the card ${unread === before ? "of the base" : "of the change"} cannot be read, so that nothing can be compared`,
        needs: "validate the model again, or give a card on both sides that can be read",
      });
      return;
    }
    const sides = { before, after, tierBefore, tierAfter: tiering.effective };
    const found = TRIGGERS.filter((one) => triggers.includes(one)).flatMap((trigger) => {
      const says = happened(trigger, sides);
      return says === null ? [] : [{ trigger, says }];
    });
    const told = found.map(({ says }) => says).join("; ");
    if (found.length === 0) {
      yield fine({ checked: `no change that asks for a new validation: ${triggers.join(", ")}` });
      return;
    }
    const lacks = lacking(before, after, asOf);
    if (lacks === null) {
      yield fine({ checked: `${told}; ${validationOf(before, after)}, by the card's word` });
      return;
    }
    yield finding({
      about: `validation|${found.map(({ trigger }) => trigger).join("+")}`,
      at: after.model.validated?.at ?? after.model.id.at,
      says: `${told}: the policy asks for a new validation, and ${lacks}`,
      fix: "have the changed model validated, then set `validation.date` to that day",
    });
  },
});

function validationOf(before: Dossier, after: Dossier): string {
  const on = after.model.validated?.value;
  return isDate(before.model.validated?.value ?? "")
    ? `validated again on ${on}`
    : `validated on ${on}, and the base has no date to compare with`;
}

/** Why there is no validation later than the base's; null when there is one. */
function lacking(before: Dossier, after: Dossier, asOf: string): string | null {
  const [was, is] = [before.model.validated, after.model.validated];
  if (!is) return "the card gives no `validation.date`";
  if (!isDate(is.value)) return `\`validation.date: ${is.value}\` is no date`;
  if (is.value > asOf) return `its \`validation.date\`, ${is.value}, is after ${asOf}`;
  const isLater = !was || !isDate(was.value) || is.value > was.value;
  return isLater ? null : `\`validation.date\` is ${is.value}, and the base has ${was.value}`;
}
