import { lookup } from "../../documents/lookup.ts";
import { present } from "../../inventory/presence.ts";
import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";
import { completion } from "./card-completion.ts";

interface Parameters {
  readonly fields: readonly string[];
  readonly generative: readonly string[];
}

const PATHS = {
  type: "array",
  items: { type: "string", pattern: "^[a-z_]+(\\.[a-z_]+)*$" },
  uniqueItems: true,
} as const;

export default defineRule<Parameters>({
  id: "documentation/card-complete",
  question: "Does the card say what this tier requires, in words of its own?",
  why: "The people who use, monitor and audit the model were not there when it was built. What the card leaves out, or leaves as the template had it, they have to guess.",
  controls: ["DOC-01", "DOC-02", "DOC-03"],
  remedy: {
    says: "Write what is missing in words of your own; the finding lists the keys. Text that only marks a gap, such as TODO, counts as absent.",
    yaml: `
use:
  intended: Ranks applications for the credit officers who decide on them.
  out_of_scope: [Loans to companies, Decisions that no person looks at]
limitations:
  - Applicants without a credit history are one in fifty of the rows.
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: parcels, name: Parcels a day, task: regression }
risk: { tier: low, factors: { domain: logistics, people_affected: 0, generative: false, tool_use: false } }
use: { intended: Plans the week in the depot. }
limitations: TODO
`,
    },
    passing: {
      "model-card.yaml": {
        "limitations: TODO": "limitations: [Public holidays are not in the training data.]",
      },
    },
  },
  parameters: {
    fields: {
      description: "Dotted paths of the card that must be there and not be placeholder text.",
      stricter: "joined",
      default: ["model.name", "model.version", "model.task", "use.intended", "limitations"],
      ...PATHS,
    },
    generative: {
      description: "More of them, of a model whose task is generation or whose factors call it generative.",
      stricter: "joined",
      default: [],
      ...PATHS,
    },
  },
  needs: () => [],
  *check({ after }, _measured, parameters) {
    const { card, model } = after;
    const generates = model.task?.value === "generation" || model.factors.generative?.value === true;
    const more = generates ? parameters.generative : [];
    const fields = [...new Set([...parameters.fields, ...more])];
    const missing = fields.filter((field) => present(card.root, field) === null);
    for (const [section, absent] of bySection(missing.filter((field) => lookup(card.root, field) === null))) {
      yield finding({
        about: `section|${section}`,
        at: card.root?.entries.get(section)?.keyAt ?? model.id.at,
        says: `the card does not have ${listed(absent)}`,
        fix: completion(after, section, absent),
      });
    }
    for (const field of missing) {
      const unfilled = lookup(card.root, field);
      if (unfilled === null) continue;
      yield finding({
        about: `field|${field}`,
        at: unfilled.at,
        says: `\`${field}\` is empty or placeholder text`,
        fix: `write \`${field}\` in words of your own`,
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

/** One finding a section, so that it stays the same finding while the section's fields are filled in. */
function bySection(fields: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  for (const field of fields) {
    const [section = ""] = field.split(".");
    sections.set(section, [...(sections.get(section) ?? []), field]);
  }
  return sections;
}

function listed(fields: readonly string[]): string {
  const names = fields.map((field) => `\`${field}\``);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
