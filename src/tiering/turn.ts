import type { Factors } from "../inventory/model.ts";
import { AUTONOMY, type Tier } from "../inventory/vocabulary.ts";
import { answer, type Condition, type Criterion, type FactorName } from "./criterion.ts";
import { rank } from "./rank.ts";

/** What one factor would have to be for the factors to give another tier. */
export interface Turn {
  readonly factor: FactorName;
  /** As a card would write it. */
  readonly instead: string;
  readonly value: FactorValue;
  readonly tier: Tier;
}

type FactorValue = string | number | boolean | readonly string[];

interface Alternative {
  readonly written: string;
  readonly value: FactorValue;
}

/** Every factor that a criterion asks for, each other tier that it alone would give, and the value nearest to today's. */
export function turnsOf(stated: Factors, criteria: readonly Criterion[]): readonly Turn[] {
  const today = given(stated, criteria);
  const asked = new Set(criteria.flatMap(({ when }) => [...when.keys()]));
  return [...asked].flatMap((factor) => {
    const seen = new Set([today]);
    return alternatives(factor, stated, criteria).flatMap(({ written, value }): Turn[] => {
      const tier = given({ ...stated, [factor]: { ...stated[factor], value } }, criteria);
      if (tier === null || seen.has(tier)) return [];
      seen.add(tier);
      return [{ factor, instead: written, value, tier }];
    });
  });
}

/** The highest tier whose criterion holds, the lowest when none does and none could; null when too little is stated. */
export function given(factors: Factors, criteria: readonly Criterion[]): Tier | null {
  let highest: Tier | null = null;
  let isOpen = false;
  for (const criterion of criteria) {
    const reply = answer(criterion, factors);
    if (reply === "yes") {
      if (highest === null || rank(criterion.tier) > rank(highest)) highest = criterion.tier;
    } else if (reply !== "no") isOpen = true;
  }
  return highest ?? (isOpen ? null : "low");
}

function alternatives(
  factor: FactorName,
  stated: Factors,
  criteria: readonly Criterion[],
): readonly Alternative[] {
  const conditions = criteria.flatMap(({ when }) => when.get(factor) ?? []);
  switch (factor) {
    case "people_affected":
      return limitsOf(conditions, stated.people_affected?.value ?? null);
    case "external_facing":
    case "generative":
    case "tool_use":
    case "regulated":
      return [true, false]
        .filter((value) => value !== stated[factor]?.value)
        .map((value) => ({ written: `${value}`, value }));
    case "autonomy":
      return AUTONOMY.filter((value) => value !== stated.autonomy?.value).map((value) => ({
        written: value,
        value,
      }));
    case "sensitive_attributes":
    case "regions":
      return stated[factor]?.value.length === 0
        ? [{ written: "[…]", value: [factor] }]
        : [{ written: "[]", value: [] }];
    case "domain":
      return [
        ...conditions.flatMap((condition) =>
          condition.kind === "one-of" ? condition.words.slice(0, 1) : [],
        ),
      ]
        .map((word) => ({ written: word, value: word }))
        .concat([{ written: "one that no criterion names", value: "" }]);
  }
}

/** Just below and just at every limit, the nearest to today's first. */
function limitsOf(conditions: readonly Condition[], today: number | null): readonly Alternative[] {
  const limits = conditions.flatMap((condition) => (condition.kind === "at-least" ? [condition.value] : []));
  const sides = [...new Set(limits)].flatMap((limit) => [
    { written: `fewer than ${limit}`, value: limit - 1 },
    { written: `${limit} or more`, value: limit },
  ]);
  return sides.sort((a, b) => Math.abs(a.value - (today ?? 0)) - Math.abs(b.value - (today ?? 0)));
}
