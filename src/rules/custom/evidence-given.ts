import type { Dossier } from "../../case/dossier.ts";
import type { EvidenceFile } from "../../evidence/file.ts";
import type { Fact } from "../../evidence/output/fact.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import type { Given } from "../../expressions/value.ts";
import { dayGiven } from "./card-given.ts";
import { stated } from "./stated.ts";

/** The tables and tools' files of a dossier. */
export function evidenceGiven({ tables, files }: Dossier): Given {
  return [...tables.map(tableGiven), ...files.map(fileGiven)];
}

function tableGiven({ id, kind, split, files, content }: EvidenceTable): Given {
  return stated({ id, kind, split, path: files[0] ?? null, opened: content.kind === "read" });
}

function fileGiven({ id, kind, split, path, output }: EvidenceFile): Given {
  const common = { id, kind, split, path };
  if (output.kind !== "output") {
    const tool = output.kind === "unparsed" ? output.tool : null;
    return stated({ ...common, tool, opened: output.kind === "unknown" });
  }
  const { tool, producedAt, facts, incomplete } = output.output;
  return stated({
    ...common,
    tool,
    opened: true,
    produced_at: producedAt === null ? null : dayGiven(producedAt),
    complete: incomplete.length === 0,
    ...totals(facts),
  });
}

function totals(facts: readonly Fact[]) {
  const kinds = new Map<string, bigint>();
  const issues = new Map<string, bigint>();
  let [held, broke, failed] = [0n, 0n, 0n];
  for (const fact of facts) {
    kinds.set(fact.kind, (kinds.get(fact.kind) ?? 0n) + 1n);
    if (fact.kind === "attempts") {
      held += BigInt(fact.held);
      broke += BigInt(fact.broke);
    } else if (fact.kind === "check")
      failed += fact.outcome === "failed" || fact.outcome === "error" ? 1n : 0n;
    else if (fact.kind === "issue" && !fact.suppressed)
      issues.set(fact.severity, (issues.get(fact.severity) ?? 0n) + 1n);
  }
  const [counts, severities] = [Object.fromEntries(kinds), Object.fromEntries(issues)];
  return { facts: counts, issues: severities, held, broke, failed };
}
