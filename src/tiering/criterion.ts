import type { Factors } from "../inventory/model.ts";
import type { Tier } from "../inventory/vocabulary.ts";
import { namesOneOf, spelt } from "./words.ts";

export type FactorName = keyof Factors;

/** What a criterion asks of one factor. */
export type Condition =
  | { readonly kind: "one-of"; readonly words: readonly string[] }
  | { readonly kind: "is"; readonly value: boolean }
  | { readonly kind: "at-least"; readonly value: number }
  | { readonly kind: "any" };

/** A written reason for a tier: when every condition holds, the model is at least of that tier. */
export interface Criterion {
  readonly tier: Tier;
  readonly because: string;
  readonly when: ReadonlyMap<FactorName, Condition>;
}

/** Three-valued: a factor that the card does not state is unknown, which is not no. */
export type Answer = "yes" | "no" | { readonly unknown: readonly FactorName[] };

export function answer(criterion: Criterion, factors: Factors): Answer {
  const unknown: FactorName[] = [];
  for (const [name, condition] of criterion.when) {
    const factor = factors[name];
    if (factor === null) unknown.push(name);
    else if (!holds(condition, factor.value)) return "no";
  }
  return unknown.length > 0 ? { unknown } : "yes";
}

type FactorValue = NonNullable<Factors[FactorName]>["value"];

function holds(condition: Condition, value: FactorValue): boolean {
  switch (condition.kind) {
    case "one-of": {
      const asked = spellingsOf(condition.words);
      return texts(value).some((text) => namesOneOf(text, asked));
    }
    case "is":
      return value === condition.value;
    case "at-least":
      return typeof value === "number" && value >= condition.value;
    case "any":
      return texts(value).length > 0;
  }
}

const remembered = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Spelt once, however many models are asked about. */
function spellingsOf(words: readonly string[]): ReadonlySet<string> {
  const known = remembered.get(words) ?? new Set(words.map(spelt));
  remembered.set(words, known);
  return known;
}

function texts(value: FactorValue): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
