import type { Policy } from "../../src/policy/policy.ts";
import type { Condition, FactorName } from "../../src/tiering/criterion.ts";
import { code, table } from "./table.ts";

/** Each criterion of the tiering with the factors that meet it; a domain by its name, for all its words. */
export function criteriaTable({ tiering }: Policy): string {
  const names = new Set(tiering.domains.keys());
  return table(
    ["tier", "when all of this holds"],
    tiering.criteria.map(({ tier, when }) => [
      tier,
      [...when].map(([factor, condition]) => inWords(factor, condition, names)).join("; "),
    ]),
  );
}

function inWords(factor: FactorName, condition: Condition, names: ReadonlySet<string>): string {
  switch (condition.kind) {
    case "one-of": {
      const shown = factor === "domain" ? condition.words.filter((word) => names.has(word)) : condition.words;
      return `${code(factor)} is ${shown.map(code).join(", ")}`;
    }
    case "is":
      return code(`${factor}: ${condition.value}`);
    case "at-least":
      return `${code(factor)} is ${condition.value.toLocaleString("en")} or more`;
    case "any":
      return `${code(factor)} lists any`;
  }
}
