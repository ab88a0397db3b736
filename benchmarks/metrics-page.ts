import type { Run } from "./metered.ts";

/** Our command beside others that compute the same from the same file. */
export interface Comparison {
  readonly what: string;
  readonly bytes: number;
  readonly ours: Run;
  readonly peers: readonly { readonly engine: string; readonly run: Run }[];
}

export interface Phase {
  readonly phase: string;
  readonly milliseconds: number;
}

export interface Growth {
  readonly rows: number;
  readonly bytes: number;
  readonly run: Run;
}

interface Page {
  readonly machine: string;
  readonly node: string;
  readonly libraries: string;
  readonly date: string;
  readonly repeats: number;
  /** Of the largest file. */
  readonly repeatsOfMost: number;
  /** Numbers that both sides gave alike. */
  readonly agreed: number;
  readonly comparisons: readonly Comparison[];
  /** Of the metrics that both sides measure, and nothing else. */
  readonly alone: readonly Comparison[];
  readonly phases: readonly Phase[];
  readonly growth: readonly Growth[];
  readonly bootstrap: Comparison;
}

const PHASES: Readonly<Record<string, string>> = {
  read: "reading the bytes",
  digest: "reading them again, for their SHA-256",
  table: "reading them again, into four typed columns",
  sort: "of the next: putting a million scores in order, once",
  analyse: "metrics, curves, calibration, three sets of groups",
  show: "writing the text with its plots",
};

/** benchmarks/metrics.md, from the measurements alone. */
export function metricsPage(page: Page): string {
  const reading = page.phases.find(({ phase }) => phase === "read")!.milliseconds;
  return `# Benchmarks of \`metrics FILE\`

Whole processes, median of ${page.repeats} in turns, on ${page.machine}, ${page.date}. Node ${page.node}; ${page.libraries}. To
measure again and rewrite this page, with those libraries installed:

\`\`\`sh
npx tsx benchmarks/metrics.ts
\`\`\`

The file is made by \`npx tsx benchmarks/generate-predictions.ts FILE.csv ROWS\`: an id, a label, a score with all the
digits of a double, and two segment columns; the Parquet is what pandas writes of it.

## The same metrics

Of all rows, of both segments and of their intersection, with DeLong's interval of each area: our side is the command
below with \`--metric\` for each metric of the other side, which is run without its calibration and curves. Ours has the
intervals of the other metrics as well, and two losses more in each group.

| | | wall time | processor time | peak memory |
| --- | --- | ---: | ---: | ---: |
${page.alone.map(comparisonRows).join("\n")}

A share is of our figure in theirs. The aims are 0.15 of the wall time and 0.35 of the memory.

## Everything

Our side is

\`\`\`sh
node dist/cli.js metrics FILE --task binary --label label --score score --threshold 0.5 --segment sex --segment region
\`\`\`

which measures everything it can: all metrics with their intervals, calibration with its fits, four curves, both
segments and their intersection, disparities with intervals. The other side, [peers/metrics.py](peers/metrics.py),
reads the four columns with pandas and computes the same point metrics with scikit-learn, DeLong's variance with NumPy
and SciPy; it has no other interval, no fit and no disparity. Before the clock starts, ${page.agreed} numbers are compared
and must agree to nine digits.

| | | wall time | processor time | peak memory |
| --- | --- | ---: | ---: | ---: |
${page.comparisons.map(comparisonRows).join("\n")}

## Where the time goes

One million rows of CSV, each phase timed within one process that begins cold.

| phase | median | times reading the bytes |
| --- | ---: | ---: |
${page.phases.map(({ phase, milliseconds }) => `| ${PHASES[phase] ?? phase} | ${milliseconds.toFixed(0)} ms | ${(milliseconds / reading).toFixed(1)} |`).join("\n")}

## Growth

| rows | file | wall time | peak memory | per row, against the row above |
| ---: | ---: | ---: | ---: | ---: |
${page.growth.map((growth, index) => growthRow(growth, page.growth[index - 1])).join("\n")}

The largest file was measured ${page.repeatsOfMost === 1 ? "once" : `${page.repeatsOfMost} times`}. Node's own start and that of the program are in every row; n log n alone would be 1.25, 1.20 and 1.17 in the last column.

## Bootstrap

| | | wall time | processor time | peak memory |
| --- | --- | ---: | ---: | ---: |
${comparisonRows(page.bootstrap)}

The aim is 0.05 of the wall time of a loop that draws rows with NumPy and ranks them anew
([peers/bootstrap.py](peers/bootstrap.py)).
`;
}

function comparisonRows({ what, bytes, ours, peers }: Comparison): string {
  const file = `${what}, ${(bytes / 1e6).toFixed(0)} MB`;
  const own = `| ${file} | effective-challenge | ${figures(ours)} |`;
  const others = peers.flatMap(({ engine, run }) => [
    `| | ${engine} | ${figures(run)} |`,
    `| | **share** | **${share(ours, run, "seconds")}** | **${share(ours, run, "processor")}** | **${share(ours, run, "megabytes")}** |`,
  ]);
  return [own, ...others].join("\n");
}

function figures({ seconds, processor, megabytes }: Run): string {
  return `${seconds.toFixed(2)} s | ${processor.toFixed(2)} s | ${megabytes.toFixed(0)} MB`;
}

function share(ours: Run, theirs: Run, figure: keyof Run): string {
  return (ours[figure] / theirs[figure]).toFixed(2);
}

function growthRow({ rows, bytes, run }: Growth, before: Growth | undefined): string {
  const each = before ? (run.seconds / rows / (before.run.seconds / before.rows)).toFixed(2) : "";
  const size = `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
  return `| ${rows.toLocaleString("en")} | ${size} | ${run.seconds.toFixed(2)} s | ${run.megabytes.toFixed(0)} MB | ${each} |`;
}
