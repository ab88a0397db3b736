import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import { nearest } from "../documents/nearest.ts";
import { type Plain, plain } from "../documents/plain.ts";
import type { Problem } from "../documents/problem.ts";
import { validator } from "../documents/schema.ts";
import type { Mapping, Value } from "../documents/value.ts";
import { parseYaml } from "../documents/yaml.ts";
import { type Lifecycle, TIERS, type Tier } from "../inventory/vocabulary.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Condition, Criterion, FactorName } from "../tiering/criterion.ts";
import type { Caps } from "../workspace/caps.ts";
import { parameterProblems } from "./parameters.ts";
import type { Policy, RuleSetting, RuleSettings, TierPolicy } from "./policy.ts";

export type PolicyReading =
  | { readonly kind: "policy"; readonly policy: Policy; readonly root: Value }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** Reads a policy's text: its shape against the schema, its rules and their parameters against the catalogue. */
export async function readPolicy(
  text: string,
  origin: { readonly path: string; readonly source: string; readonly sha256: string },
  rules: readonly AnyRule[],
  caps: Caps,
): Promise<PolicyReading> {
  const { root, problems } = parseYaml(text, origin.path, caps);
  if (root === null || problems.length > 0) return { kind: "wrong", problems };
  const validate = await validator(policySchema);
  const shape = validate(root);
  if (shape.length > 0 || root.kind !== "map") return { kind: "wrong", problems: shape };
  const unknown = (await Promise.all(ruleMaps(root).map((map) => ruleProblems(map, rules)))).flat();
  if (unknown.length > 0) return { kind: "wrong", problems: unknown };
  const written = plain(root) as unknown as WrittenPolicy;
  return { kind: "policy", root, policy: policyFrom(written, origin) };
}

/** The policy as its schema has already accepted it. */
interface WrittenPolicy {
  readonly name: string;
  readonly version: string | number;
  readonly tiering: { readonly undeclared: Tier; readonly criteria?: readonly WrittenCriterion[] };
  readonly stages?: { readonly undeclared?: Lifecycle };
  readonly rules?: WrittenRules;
  readonly tiers: Readonly<Record<Tier, WrittenTier>>;
}

interface WrittenCriterion {
  readonly tier: Tier;
  readonly because: string;
  readonly when: Readonly<Record<string, Plain>>;
}

interface WrittenTier {
  readonly blocking: TierPolicy["blocking"];
  readonly remediation_days?: TierPolicy["remediationDays"];
  readonly escalate?: TierPolicy["escalate"];
  readonly rules?: WrittenRules;
  readonly stages?: Readonly<Partial<Record<Lifecycle, { readonly rules?: WrittenRules }>>>;
}

type WrittenRules = Readonly<Record<string, RuleSetting>>;

function policyFrom(written: WrittenPolicy, { source, sha256 }: { source: string; sha256: string }): Policy {
  return {
    name: written.name,
    version: String(written.version),
    source,
    sha256,
    tiering: {
      undeclared: written.tiering.undeclared,
      criteria: (written.tiering.criteria ?? []).map(criterionFrom),
    },
    undeclaredStage: written.stages?.undeclared ?? "production",
    rules: settings(written.rules),
    tiers: Object.fromEntries(TIERS.map((tier) => [tier, tierFrom(written.tiers[tier])])) as Record<
      Tier,
      TierPolicy
    >,
  };
}

function tierFrom(written: WrittenTier): TierPolicy {
  const stages = Object.entries(written.stages ?? {}) as [Lifecycle, { readonly rules?: WrittenRules }][];
  return {
    blocking: written.blocking,
    remediationDays: written.remediation_days ?? {},
    escalate: written.escalate ?? {},
    rules: settings(written.rules),
    stages: new Map(stages.map(([stage, { rules }]) => [stage, settings(rules)])),
  };
}

function settings(written: WrittenRules | undefined): RuleSettings {
  return new Map(Object.entries(written ?? {}));
}

function criterionFrom({ tier, because, when }: WrittenCriterion): Criterion {
  const conditions = Object.entries(when).map(([factor, written]): [FactorName, Condition] => {
    return [factor as FactorName, conditionFrom(written)];
  });
  return { tier, because, when: new Map(conditions) };
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

/** Every place of a policy that speaks about rules. */
function ruleMaps(root: Mapping): Mapping[] {
  const child = (value: Value | undefined, key: string) =>
    value?.kind === "map" ? value.entries.get(key)?.value : undefined;
  const tiers = child(root, "tiers");
  const perTier = TIERS.flatMap((tier) => {
    const written = child(tiers, tier);
    const stages = child(written, "stages");
    const perStage =
      stages?.kind === "map" ? [...stages.entries.values()].map((entry) => child(entry.value, "rules")) : [];
    return [child(written, "rules"), ...perStage];
  });
  return [child(root, "rules"), ...perTier].filter((value): value is Mapping => value?.kind === "map");
}

async function ruleProblems(map: Mapping, rules: readonly AnyRule[]): Promise<Problem[]> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const perRule = [...map.entries.values()].map(
    async ({ key, keyAt, value }): Promise<readonly Problem[]> => {
      const rule = byId.get(key);
      if (rule) return parameterProblems(rule, value);
      const close = nearest(key, byId.keys());
      const fix =
        close === null ? "use the id of a rule, as docs/rules lists them" : `did you mean "${close}"?`;
      return [{ code: "unknown-rule", about: key, at: keyAt, says: `there is no rule "${key}"`, fix }];
    },
  );
  return (await Promise.all(perRule)).flat();
}
