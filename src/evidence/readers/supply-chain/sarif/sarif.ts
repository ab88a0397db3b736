import type { Fact, ScanFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate, OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { countedBySeverity } from "./counted.ts";
import { endOf, unended } from "./invocation.ts";
import { readResults } from "./result.ts";

const VERSION = "2.1.0";

/**
 * What a scanner of code or configuration found. A run without a result is a clean scan only where it says that
 * the tool ended well. Source: OASIS SARIF 2.1.0.
 */
export const sarif = defineReader<"document">({
  tool: "sarif",
  form: "document",
  about: {
    versions: [
      "2.1.0 (Bandit 1.9.4, Semgrep, Ruff)",
      "2.1.0 as CodeQL writes it, built from its documentation: its bundle is in none of the package registries that were searched",
    ],
    detectedBy:
      "an object with a list `runs`, whose items have a `tool`, and a `version` or `$schema` of SARIF",
    notRead: "code flows, fixes, snippets; results kept in files of their own",
  },
  recognises: ({ root }) => {
    const runs = root.get("runs");
    const named =
      root.get("version").text() === VERSION || /\bsarif\b/i.test(root.get("$schema").text() ?? "");
    return named && runs.isList && [...runs.items()].every((run) => run.get("tool").isMap);
  },
  read({ root }) {
    const version = root.get("version").text();
    if (version !== VERSION && version !== null) {
      const says = `it is SARIF ${version.slice(0, 20)}, and ${VERSION} is read`;
      return {
        kind: "unparsed",
        says,
        fix: `write it as SARIF ${VERSION}`,
        line: 1,
        at: root.get("version").at,
      };
    }
    const runs = [...root.get("runs").items()].map(readRun);
    const ends = runs.map(({ end }) => end);
    return {
      kind: "output",
      output: {
        tool: "sarif",
        formatVersion: version,
        producedAt: earliest(ends),
        subject: null,
        facts: runs.flatMap(({ facts }) => facts),
        incomplete: runs.length === 0 ? [nothing(root)] : runs.flatMap(({ incomplete }) => incomplete),
        aggregates: runs.flatMap(({ aggregates }) => aggregates),
        warnings: runs.flatMap(({ warnings }) => warnings),
      },
    };
  },
});

/** A file is as old as the oldest of its runs; null when one does not say. */
function earliest(ends: readonly (string | null)[]): string | null {
  return ends.reduce(
    (first, end) => (first === null || end === null ? null : first < end ? first : end),
    ends[0] ?? null,
  );
}

interface Run {
  readonly facts: readonly Fact[];
  readonly incomplete: readonly Shortfall[];
  readonly aggregates: readonly Aggregate[];
  readonly warnings: readonly OutputWarning[];
  readonly end: string | null;
}

function readRun(run: Json): Run {
  const driver = run.get("tool", "driver");
  const scanner = driver.get("name").text() ?? "a tool without a name";
  const { issues, warnings } = readResults(run, scanner);
  const missing = unended(run, scanner);
  const counted = countedBySeverity(run, scanner);
  const scan: ScanFact = { kind: "scan", scanner, covered: targetsOf(run), at: driver.at };
  return {
    facts: missing.length === 0 ? [scan, ...issues] : issues,
    incomplete: [...missing, ...counted.incomplete],
    aggregates: counted.aggregates,
    warnings,
    end: endOf(run),
  };
}

/** The files that the tool was told to look at, where it lists them as that; other artifacts are only mentioned. */
function targetsOf(run: Json): readonly string[] | null {
  const targets: string[] = [];
  for (const artifact of run.get("artifacts").items()) {
    const isTarget = [...artifact.get("roles").items()].some((role) => role.text() === "analysisTarget");
    const uri = artifact.get("location", "uri").text();
    if (isTarget && uri !== null) targets.push(uri);
  }
  return targets.length === 0 ? null : targets;
}

function nothing(root: Json): Shortfall {
  const says = "the file has no run of any tool";
  return {
    code: "empty",
    says,
    fix: "run the scanner, and keep the file that it writes",
    at: root.get("runs").at,
  };
}
