import { APPROVAL_ROLES, type Approval } from "../../governance/approval.ts";
import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";
import { problemsOf } from "./file-problems.ts";
import { missing } from "./missing-approval.ts";
import { type Required, signOffs } from "./sign-off.ts";
import { hasDevelopers, standingApprovals } from "./standing-approvals.ts";

interface Parameters {
  readonly required: readonly Required[];
}

/** Approvals that are named. */
const SHOWN = 3;

export default defineRule<Parameters>({
  id: "governance/approvals-given",
  question: "Did everyone whom the tier asks for approve this version?",
  why: "Someone has to answer for the use of a model, and it cannot be whoever built it. An approval is of one version by one person; written into the change that it approves, it would be the author's own word, so that it counts once it is on the base. People are told apart by what the card and the approvals call them, however it is spelt; that J. Doe is Jane Doe, or that she goes by another name, is for whoever reviews the approval to see.",
  controls: ["APR-01", "APR-02"],
  remedy: {
    says: "Have each person approve this version in governance/approvals.yaml beside the card, in a pull request of its own that is merged first. A developer of the model does not count, and nobody counts twice.",
    yaml: `
approvals:
  - { model: credit-default, version: 3.1.0, by: Ann Lee, role: validator, date: 2026-11-20 }
  - { model: credit-default, version: 3.1.0, by: Tom Fox, role: business, date: 2026-11-21 }
`,
  },
  example: {
    failing: {
      "base/model-card.yaml": `
model: { id: churn, version: 2.0.0, lifecycle: staging }
risk: { tier: high }
`,
      "base/governance/approvals.yaml": `
approvals:
  - { model: churn, version: 1.0.0, by: Ann Lee, role: validator, date: 2026-03-02 }
`,
      "model-card.yaml": `
model: { id: churn, version: 2.0.0, lifecycle: production }
risk: { tier: high }
`,
      "governance/approvals.yaml": `
approvals:
  - { model: churn, version: 1.0.0, by: Ann Lee, role: validator, date: 2026-03-02 }
`,
    },
    passing: {
      "base/governance/approvals.yaml": { "1.0.0": "2.0.0" },
      "governance/approvals.yaml": { "1.0.0": "2.0.0" },
    },
  },
  parameters: {
    required: {
      description:
        "How many people of each role must approve the version, and, with `among`, who may: names or addresses.",
      stricter: { by: ["role"], of: { people: "higher", among: "nearest" } },
      default: [],
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["role", "people"],
        properties: {
          role: { enum: [...APPROVAL_ROLES], description: "What they answer for." },
          people: {
            type: "integer",
            minimum: 1,
            maximum: 9,
            description: "How many different people have to approve in this role.",
          },
          among: {
            description: "Who may, by name or address; without it, everyone but the model's developers.",
            type: "array",
            items: { type: "string", minLength: 1 },
            minItems: 1,
            maxItems: 1000,
          },
        },
      },
    },
  },
  needs: () => [],
  *check(subject, _measured, { required }) {
    const { after, approvals } = subject;
    const wrong = [...problemsOf(subject)];
    yield* wrong;
    // A file that nobody can read may hold what is missing.
    if (wrong.some(({ outcome }) => outcome === "cannot-tell")) return;
    const { counted, uncounted } = standingApprovals(subject);
    if (required.length === 0) {
      const given = counted.length > 0 ? `; given: ${namesOf(counted)}` : "";
      if (wrong.length === 0) yield fine({ checked: `no approval is required${given}` });
      return;
    }
    const version = after.model.version;
    if (!version) {
      yield finding({
        about: "version",
        at: after.model.id.at,
        says: "an approval is of one version, and the card gives none",
        fix: "add `model.version`, then have that version approved",
      });
      return;
    }
    const all = signOffs(required, counted);
    const met = all.filter(({ required: { people }, given }) => given.length >= people);
    for (const one of all) if (!met.includes(one)) yield missing(subject, version.value, one, uncounted);
    if (met.length < all.length || wrong.length > 0) return;
    const names = namesOf(met.flatMap(({ given }) => given));
    const proof = approvals.base
      ? "named on the base; that they wrote it is for the base's own reviews to show"
      : "without a base, that they wrote it is not checked";
    const own = hasDevelopers(subject)
      ? ""
      : "; the card names no developer, so that their own work is not told apart";
    yield fine({ checked: `${names} approved version ${version.value}: ${proof}${own}` });
  },
});

function namesOf(approvals: readonly Approval[]): string {
  const shown = approvals.slice(0, SHOWN).map(({ by, role }) => `${by.value} (${role.value})`);
  return `${shown.join(", ")}${approvals.length > SHOWN ? ` and ${approvals.length - SHOWN} more` : ""}`;
}
