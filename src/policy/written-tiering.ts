import type { Plain } from "../documents/plain.ts";
import { TIERS, type Tier } from "../inventory/vocabulary.ts";
import type { Condition, Criterion, FactorName } from "../tiering/criterion.ts";
import type { TieringPolicy } from "../tiering/tiering-policy.ts";

export interface WrittenTiering {
  readonly undeclared?: Tier;
  /** Names of domains, each with the words that mean it. */
  readonly domains?: Readonly<Record<string, readonly string[]>>;
  readonly criteria?: readonly WrittenCriterion[];
}

interface WrittenCriterion {
  readonly tier: Tier;
  readonly because: string;
  readonly when: Readonly<Record<string, Plain>>;
}

/** The tiering of several files: every criterion of each, words of a domain joined, the highest tier for the undeclared. */
export function tieringFrom(all: readonly WrittenTiering[]): TieringPolicy {
  const domains = new Map<string, readonly string[]>();
  for (const { domains: own = {} } of all) {
    for (const [name, words] of Object.entries(own)) {
      domains.set(name, [...new Set([...(domains.get(name) ?? []), ...words])]);
    }
  }
  return {
    undeclared: highest(all.flatMap(({ undeclared }) => undeclared ?? [])),
    criteria: all.flatMap(({ criteria = [] }) =>
      criteria.map((criterion) => criterionFrom(criterion, domains)),
    ),
    domains,
  };
}

function highest(tiers: readonly Tier[]): Tier {
  return tiers.reduce((held, tier) => (TIERS.indexOf(tier) > TIERS.indexOf(held) ? tier : held), TIERS[0]);
}

function criterionFrom(
  { tier, because, when }: WrittenCriterion,
  domains: TieringPolicy["domains"],
): Criterion {
  const conditions = Object.entries(when).map(([factor, written]): [FactorName, Condition] => {
    const condition = conditionFrom(written);
    return [factor as FactorName, factor === "domain" ? withMeanings(condition, domains) : condition];
  });
  return { tier, because, when: new Map(conditions) };
}

/** A criterion names a domain; any of the words that mean it will do. */
function withMeanings(condition: Condition, domains: TieringPolicy["domains"]): Condition {
  if (condition.kind !== "one-of") return condition;
  return { kind: "one-of", words: condition.words.flatMap((name) => [name, ...(domains.get(name) ?? [])]) };
}

function conditionFrom(written: Plain): Condition {
  if (typeof written === "boolean") return { kind: "is", value: written };
  if (written === "any") return { kind: "any" };
  if (Array.isArray(written)) return { kind: "one-of", words: written.map(String) };
  if (typeof written === "object" && written !== null && "at_least" in written) {
    return { kind: "at-least", value: Number(written.at_least) };
  }
  return { kind: "one-of", words: [String(written)] };
}
