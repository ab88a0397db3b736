import { stringify } from "yaml";
import { LIFECYCLES, TIERS } from "../../../src/inventory/vocabulary.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import type { Control } from "../../../src/report/coverage/catalogue.ts";
import { strictnessWords } from "../../../src/report/explain/strictness.ts";
import type { AnyRule } from "../../../src/rules/rule.ts";
import { parametersSet, standing } from "../baseline.ts";
import { defaultWords, typeWords } from "../parameter.ts";
import { code, table } from "../table.ts";
import { exampleSection } from "./example-section.ts";

/** A rule's page, from nothing but its metadata, the baseline, the control catalogue, and its judged example. */
export async function rulePage(
  rule: AnyRule,
  policy: Policy,
  controls: ReadonlyMap<string, Control>,
): Promise<string> {
  const parts = [
    `<!-- Generated from src/rules/${rule.id}.ts by npm run docs. -->`,
    `# ${rule.id}`,
    `**${rule.question}**`,
    rule.why,
    judges(rule),
    "## To fix",
    `${rule.remedy.says} A finding has the line and the values of your own card; these are an example's:`,
    `\`\`\`yaml\n${rule.remedy.yaml.trim()}\n\`\`\``,
    ...(rule.example ? ["## Example", await exampleSection(rule.id, rule.example)] : []),
    "## In the baseline policy",
    severities(rule, policy),
    "**Bold**: an open finding, or a cannot-tell, holds the model. Otherwise it becomes a condition.",
    "## Parameters",
    ...parameters(rule, policy),
    "## Controls",
    controlled(rule, controls),
    `[All rules](../README.md) · [the rule's source](../../../src/rules/${rule.id}.ts) · [its tests](../../../__tests__/rules/${rule.id}.test.ts)`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function judges({ judges }: AnyRule): string {
  switch (judges ?? "present") {
    case "present":
      return "Judges every model that the head has.";
    case "removed":
      return "Judges models whose card the change takes away, as the base had them.";
  }
}

function severities(rule: AnyRule, policy: Policy): string {
  const rows = TIERS.map((tier) => [tier, ...LIFECYCLES.map((stage) => standing(policy, rule, tier, stage))]);
  return table(["tier", ...LIFECYCLES], rows);
}

function parameters(rule: AnyRule, policy: Policy): string[] {
  const schemas = Object.entries(rule.parameters);
  if (schemas.length === 0) return ["None."];
  const rows = schemas.map(([name, schema]) => [
    code(name),
    typeWords(schema),
    defaultWords(schema),
    strictnessWords(schema.stricter),
    schema.description,
  ]);
  const set = Object.fromEntries(
    TIERS.map((tier) => [tier, parametersSet(policy, rule, tier)] as const).filter(
      ([, given]) => Object.keys(given).length > 0,
    ),
  );
  if (Object.keys(set).length === 0)
    return [table(HEAD, rows), "The baseline leaves them at their defaults."];
  const written = stringify(set, { lineWidth: 110, aliasDuplicateObjects: false }).trim();
  return [table(HEAD, rows), "The baseline sets for production, by tier:", `\`\`\`yaml\n${written}\n\`\`\``];
}

const HEAD = ["name", "type", "default", "stricter", "what it sets"] as const;

function controlled({ controls: ids }: AnyRule, controls: ReadonlyMap<string, Control>): string {
  const lines = ids.map((id) => {
    const control = controls.get(id);
    if (!control) throw new Error(`controls/controls.yaml has no ${id}`);
    return `- **${id}** (${control.group}, ${control.verified}): ${control.statement}`;
  });
  return [
    ...lines,
    "",
    "A control may be wider than the rule, which checks the part that its question asks about.",
  ].join("\n");
}
