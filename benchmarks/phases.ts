import { basename, dirname } from "node:path";
import { requestOf } from "../src/main/analysis-request.ts";
import { analyse } from "../src/measurement/analysis/analyse.ts";
import { columnsToRead } from "../src/measurement/analysis/columns.ts";
import { analysisText } from "../src/report/analysis/text.ts";
import { ascending } from "../src/statistics/ranking/ascending.ts";
import { readTable } from "../src/tables/read.ts";
import { numberColumn } from "../src/tables/table.ts";
import { CAPS } from "../src/workspace/caps.ts";
import { sha256 } from "../src/workspace/digest.ts";
import { isRefusal } from "../src/workspace/tree.ts";
import { workTree } from "../src/workspace/work-tree.ts";

/** Prints, as JSON, the milliseconds that each phase of `metrics FILE` takes in a process that does nothing before. */
const path = process.argv[2]!;
const tree = await workTree(dirname(path), CAPS, null);
const opened = await tree.open(basename(path));
if (isRefusal(opened)) throw new Error(opened.says);
const file = opened;
const request = requestOf({
  task: "binary",
  label: ["label"],
  score: ["score"],
  threshold: "0.5",
  segment: ["sex", "region"],
});
const phases: Record<string, number> = {};

async function timed<T>(phase: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  phases[phase] = performance.now() - start;
  return result;
}

await timed("read", async () => {
  for await (const _ of file.stream());
});
const digest = await timed("digest", () => sha256(file));
const columns = columnsToRead(request, new Set(["label", "score", "sex", "region"]), CAPS.distinctValues);
const table = await timed("table", () => readTable([file], columns, CAPS));
if ("failed" in table) throw new Error(table.says);
const scores = numberColumn(table, "score")!.values.slice();
await timed("sort", () => ascending(scores));
const population = { file: { path, format: "csv" as const, bytes: file.size, sha256: digest }, table };
const analysis = await timed("analyse", () =>
  analyse({ current: population, reference: null }, request, "0"),
);
if (!("schema" in analysis)) throw new Error(analysis[0]!.says);
await timed("show", () => analysisText(analysis, { width: 100, colour: false }));
console.log(JSON.stringify(phases));
