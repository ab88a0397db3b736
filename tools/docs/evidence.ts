import type { FactKind } from "../../src/evidence/output/fact.ts";
import type { AnyReader } from "../../src/evidence/output/reader.ts";
import { READERS } from "../../src/evidence/readers/catalogue.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { evidenceFixtures, FIXTURES } from "../evidence/fixtures.ts";
import { readEvidence } from "../evidence/read.ts";
import { inRoot } from "./root.ts";
import { code, table } from "./table.ts";

/** Each tool, once: what is read of it, how it is told, what it gives, who judges that, and what is not read. */
export async function toolsTable(): Promise<string> {
  const given = await factsGiven();
  const rows = [...toolsOf(READERS)].map(([tool, readers]) => {
    const kinds = [...(given.get(tool) ?? [])].sort();
    return [
      code(tool),
      distinct(readers.flatMap(({ about }) => about.versions)),
      distinct(readers.map(({ about }) => about.detectedBy)),
      kinds.join(", "),
      kinds.length === 0 ? "" : rulesFor(kinds).map(linked).join(", "),
      distinct(readers.map(({ about }) => about.notRead)),
    ];
  });
  return table(
    ["tool", "versions read", "told by", "facts", "judged by, beside the rules of every file", "not read"],
    rows,
  );
}

/** What each kind of fact is, with the rules that judge it. */
export function factsTable(): string {
  const rows = Object.entries(MEANINGS).map(([kind, meaning]) => [
    kind,
    meaning,
    rulesFor([kind]).map(linked).join(", ") || "none yet",
  ]);
  return table(["fact", "what it says", "judged by"], rows);
}

/** The rules that judge every tool's file, whatever it says. */
export function commonRules(): string {
  const common = RULES.filter(({ id, reads }) => id.startsWith("evidence/") && reads === undefined);
  return common.map(({ id, question }) => `- ${linked(id)}: ${question}`).join("\n");
}

const MEANINGS: Readonly<Record<FactKind, string>> = {
  metric: "a metric's value, as the tool computed it",
  attempts: "attempts on a model, counted by what became of them",
  check: "a test or expectation, and whether it passed",
  alert: "a rule that fires, by which conditions",
  route: "where an alert is led, by its labels",
  dashboard: "what is shown to people",
  scan: "that a scanner ran over some files",
  issue: "what a scanner found",
  artifact: "a file with its digest",
  dataset: "a data set with its digest or rows",
  version: "a version in a registry",
  lineage: "what was made from what",
  notebook: "whether a notebook shows one run, in order",
  importance: "how much a feature counts in an explanation",
};

function toolsOf(readers: readonly AnyReader[]): ReadonlyMap<string, readonly AnyReader[]> {
  const byTool = new Map<string, AnyReader[]>();
  for (const reader of readers) byTool.set(reader.tool, [...(byTool.get(reader.tool) ?? []), reader]);
  return byTool;
}

/** By reading the files that the tests keep of each tool. */
async function factsGiven(): Promise<ReadonlyMap<string, ReadonlySet<FactKind>>> {
  const tree = await workTree(inRoot(FIXTURES), CAPS, null);
  const given = new Map<string, Set<FactKind>>();
  for (const fixture of evidenceFixtures()) {
    const state = await readEvidence(tree, fixture);
    if (state.kind !== "output") continue;
    const { tool, facts } = state.output;
    given.set(tool, new Set([...(given.get(tool) ?? []), ...facts.map(({ kind }) => kind)]));
  }
  return given;
}

function rulesFor(kinds: readonly string[]): string[] {
  return RULES.filter(({ reads = [] }) => reads.some((kind) => kinds.includes(kind))).map(({ id }) => id);
}

function linked(rule: string): string {
  return `[${rule}](rules/${rule}.md)`;
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter(Boolean))].join("; ");
}
