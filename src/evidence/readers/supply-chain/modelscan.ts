import type { IssueFact, ScanFact } from "../../output/fact.ts";
import type { Json } from "../../output/json.ts";
import type { Aggregate, OutputWarning, Shortfall } from "../../output/output.ts";
import { defineReader } from "../../output/reader.ts";
import { isoOf } from "../iso-time.ts";

const SEVERITIES = ["CRITICAL", "HIGH", "MEDIUM", "LOW"] as const;
const LONGEST = 300;

/** What ModelScan found in model files. It names the files that it looked into, without a digest of any. */
export const modelscan = defineReader<"document">({
  tool: "modelscan",
  form: "document",
  about: {
    versions: ["0.5.2", "0.8.8"],
    detectedBy: "an object with `summary.modelscan_version` and `summary.total_issues_by_severity`",
    notRead: "the zone of its time, which it does not write",
  },
  recognises: ({ root }) => {
    const summary = root.get("summary");
    return summary.has("modelscan_version", "total_issues_by_severity");
  },
  read({ root }) {
    const summary = root.get("summary");
    const files = textsIn(summary.get("scanned", "scanned_files"));
    const scan: ScanFact = {
      kind: "scan",
      scanner: "modelscan",
      covered: files,
      at: summary.get("scanned").at,
    };
    const issues = [...root.get("issues").items()].map(issueFrom);
    const written = summary.get("timestamp").text();
    const zoned = isoOf(written);
    return {
      kind: "output",
      output: {
        tool: "modelscan",
        formatVersion: summary.get("modelscan_version").text(),
        producedAt: zoned ?? isoOf(written, "Z"),
        subject: null,
        facts: [scan, ...issues],
        incomplete: shortfalls(root, files.length),
        aggregates: totals(root, issues, files.length),
        warnings: [...skipped(summary), ...(zoned ? [] : [zoneless(summary.get("timestamp"))])],
      },
    };
  },
});

function textsIn(list: Json): string[] {
  return [...list.items()].flatMap((item) => item.text() ?? []);
}

function issueFrom(issue: Json): IssueFact {
  const scanner = issue.get("scanner").text()?.split(".").at(-1) ?? "modelscan";
  const parts = [issue.get("module").text(), issue.get("operator").text()].flatMap((part) => part ?? []);
  return {
    kind: "issue",
    scanner: "modelscan",
    rule: [scanner, parts.join(".")].filter((part) => part !== "").join(" "),
    severity: severityOf(issue.get("severity").text()),
    path: issue.get("source").text(),
    suppressed: false,
    says: (issue.get("description").text() ?? "it says no more").slice(0, LONGEST),
    at: issue.at,
  };
}

function severityOf(text: string | null): IssueFact["severity"] {
  switch (text) {
    case "CRITICAL":
      return "critical";
    case "HIGH":
      return "high";
    case "MEDIUM":
      return "medium";
    case "LOW":
      return "low";
    default:
      return "unknown";
  }
}

function shortfalls(root: Json, files: number): Shortfall[] {
  const found: Shortfall[] = [];
  const errors = root.get("errors");
  if (errors.size > 0) {
    const first = errors.get(0, "source").text() ?? "a file";
    const says = `${errors.size} ${errors.size === 1 ? "file was" : "files were"} not scanned because of an error, such as ${first}`;
    found.push({
      code: "errors",
      says,
      fix: "mend or remove what cannot be read, and scan again",
      at: errors.at,
    });
  }
  if (!errors.isList) {
    const says = "it does not say whether there were errors";
    found.push({ code: "unfinished", says, fix: "keep the file as ModelScan wrote it", at: root.at });
  }
  if (files > 0) return found;
  const says = "no file was scanned";
  return [
    ...found,
    { code: "empty", says, fix: "scan the folder that holds the model", at: root.get("summary").at },
  ];
}

function totals(root: Json, issues: readonly IssueFact[], files: number): Aggregate[] {
  const summary = root.get("summary");
  const total = (name: string, stated: Json, recomputed: number, rows: number): Aggregate[] => {
    const number = stated.number();
    if (number === null) return [];
    return [{ name, stated: number, recomputed, because: null, tolerance: 0, rows, at: stated.at }];
  };
  const rows = issues.length;
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const shown = issues.filter((issue) => issue.severity === severityOf(severity)).length;
    return total(`issues|${severity}`, summary.get("total_issues_by_severity", severity), shown, rows);
  });
  return [
    ...total("issues", summary.get("total_issues"), rows, rows),
    ...bySeverity,
    ...total("files scanned", summary.get("scanned", "total_scanned"), files, files),
  ];
}

function skipped(summary: Json): OutputWarning[] {
  const files = summary.get("skipped", "skipped_files");
  if (files.size === 0) return [];
  const first = files.get(0, "source").text() ?? "a file without a name";
  return [
    { code: "skipped", says: `ModelScan passed over ${files.size} files, such as ${first}`, at: files.at },
  ];
}

function zoneless(timestamp: Json): OutputWarning {
  return { code: "no-zone", says: "its time has no zone, and is read as UTC", at: timestamp.at };
}
