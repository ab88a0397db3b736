import { readFileSync } from "node:fs";
import { shippedControls } from "../../src/main/shipped-controls.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { matrixSection } from "../oracles/matrix.ts";
import { readBaseline } from "./baseline.ts";
import { cardKeys } from "./card-keys.ts";
import { controlsPage } from "./controls-page.ts";
import { commonRules, factsTable, toolsTable } from "./evidence.ts";
import { expressionsPage } from "./expressions.ts";
import { firstSteps } from "./first-steps.ts";
import { metricsPage } from "./metrics.ts";
import { POLICY_SCHEMA_PATH, policySchema } from "./policy-schema.ts";
import {
  blockingTable,
  configurationTable,
  criteriaList,
  domainsTable,
  remediationTable,
  severityTable,
} from "./policy-tables.ts";
import { inRoot } from "./root.ts";
import { rulePage } from "./rule/page.ts";
import { ruleIndex } from "./rule-index.ts";
import { example, measured } from "./sample.ts";
import { fill } from "./section.ts";
import { criteriaTable } from "./tier-criteria.ts";
import { needsTable } from "./tier-needs.ts";
import { workflow } from "./workflow.ts";

/** Path in the repository to the text that belongs there. */
export type Pages = ReadonlyMap<string, string>;

/** Where a rule's page is. */
export function pageOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** Every page and part of a page that is generated from the source alone. */
export async function pages(): Promise<Pages> {
  const [policy, catalogue, metrics] = await Promise.all([readBaseline(), shippedControls(), metricsPage()]);
  const controls = new Map(catalogue.controls.map((control) => [control.id, control]));
  const rulePages = await Promise.all(
    RULES.map(async (rule) => [pageOf(rule.id), await rulePage(rule, policy, controls)] as const),
  );
  return new Map([
    [POLICY_SCHEMA_PATH, policySchema()],
    ["docs/rules/README.md", ruleIndex(RULES)],
    ...rulePages,
    ["docs/controls.md", controlsPage(catalogue, RULES)],
    ["docs/card-keys.md", cardKeys()],
    ["docs/metrics.md", metrics],
    ["docs/expressions.md", expressionsPage()],
    [
      "docs/evidence.md",
      filled("docs/evidence.md", {
        common: commonRules(),
        tools: await toolsTable(),
        facts: factsTable(),
      }),
    ],
    [
      "docs/policy.md",
      filled("docs/policy.md", {
        criteria: criteriaList(policy),
        domains: domainsTable(policy),
        blocking: blockingTable(policy),
        severities: severityTable(policy),
        remediation: remediationTable(policy),
        configuration: configurationTable(),
      }),
    ],
    [
      "docs/tiers.md",
      filled("docs/tiers.md", {
        factors: criteriaTable(policy),
        domains: domainsTable(policy),
        needs: needsTable(policy),
      }),
    ],
    ["tools/oracles/README.md", filled("tools/oracles/README.md", { matrix: matrixSection() })],
    ...["README.md", "docs/getting-started.md", "docs/workflows.md"].map(
      (path) => [path, filled(path, { workflow: workflow() })] as const,
    ),
  ]);
}

/** The pages that show what the program prints, which needs the built program. */
export async function samplePages(): Promise<Pages> {
  const shown = { workflow: workflow() };
  return new Map([
    ["README.md", filled("README.md", { ...shown, output: await example() })],
    ["docs/getting-started.md", filled("docs/getting-started.md", { ...shown, ...(await firstSteps()) })],
    ["docs/metrics-command.md", filled("docs/metrics-command.md", { output: await measured() })],
  ]);
}

function filled(path: string, sections: Readonly<Record<string, string>>): string {
  const written = readFileSync(inRoot(path), "utf8");
  return Object.entries(sections).reduce((page, [name, body]) => fill(page, name, body), written);
}
