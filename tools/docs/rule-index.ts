import type { AnyRule } from "../../src/rules/rule.ts";
import { table } from "./table.ts";

/** docs/rules/README.md: every rule under its family, families in the order in which a report meets them. */
export function ruleIndex(rules: readonly AnyRule[]): string {
  const byFamily = new Map<string, AnyRule[]>();
  for (const rule of rules) {
    const [family = ""] = rule.id.split("/");
    byFamily.set(family, [...(byFamily.get(family) ?? []), rule]);
  }
  const sections = [...byFamily].flatMap(([family, members]) => [`## ${family}`, rows(members)]);
  const parts = [
    "<!-- Generated from src/rules/catalogue.ts by npm run docs. -->",
    "# Rules",
    `${rules.length} rules. Each asks one question of one model and answers it with fine, finding, cannot-tell or not-applicable. ` +
      "The [policy](../policy.md) decides where a rule applies and how severe its findings are; " +
      "a cannot-tell weighs as much as a finding, so that taking evidence away gains nothing.",
    ...sections,
  ];
  return `${parts.join("\n\n")}\n`;
}

function rows(rules: readonly AnyRule[]): string {
  return table(
    ["rule", "question", "controls"],
    rules.map(({ id, question, controls }) => [`[${id}](${id}.md)`, question, controls.join(", ")]),
  );
}
