import type { Condition, Criterion } from "../../tiering/criterion.ts";
import { rank } from "../../tiering/rank.ts";
import { spelt } from "../../tiering/words.ts";

/** Whether one criterion gives every model that another one holds for a tier as high, or higher. */
export function covers(one: Criterion, other: Criterion): boolean {
  if (rank(one.tier) < rank(other.tier)) return false;
  return [...one.when].every(([factor, condition]) => {
    const asked = other.when.get(factor);
    return asked !== undefined && implies(asked, condition);
  });
}

/** Whether whatever meets the first condition meets the second. */
function implies(first: Condition, second: Condition): boolean {
  switch (second.kind) {
    case "is":
      return first.kind === "is" && first.value === second.value;
    case "at-least":
      return first.kind === "at-least" && first.value >= second.value;
    case "any":
      return first.kind === "any" || first.kind === "one-of";
    case "one-of": {
      if (first.kind !== "one-of") return false;
      const words = wordsOf(second);
      return [...wordsOf(first)].every((word) => words.has(word));
    }
  }
}

function wordsOf({ words }: Extract<Condition, { readonly kind: "one-of" }>): ReadonlySet<string> {
  return new Set(words.map(spelt));
}
