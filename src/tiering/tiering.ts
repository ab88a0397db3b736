import type { Factors } from "../inventory/model.ts";
import type { Tier } from "../inventory/vocabulary.ts";
import { answer, type Criterion, type FactorName } from "./criterion.ts";
import { domainsOf, type UnknownDomain, unknownDomain } from "./domain.ts";
import { rank } from "./rank.ts";
import type { TieringPolicy } from "./tiering-policy.ts";
import { given, type Turn, turnsOf } from "./turn.ts";

/** A model's tier: what its card declares, what the factors give, and which of them counts. */
export interface Tiering {
  readonly declared: Tier | null;
  /** The highest tier whose criterion holds; null when too little is stated to tell. */
  readonly computed: Tier | null;
  /** The higher of declared and computed; the policy's own choice where neither is known. */
  readonly effective: Tier;
  readonly because: readonly string[];
  /** Factors that the card leaves open and that could raise the tier above the effective one. */
  readonly open: readonly {
    readonly tier: Tier;
    readonly factors: readonly FactorName[];
    readonly because: string;
  }[];
  /** The domain that the card states and the policy does not know, where that leaves a criterion open. */
  readonly unknownDomain: UnknownDomain | null;
  /** The names of the policy's domains that the card's words hold; null where it states none that is known. */
  readonly domains: readonly string[] | null;
  /** What one factor would have to be for the factors to give another tier; worked out when asked. */
  readonly turns: () => readonly Turn[];
}

export function tierOf(declared: Tier | null, stated: Factors, policy: TieringPolicy): Tiering {
  const { criteria, undeclared } = policy;
  const domain = stated.domain && unknownDomain(stated.domain.value, policy);
  const factors = domain ? { ...stated, domain: null } : stated;
  const answers = criteria.map((criterion) => ({ criterion, reply: answer(criterion, factors) }));
  const met = answers.flatMap(({ criterion, reply }) => (reply === "yes" ? [criterion] : []));
  const undecided = answers.flatMap(({ criterion, reply }) =>
    typeof reply === "string"
      ? []
      : [{ tier: criterion.tier, factors: reply.unknown, because: criterion.because }],
  );
  const computed = given(factors, criteria);
  const floor = higher(declared, computed);
  const open = undecided.filter(({ tier }) => floor === null || rank(tier) > rank(floor));
  const unknown = open.some((criterion) => criterion.factors.includes("domain")) ? domain : null;
  const effective = unknown ? higher(floor, undeclared) : (floor ?? undeclared);
  const raised = unknown !== null && effective !== floor;
  return {
    declared,
    computed,
    effective,
    because: [
      ...(raised && computed === null ? [] : reasons(met, computed, declared, undeclared)),
      ...(raised
        ? [`the policy does not know its domain, and judges such a model as at least ${undeclared}`]
        : []),
    ],
    open,
    unknownDomain: unknown,
    domains: stated.domain && domainsOf(stated.domain.value, policy),
    turns: () => turnsOf(factors, criteria),
  };
}

function reasons(
  met: readonly Criterion[],
  computed: Tier | null,
  declared: Tier | null,
  undeclared: Tier,
): string[] {
  const deciding = met
    .filter((criterion) => criterion.tier === computed)
    .map((criterion) => criterion.because);
  if (deciding.length > 0) return deciding;
  if (computed !== null) return ["no criterion for a higher tier applies"];
  return declared === null
    ? [
        `the card states neither a tier nor enough risk factors; the policy judges such a model as ${undeclared}`,
      ]
    : ["the card declares it; too few risk factors are stated to confirm it"];
}

function higher(a: Tier | null, b: Tier): Tier;
function higher(a: Tier | null, b: Tier | null): Tier | null;
function higher(a: Tier | null, b: Tier | null): Tier | null {
  if (a === null) return b;
  if (b === null) return a;
  return rank(a) >= rank(b) ? a : b;
}
