import configurationSchema from "../../schemas/configuration.schema.json" with { type: "json" };
import { LIFECYCLES, TIERS, type Tier } from "../../src/inventory/vocabulary.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { SEVERITIES, type Severity } from "../../src/policy/severity.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { standing } from "./baseline.ts";
import { code, table } from "./table.ts";

/** What holds a model, by tier and stage. */
export function blockingTable(policy: Policy): string {
  const rows = TIERS.map((tier) => [
    tier,
    ...LIFECYCLES.map((stage) => `${effectivePolicy(policy, tier, stage).blocking} or worse`),
  ]);
  return table(["tier", ...LIFECYCLES], rows);
}

/** How severe each rule is in production, by tier. */
export function severityTable(policy: Policy): string {
  const rows = RULES.map((rule) => [
    `[${rule.id}](rules/${rule.id}.md)`,
    ...TIERS.map((tier) => standing(policy, rule, tier, "production")),
  ]);
  return table(["rule", ...TIERS], rows);
}

/** Days to remedy, by tier and severity. */
export function remediationTable(policy: Policy): string {
  const shown = SEVERITIES.filter((severity) =>
    TIERS.some((tier) => daysFor(policy, tier, severity) !== undefined),
  );
  const rows = TIERS.map((tier) => [
    tier,
    ...shown.map((severity) => String(daysFor(policy, tier, severity) ?? "")),
  ]);
  return table(["tier", ...shown], rows);
}

function daysFor(policy: Policy, tier: Tier, severity: Severity): number | undefined {
  return effectivePolicy(policy, tier, "production").remediationDays[severity];
}

/** Each criterion of the tiering, as the report gives it. */
export function criteriaList(policy: Policy): string {
  return policy.tiering.criteria.map(({ tier, because }) => `- **${tier}**: ${because}`).join("\n");
}

/** The words of each domain that the policy knows. */
export function domainsTable(policy: Policy): string {
  const asked = new Set(
    policy.tiering.criteria.flatMap(({ when }) => {
      const condition = when.get("domain");
      return condition?.kind === "one-of" ? condition.words : [];
    }),
  );
  const rows = [...policy.tiering.domains].map(([name, words]) => [
    name,
    asked.has(name) ? "yes" : "no",
    words.join(", "),
  ]);
  return table(["domain", "asked for", "words that mean it"], rows);
}

/** The keys of effective-challenge.yaml, and every limit with what holds when it is not set. */
export function configurationTable(): string {
  const { policy, exclude, limits } = configurationSchema.properties;
  const top = Object.entries({ policy, exclude, limits }).map(([name, { description }]) => [
    code(name),
    "",
    description,
  ]);
  const each = Object.entries(limits.properties).map(([name, { description }]) => {
    return [code(`limits.${name}`), CAPS[name as keyof typeof CAPS].toLocaleString("en"), description];
  });
  return table(
    ["key", "default", "meaning"],
    [...top, ...each].map(([key = "", unset = "", says = ""]) => [key, DEFAULTS[key] ?? unset, says]),
  );
}

const DEFAULTS: Readonly<Record<string, string>> = { "`policy`": "`baseline`", "`exclude`": "none" };
