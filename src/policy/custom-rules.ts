import { lookup } from "../documents/lookup.ts";
import { nearest } from "../documents/nearest.ts";
import { plain } from "../documents/plain.ts";
import type { Problem } from "../documents/problem.ts";
import type { Entry, Mapping, Scalar } from "../documents/value.ts";
import type { DefinitionProblem } from "../rules/custom/custom-rule.ts";
import type { CustomRuleDefinition } from "../rules/custom/definition.ts";
import type { AnyRule } from "../rules/rule.ts";
import { type Placing, placingIn } from "./expression-place.ts";
import { metricProblem } from "./metric-names.ts";
import type { WrittenPolicy } from "./written-policy.ts";

export interface CustomRulesReading {
  readonly rules: readonly AnyRule[];
  readonly problems: readonly Problem[];
}

/** The library of expressions is loaded for a policy that has some, and for no other. */
const rulesOfExpressions = () => import("../rules/custom/custom-rule.ts");

/** The rules that an accepted policy writes. */
export async function customRulesOf({ custom_rules = {} }: WrittenPolicy): Promise<readonly AnyRule[]> {
  const definitions = Object.entries(custom_rules);
  if (definitions.length === 0) return [];
  const { customRule } = await rulesOfExpressions();
  return definitions.map(([id, definition]) => {
    const made = customRule(id, definition);
    if (made.kind === "wrong") throw new Error(`${id}: ${made.problems[0]?.says}`);
    return made.rule;
  });
}

/** A rule whose expressions were changed; null where they no longer compile. */
export async function changedRule(id: string, definition: CustomRuleDefinition): Promise<AnyRule | null> {
  const { customRule } = await rulesOfExpressions();
  const made = customRule(id, definition);
  return made.kind === "rule" ? made.rule : null;
}

/**
 * The rules of a policy whose shape is right, and what is wrong in them, each problem at its place in the text; `domains`
 * are the names that the files which it extends give to domains.
 */
export async function readCustomRules(
  root: Mapping,
  text: string,
  ours: readonly AnyRule[],
  domains: readonly string[],
): Promise<CustomRulesReading> {
  const written = root.entries.get("custom_rules")?.value;
  if (written?.kind !== "map" || written.entries.size === 0) return { rules: [], problems: [] };
  const { customRule, cardPathProblem } = await rulesOfExpressions();
  const rules: AnyRule[] = [];
  const problems: Problem[] = [];
  const placing = placingIn(text);
  const named = lookup(root, "tiering.domains");
  const known = [...domains, ...(named?.kind === "map" ? named.entries.keys() : [])];
  const taken = new Set(ours.map(({ id }) => id));
  for (const entry of written.entries.values()) {
    const definition = plain(entry.value) as unknown as CustomRuleDefinition;
    const wrong = [...idProblems(entry, taken), ...needProblems(entry, definition)];
    const at = lookup(entry.value, "at");
    const path = definition.at === undefined ? null : cardPathProblem(definition.at);
    if (path && at?.kind === "scalar") wrong.push(problemAt(at, placing, entry.key, { ...path, key: "at" }));
    const made = wrong.length === 0 ? customRule(entry.key, definition, known) : null;
    if (made?.kind === "rule") rules.push(made.rule);
    for (const problem of made?.kind === "wrong" ? made.problems : []) {
      const scalar = lookup(entry.value, problem.key);
      if (scalar?.kind === "scalar") wrong.push(problemAt(scalar, placing, entry.key, problem));
    }
    problems.push(...wrong);
  }
  return { rules, problems };
}

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

function idProblems({ key, keyAt }: Entry, taken: ReadonlySet<string>): Problem[] {
  const about = `custom_rules/${key}`;
  if (!ID.test(key)) {
    const says = `"${key}" is no id of a rule`;
    const fix = "write a family and a name in lower case, such as `ours/owners-on-call`";
    return [{ code: "rule-id", about, at: keyAt, says, fix }];
  }
  if (!taken.has(key)) return [];
  const says = `"${key}" is already a rule, of effective-challenge itself or of a policy that this one extends`;
  return [
    { code: "rule-id", about, at: keyAt, says, fix: "give your rule an id of its own, such as `ours/…`" },
  ];
}

/** Names under `measured` have to be names, each once, and of metrics that there are. */
function needProblems(entry: Entry, { needs = [] }: CustomRuleDefinition): Problem[] {
  const names = new Set<string>();
  return needs.flatMap((need, index): Problem[] => {
    const at = lookup(entry.value, `needs.${index}`)?.at ?? entry.keyAt;
    const about = `custom_rules/${entry.key}/needs/${index}`;
    const name = need.name ?? need.metric;
    const metric = lookup(entry.value, `needs.${index}.metric`);
    const unknown = metric?.kind === "scalar" ? metricProblem(metric, about) : null;
    if (unknown) return [unknown];
    if (!/^[a-z_][a-z0-9_]*$/.test(name)) {
      const says = `\`measured.${name}\` cannot be written in an expression`;
      return [
        { code: "need-name", about, at, says, fix: "give it a `name:` of letters, digits and underscores" },
      ];
    }
    if (!names.has(name)) {
      names.add(name);
      return [];
    }
    const says = `two needs are called \`${name}\``;
    return [{ code: "need-name", about, at, says, fix: "give each a `name:` of its own" }];
  });
}

type Placed = Omit<DefinitionProblem, "key"> & { readonly key: string };

function problemAt(scalar: Scalar, placing: Placing, id: string, problem: Placed): Problem {
  const { code, key, offset, says, fix, unknown } = problem;
  const text = typeof scalar.value === "string" ? scalar.value : scalar.raw;
  const { line, column } = placing(scalar.at, text, offset);
  const close = unknown ? nearest(unknown.name, unknown.among) : null;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  return {
    code: `expression-${code}`,
    about: `custom_rules/${id}/${key}`,
    at: { ...scalar.at, line, column },
    says: `\`${key}\` of ${id}: ${says}`,
    fix: close === null ? fix : `write \`${close}\``,
    excerpt: { line: text.slice(start, end === -1 ? text.length : end), column: offset - start + 1 },
  };
}
