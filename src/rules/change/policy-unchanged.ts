import { startOf } from "../../documents/place.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable } from "../verdict.ts";

/** Loosenings that the message tells; the report has all of them. */
const SHOWN = 3;

export default defineRule({
  id: "change/policy-unchanged",
  question: "Does the change leave alone the policy that judges it?",
  why: "The policy in force is the base's, so a pull request cannot weaken its own judge. A change to it still decides how everything after it is judged, and belongs before the second line.",
  controls: ["CHG-03"],
  remedy: {
    says: "Take the change to the policy or the configuration out of this pull request, and bring it in one of its own, to the people who own it.",
    yaml: `
# effective-challenge.yaml, in a pull request that touches no model
policy: governance/model-policy.yaml
exclude: ["archive/**"]
`,
  },
  example: {
    failing: {
      "base/effective-challenge.yaml": `
policy: baseline
`,
      "base/model-card.yaml": `
model: { id: churn, version: 1.0.0 }
`,
      "model-card.yaml": `
model: { id: churn, version: 1.1.0 }
`,
      "effective-challenge.yaml": `
policy: baseline
exclude: ["models/old/**"]
`,
    },
    passing: {
      "effective-challenge.yaml": { 'exclude: ["models/old/**"]\n': "" },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ before, policyChanges }) {
    for (const { path, problems, loosens = [] } of policyChanges) {
      yield finding({
        about: `policy|${path}`,
        at: startOf(path),
        says: `this change alters ${path}, which decides how models are judged; the base's version is in force${looserWords(loosens)}`,
        fix: "have the owner of the policy approve the change, best in a pull request of its own",
      });
      for (const { code, about, at, says, fix } of problems)
        yield finding({ about: `${code}|${path}|${about}`, at, says, fix });
    }
    if (policyChanges.length > 0) return;
    if (before === null) yield notApplicable("there is no earlier version of the model to compare with");
    else yield fine({ checked: "policy and configuration are those of the base" });
  },
});

function looserWords(loosens: readonly string[]): string {
  if (loosens.length === 0) return "";
  const left = loosens.length - SHOWN;
  const more = left > 0 ? `; and ${left} more` : "";
  return `. It asks for less: ${loosens.slice(0, SHOWN).join("; ")}${more}`;
}
