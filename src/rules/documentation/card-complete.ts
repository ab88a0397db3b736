import { lookup } from "../../documents/lookup.ts";
import { present } from "../../inventory/presence.ts";
import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

interface Parameters {
  readonly fields: readonly string[];
}

export default defineRule<Parameters>({
  id: "documentation/card-complete",
  question: "Does the card say what this tier requires, in words of its own?",
  why: "The people who use, monitor and audit the model were not there when it was built. What the card leaves out, or leaves as the template had it, they have to guess.",
  controls: ["DOC-01", "DOC-02", "DOC-03"],
  parameters: {
    fields: {
      description: "Dotted paths of the card that must be there and not be placeholder text.",
      default: ["model.name", "model.version", "model.task", "use.intended", "limitations"],
      type: "array",
      items: { type: "string", pattern: "^[a-z_]+(\\.[a-z_]+)*$" },
      uniqueItems: true,
    },
  },
  needs: () => [],
  *check({ after }, _measured, { fields }) {
    const { card, model } = after;
    const missing = fields.filter((field) => present(card.root, field) === null);
    for (const field of missing) {
      const unfilled = lookup(card.root, field);
      yield finding({
        about: `field|${field}`,
        at: unfilled?.at ?? model.id.at,
        says: unfilled ? `\`${field}\` is empty or placeholder text` : `the card does not have \`${field}\``,
        fix: unfilled ? `write \`${field}\` in words of your own` : `add \`${field}\` to ${card.path}`,
      });
    }
    if (missing.length < fields.length) {
      yield fine({
        checked: `${fields.length - missing.length} of ${fields.length} required fields are filled in`,
      });
    }
    if (fields.length === 0) yield fine({ checked: "no field is required" });
  },
});
