import type { Factors, Model } from "../../inventory/model.ts";
import type { Tier } from "../../inventory/vocabulary.ts";
import type { Policy } from "../../policy/policy.ts";
import { answer, type Criterion, type FactorName } from "../../tiering/criterion.ts";
import { unknownDomain } from "../../tiering/domain.ts";
import { rank } from "../../tiering/rank.ts";
import { type Tiering, tierOf } from "../../tiering/tiering.ts";
import type { Turn } from "../../tiering/turn.ts";

/** A factor as the card states it; null for one that it does not state. */
export interface ExplainedFactor {
  readonly factor: FactorName;
  readonly stated: string | number | boolean | readonly string[] | null;
  /** `path:line` */
  readonly at: string | null;
}

export interface ExplainedCriterion {
  readonly tier: Tier;
  readonly because: string;
  readonly answer: "met" | "not-met" | "open";
  /** The factors that leave it open. */
  readonly unknown: readonly FactorName[];
}

/** What one factor would have to be for the factors to give another tier, and the tier that the model would then have. */
export interface ExplainedTurn extends Pick<Turn, "factor" | "instead" | "tier"> {
  readonly effective: Tier;
}

/** How a model's tier came about under a policy, and which one factor would change it. */
export interface ExplainedTier {
  readonly model: string;
  /** Its card. */
  readonly path: string;
  readonly declared: Tier | null;
  readonly computed: Tier | null;
  readonly effective: Tier;
  readonly because: readonly string[];
  readonly factors: readonly ExplainedFactor[];
  readonly criteria: readonly ExplainedCriterion[];
  readonly turns: readonly ExplainedTurn[];
  /** What is not stated and could raise the tier. */
  readonly open: Tiering["open"];
  readonly unknownDomain: Tiering["unknownDomain"];
}

/** Every model below a path, as one policy tiers it. */
export interface ExplainedTiers {
  readonly schema: "effective-challenge/explained-tiers/v1";
  readonly policy: { readonly name: string; readonly version: string };
  readonly models: readonly ExplainedTier[];
}

export function explainedTiers(
  models: readonly { readonly path: string; readonly model: Model }[],
  policy: Policy,
): ExplainedTiers {
  return {
    schema: "effective-challenge/explained-tiers/v1",
    policy: { name: policy.name, version: policy.version },
    models: models.map(({ path, model }) => explainedTier(model, path, policy)),
  };
}

function explainedTier(
  { id, tier, factors }: Model,
  path: string,
  { tiering: policy }: Policy,
): ExplainedTier {
  const tiering = tierOf(tier?.value ?? null, factors, policy);
  const { declared, computed, effective, because, open } = tiering;
  const isKnown = factors.domain === null || unknownDomain(factors.domain.value, policy) === null;
  const heard = isKnown ? factors : { ...factors, domain: null };
  const then = (given: Tier) => (declared !== null && rank(declared) > rank(given) ? declared : given);
  return {
    model: id.value,
    path,
    declared,
    computed,
    effective,
    because,
    factors: FACTORS.map((factor) => explainedFactor(factor, factors)),
    criteria: policy.criteria.map((criterion) => explainedCriterion(criterion, heard)),
    turns: tiering
      .turns()
      .map(({ factor, instead, tier }) => ({ factor, instead, tier, effective: then(tier) })),
    open,
    unknownDomain: tiering.unknownDomain,
  };
}

/** In the order of the documentation. */
const FACTORS = Object.keys({
  domain: 0,
  autonomy: 0,
  people_affected: 0,
  sensitive_attributes: 0,
  external_facing: 0,
  generative: 0,
  tool_use: 0,
  regulated: 0,
  regions: 0,
} satisfies Record<FactorName, 0>) as FactorName[];

function explainedFactor(factor: FactorName, factors: Factors): ExplainedFactor {
  const sourced = factors[factor];
  if (sourced === null) return { factor, stated: null, at: null };
  return { factor, stated: sourced.value, at: `${sourced.at.path}:${sourced.at.line}` };
}

function explainedCriterion(criterion: Criterion, factors: Factors): ExplainedCriterion {
  const { tier, because } = criterion;
  const reply = answer(criterion, factors);
  if (typeof reply === "object") return { tier, because, answer: "open", unknown: reply.unknown };
  return { tier, because, answer: reply === "yes" ? "met" : "not-met", unknown: [] };
}
