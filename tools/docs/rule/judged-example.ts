import { memoryTree } from "../../../__tests__/support/memory-tree.ts";
import { challenge } from "../../../src/gate.ts";
import { shippedPolicies } from "../../../src/main/shipped-policies.ts";
import type { CheckReport, FindingReport } from "../../../src/report/report.ts";
import type { ExampleFiles } from "../../../src/rules/example.ts";
import { AS_OF } from "../sample.ts";

/** What one rule said of the models of an example. */
export interface JudgedExample {
  readonly checks: readonly CheckReport[];
  readonly findings: readonly FindingReport[];
}

/** Below it stands what the change started from. */
export const BASE = "base/";
const shipped = shippedPolicies();

/** Judges an example as any repository is: discovery, readers, the bundled baseline, the whole road. */
export async function judgedExample(rule: string, files: ExampleFiles): Promise<JudgedExample> {
  const entries = Object.entries(files);
  const head = entries.filter(([path]) => !path.startsWith(BASE));
  const base = entries.flatMap(([path, text]) =>
    path.startsWith(BASE) ? [[path.slice(BASE.length), text] as const] : [],
  );
  const { report, faults } = await challenge({
    head: memoryTree(Object.fromEntries(head)),
    base: base.length > 0 ? memoryTree(Object.fromEntries(base)) : null,
    commit: { head: null, evaluated: null, base: null, mergeBase: null },
    scope: [""],
    model: null,
    stage: null,
    asOf: AS_OF,
    advisory: false,
    shipped: await shipped,
    version: "0",
  });
  if (faults[0]) throw new Error(`${faults[0].rule}: ${String(faults[0].cause)}`);
  return {
    checks: report.models.flatMap(({ checks }) => checks.filter((check) => check.rule === rule)),
    findings: report.models.flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule)),
  };
}
