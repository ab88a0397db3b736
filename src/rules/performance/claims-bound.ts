import type { Binding } from "../../measurement/bind.ts";
import { meaningOf, phraseOf } from "../../measurement/describe.ts";
import { settle } from "../../measurement/settle.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, fine, notApplicable, type Verdict } from "../verdict.ts";

/** Claims that a message names; the report lists them all. */
const SHOWN = 3;

export default defineRule({
  id: "performance/claims-bound",
  question: "Is every reported metric bound to evidence that can reproduce it?",
  why: "A number without its predictions cannot be checked by anyone, now or in a year. Naming the file, the split and the columns costs a few lines and turns a claim into a result.",
  controls: ["PER-01", "TRC-01"],
  remedy: {
    says: "Name the predictions that give the number, their split and columns, and how a score becomes a decision.",
    yaml: `
prediction: { positive_class: default, threshold: 0.35 }
metrics:
  - { name: recall, value: 0.640, split: test }
evidence:
  - { kind: predictions, path: evidence/test-predictions.csv, split: test,
      columns: { label: defaulted, score: probability } }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
metrics: [{ name: recall, value: 0.50, split: test }]
`,
    },
    passing: {
      "model-card.yaml": {
        "split: test }]\n":
          "split: test }]\nevidence: [{ kind: predictions, path: test.csv, split: test }]\n",
      },
      "test.csv": `
id,y_true,y_pred
r1,1,1
r2,1,0
r3,0,0
r4,0,0
`,
    },
  },
  parameters: {},
  needs: ({ bindings }) => bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : [])),
  *check({ bindings }, measured) {
    if (bindings.length === 0) yield notApplicable("the card reports no metric");
    const loose = new Map<string, Loose[]>();
    for (const binding of bindings) {
      const settled = settle(binding, measured);
      if (settled.status !== "unsupported") continue;
      const { says, fix } = settled;
      const known = loose.get(fix);
      if (known) known.push({ binding, says, fix });
      else loose.set(fix, [{ binding, says, fix }]);
    }
    for (const group of loose.values()) yield unbound(group);
    const bound = bindings.length - [...loose.values()].reduce((total, group) => total + group.length, 0);
    if (bound > 0)
      yield fine({
        checked: `${bound} of ${bindings.length} reported metrics were recomputed from the evidence they name`,
      });
  },
});

interface Loose {
  readonly binding: Binding;
  readonly says: string;
  readonly fix: string;
}

/** Claims that one and the same fix would bind are one answer. */
function unbound(group: readonly Loose[]): Verdict {
  const [first] = group;
  if (!first) throw new TypeError("a group holds a claim");
  const { says, fix, binding } = first;
  const at = binding.claim.at;
  if (group.length === 1) {
    const number = `${phraseOf(binding)} = ${binding.claim.raw}`;
    return cannotTell({
      about: meaningOf(binding),
      at,
      says: `${number} cannot be recomputed: ${says}`,
      needs: fix,
    });
  }
  const meanings = group.map((one) => meaningOf(one.binding)).sort();
  const named = [...new Set(group.map((one) => phraseOf(one.binding)))].slice(0, SHOWN).join("; ");
  const which = group.length > SHOWN ? `${named}; …` : named;
  return cannotTell({
    about: `several|${meanings[0]}`,
    at,
    says: `${group.length} reported metrics cannot be recomputed (${which})${group.every((one) => one.says === says) ? "" : "; the first"}: ${says}`,
    needs: fix,
  });
}
