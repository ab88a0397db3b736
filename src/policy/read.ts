import { nearest } from "../documents/nearest.ts";
import { plain } from "../documents/plain.ts";
import type { Problem } from "../documents/problem.ts";
import { validator } from "../documents/schema.ts";
import type { Mapping, Value } from "../documents/value.ts";
import { parseYaml } from "../documents/yaml.ts";
import { TIERS } from "../inventory/vocabulary.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Caps } from "../workspace/caps.ts";
import { readCustomRules } from "./custom-rules.ts";
import { familyProblems } from "./families.ts";
import { type Leaves, leavesOf } from "./leaves.ts";
import { parameterProblems } from "./parameters.ts";
import { POLICY_SCHEMA } from "./policy-schema.ts";
import type { WrittenPolicy } from "./written-policy.ts";

export type PolicyReading =
  | {
      readonly kind: "policy";
      readonly written: WrittenPolicy;
      readonly leaves: Leaves;
      readonly customRules: readonly AnyRule[];
    }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/**
 * Reads a policy's text: its shape against the schema, its rules and their parameters against the catalogue, and its
 * expressions also against the names of domains that the files give which it extends.
 */
export async function readPolicy(
  text: string,
  path: string,
  rules: readonly AnyRule[],
  caps: Caps,
  domains: readonly string[] = [],
): Promise<PolicyReading> {
  const { root, problems } = parseYaml(text, path, caps);
  if (root === null || problems.length > 0) return { kind: "wrong", problems };
  const validate = await validator(POLICY_SCHEMA);
  const shape = validate(root);
  if (shape.length > 0 || root.kind !== "map") return { kind: "wrong", problems: shape };
  const custom = await readCustomRules(root, text, rules, domains);
  if (custom.problems.length > 0) return { kind: "wrong", problems: custom.problems };
  const known = [...rules, ...custom.rules];
  const unknown = (await Promise.all(ruleMaps(root).map((map) => ruleProblems(map, known)))).flat();
  unknown.push(...familyProblems(root, known));
  if (unknown.length > 0) return { kind: "wrong", problems: unknown };
  const written = plain(root) as unknown as WrittenPolicy;
  return { kind: "policy", written, leaves: leavesOf(root), customRules: custom.rules };
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
      const fix = close === null ? "use the id of a rule, as docs/rules lists them" : `write \`${close}\``;
      return [{ code: "unknown-rule", about: key, at: keyAt, says: `there is no rule "${key}"`, fix }];
    },
  );
  return (await Promise.all(perRule)).flat();
}
