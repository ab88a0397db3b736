import { meaningOf, phraseOf } from "../../measurement/describe.ts";
import { shown } from "../../measurement/number-format.ts";
import { readReported, settle } from "../../measurement/settle.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable } from "../verdict.ts";

interface Parameters {
  readonly minimumDigits: number;
}

export default defineRule<Parameters>({
  id: "performance/claims-reproduce",
  question: "Can every reported metric be reproduced from the predictions?",
  why: "A number in a card is what people decide on. When the committed predictions give another number, one of the two is stale, was computed at another threshold, or belongs to another model, and nobody downstream can know which.",
  controls: ["PER-01"],
  parameters: {
    minimumDigits: {
      description: "Significant digits that a reported metric must have: 0.9 agrees with almost anything.",
      default: 2,
      type: "integer",
      minimum: 1,
      maximum: 6,
    },
  },
  needs: ({ bindings }) => bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : [])),
  *check({ bindings }, measured, { minimumDigits }) {
    if (bindings.length === 0) yield notApplicable("the card reports no metric");
    let reproduced = 0;
    for (const binding of bindings) {
      if (binding.kind !== "bound") continue;
      const settled = settle(binding, measured);
      if (settled.status === "unsupported") continue;
      const { claim, metric } = binding;
      const { reported, decimals } = readReported(claim, metric);
      if (settled.status === "reproduced") reproduced++;
      else {
        const counts =
          claim.n !== null && claim.n !== settled.result.n
            ? `, on ${settled.result.n} rows where the card says ${claim.n}`
            : "";
        yield finding({
          about: meaningOf(binding),
          at: claim.at,
          says: `${phraseOf(binding)} is reported as ${claim.raw} and the predictions give ${shown(settled.result.value, decimals)}${counts}`,
          fix: `report ${settled.result.value.toFixed(Math.min(decimals, 12))}, or commit the predictions that gave ${claim.raw}; check the threshold and the split first`,
        });
      }
      if (
        metric.range[1] <= 1 &&
        reported !== 0 &&
        reported !== 1 &&
        significant(claim.raw) < minimumDigits
      ) {
        yield finding({
          about: `digits|${meaningOf(binding)}`,
          at: claim.at,
          says: `${phraseOf(binding)} is reported as ${claim.raw}, with fewer than ${minimumDigits} significant digits`,
          fix: `report ${shown(settled.result.value, minimumDigits - 2)}`,
        });
      }
    }
    yield fine({
      checked: `${reproduced} of ${bindings.length} reported metrics agree with the predictions to the last reported digit`,
    });
  },
});

function significant(raw: string): number {
  const digits = raw
    .replace(/[eE].*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");
  return digits.length;
}
