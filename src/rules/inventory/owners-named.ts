import type { Owner } from "../../inventory/model.ts";
import { knownAs } from "../../inventory/person.ts";
import { OWNER_ROLES, type OwnerRole } from "../../inventory/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

interface Parameters {
  readonly roles: readonly OwnerRole[];
  readonly independent: boolean;
}

export default defineRule<Parameters>({
  id: "inventory/owners-named",
  question: "Is someone named for every role that this model needs?",
  why: "When a model misbehaves, someone has to be found within the hour, and whoever validated it must not be whoever built it.",
  controls: ["INV-02"],
  remedy: {
    says: "Name an owner for each role. One team may have several roles, in an entry each; the validator must not be a developer.",
    yaml: `
model:
  id: credit-default
  owners:
    - { name: Credit Risk ML, role: developer, contact: credit-ml@example.com }
    - { name: Retail Lending, role: business, contact: lending@example.com }
    - { name: Model Validation, role: validator, contact: validation@example.com }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model:
  id: churn
  owners:
    - { name: Retention team, role: developer, contact: retention@example.com }
    - { name: Retention team, role: validator, contact: retention@example.com }
`,
    },
    passing: {
      "model-card.yaml": {
        "{ name: Retention team, role: validator, contact: retention@example.com }":
          "{ name: Model validation, role: validator, contact: validation@example.com }",
      },
    },
  },
  parameters: {
    roles: {
      description: "Roles that must each have an owner with a name.",
      stricter: "joined",
      default: ["developer"],
      type: "array",
      items: { enum: [...OWNER_ROLES] },
      uniqueItems: true,
    },
    independent: {
      description: "The validator must be someone other than the developer, by name and by contact.",
      stricter: "true",
      default: true,
      type: "boolean",
    },
  },
  needs: () => [],
  *check({ after }, _measured, { roles, independent }) {
    const { owners, id } = after.model;
    const named = (role: OwnerRole) =>
      owners.filter((owner) => owner.role?.value === role && owner.name !== null);
    const missing = roles.filter((role) => named(role).length === 0);
    const at = owners[0]?.at ?? id.at;
    for (const role of missing) {
      yield finding({
        about: `role|${role}`,
        at,
        says: `no owner with the role "${role}" is named`,
        fix: `add to \`model.owners\`: \`{ name: …, role: ${role}, contact: … }\``,
      });
    }
    const developers = new Set(named("developer").flatMap(keysOf));
    const both = named("validator").find((owner) => keysOf(owner).some((key) => developers.has(key)));
    if (independent && both) {
      yield finding({
        about: "role|validator-independent",
        at: both.at,
        says: `the validator, ${both.name?.value}, has the name or the contact of a developer`,
        fix: "name a validator who did not build the model",
      });
    }
    if (missing.length === 0 && !(independent && both)) {
      yield fine({ checked: roles.length === 0 ? "no role is required" : `named: ${roles.join(", ")}` });
    }
  },
});

function keysOf({ name, contact }: Owner): readonly string[] {
  return knownAs(name?.value ?? null, contact?.value ?? null);
}
