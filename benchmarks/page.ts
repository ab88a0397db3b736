import type { Timing } from "./process.ts";

export interface Results {
  readonly machine: string;
  readonly node: string;
  readonly date: string;
  readonly repeats: number;
  readonly startRepeats: number;
  readonly emptyStart: Timing;
  readonly oneModel: Timing;
  readonly growth: readonly { readonly models: number; readonly timing: Timing }[];
  readonly bundles: readonly { readonly name: string; readonly bytes: number; readonly gzipped: number }[];
}

/** benchmarks/README.md, from the measurements alone. */
export function page(results: Results): string {
  const { emptyStart, oneModel, growth, bundles } = results;
  return `# Benchmarks

Whole processes, median of ${results.repeats}, on ${results.machine}, Node ${results.node}, ${results.date}. To measure again and rewrite this page:

\`\`\`sh
npx tsx benchmarks/run.ts
\`\`\`

The models are made by \`npx tsx benchmarks/generate-models.ts FOLDER COUNT\`: each has a native card with four claims,
an artifact and 200 rows of predictions, and every claim reproduces.

The command \`metrics FILE\` is measured beside pandas and scikit-learn by \`npx tsx benchmarks/metrics.ts\`, which writes
\`benchmarks/metrics.md\`.

## Start

Median of ${results.startRepeats}, in turns.

| | median | fastest to slowest |
| --- | ---: | ---: |
| Node, empty program | ${ms(emptyStart.median)} | ${range(emptyStart)} |
| \`check\`, one small model | ${ms(oneModel.median)} | ${range(oneModel)} |
| **difference** (aim: at most 100 ms) | **${ms(oneModel.median - emptyStart.median)}** | |

## Growth

The aim for 1,000 models is 4 s.

| models | median | fastest to slowest | per model, without the start |
| ---: | ---: | ---: | ---: |
${growth.map(({ models, timing }) => growthRow(models, timing, emptyStart.median)).join("\n")}

## Bundles

| file | size | gzipped |
| --- | ---: | ---: |
${bundles.map(({ name, bytes, gzipped }) => `| ${name} | ${kilobytes(bytes)} | ${kilobytes(gzipped)} |`).join("\n")}
`;
}

function growthRow(models: number, timing: Timing, start: number): string {
  const each = ((timing.median - start) / models).toFixed(2);
  return `| ${models.toLocaleString("en")} | ${ms(timing.median)} | ${range(timing)} | ${each} ms |`;
}

function ms(value: number): string {
  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`;
}

function range({ runs }: Timing): string {
  return `${ms(runs[0]!)} to ${ms(runs[runs.length - 1]!)}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
