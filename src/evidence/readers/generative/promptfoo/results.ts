import type { Json } from "../../../output/json.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { countsOf } from "./counts.ts";
import { rowOf, rowsOfTable } from "./row.ts";
import { shortfallsOf } from "./shortfalls.ts";
import { Tally } from "./tally.ts";

/**
 * What `promptfoo eval -o results.json` and `promptfoo export eval` write, with the results of evaluations and of
 * red teams alike. Source: promptfoo's EvaluateSummaryV2 and EvaluateSummaryV3.
 */
export const promptfooResults = defineReader<"document">({
  tool: "promptfoo",
  form: "document",
  about: {
    versions: ["0.80.3", "0.92.2", "0.121.20"],
    detectedBy:
      "an object with `results` that has `version`, `results` and `stats` of successes and failures",
    notRead: "prompts, answers and costs; the sum of named scores",
  },
  recognises: ({ root }) => summaryOf(root) !== null,
  read: ({ root }, caps): OutputReading => {
    const summary = summaryOf(root) ?? root;
    const config = root.get("config");
    const version = summary.get("version").number();
    const tally = new Tally(config, caps.evidenceEntries);
    const table = summary.get("table");
    if (table.isMap) for (const row of rowsOfTable(table)) tally.add(row);
    else for (const result of summary.get("results").items()) tally.add(rowOf(result));
    const asked = repeatOf(root);
    return {
      kind: "output",
      output: {
        tool: "promptfoo",
        formatVersion: root.get("metadata", "promptfooVersion").text() ?? `results version ${version}`,
        producedAt: isoOf(summary.get("timestamp").text() ?? root.get("createdAt").text()),
        subject: { model: tally.groups.target, version: null, digest: null },
        facts: tally.groups.facts(Math.max(asked, tally.repeat)),
        incomplete: shortfallsOf(tally.groups, expectedOf(summary, config, asked), summary),
        aggregates: countsOf(summary),
        warnings: tally.warnings(),
      },
    };
  },
});

/** Where the results are: below `results`, or in files of early 2024 at the root. */
function summaryOf(root: Json): Json | null {
  return [root.get("results"), root].find(isSummary) ?? null;
}

function isSummary(summary: Json): boolean {
  const stats = summary.get("stats");
  const counted = stats.get("successes").number() !== null && stats.get("failures").number() !== null;
  const shaped = summary.get("table").isMap || summary.get("prompts").isList;
  return counted && shaped && stats.get("tokenUsage").isMap && summary.get("results").isList;
}

function repeatOf(root: Json): number {
  const stated = [
    root.get("runtimeOptions", "repeat"),
    root.get("config", "evaluateOptions", "repeat"),
    root.get("config", "commandLineOptions", "repeat"),
  ].map((option) => option.number());
  return Math.max(1, ...stated.filter((repeat) => repeat !== null && Number.isInteger(repeat)).map(Number));
}

/**
 * Every prompt is put to every test; lists among a test's variables only make more. Null when the tests are in
 * other files, or choose among the prompts themselves.
 */
function expectedOf(summary: Json, config: Json, repeat: number): number | null {
  const head = summary.get("table", "head", "prompts");
  const prompts = head.isList ? head.size : summary.get("prompts").size;
  const tests = config.get("tests");
  if (!tests.isList) return null;
  for (const test of tests.items()) {
    if (!test.isMap || test.has("prompts") || test.has("providers") || test.has("path")) return null;
  }
  return prompts * tests.size * repeat;
}
