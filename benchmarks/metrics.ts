import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { agreeing } from "./agreement.ts";
import { generatePredictions } from "./generate-predictions.ts";
import { type Command, inTurns, printed } from "./metered.ts";
import { type Comparison, type Growth, metricsPage, type Phase } from "./metrics-page.ts";

const REPEATS = 5;
/** A run takes half a minute. */
const REPEATS_OF_MOST = Number(process.argv[2] ?? 3);
const ENGINES = { c: "pandas, its default engine", pyarrow: "pandas, pyarrow's engine" } as const;
type Engine = keyof typeof ENGINES;
/** What the other side measures, for `--metric`; it measures all but the losses in each group, too. */
const METRICS = [
  ...["accuracy", "balanced_accuracy", "precision", "recall", "f1", "fbeta", "jaccard", "matthews_corrcoef"],
  ...[
    "cohen_kappa",
    "specificity",
    "negative_predictive_value",
    "false_positive_rate",
    "false_negative_rate",
  ],
  ...["roc_auc", "average_precision", "log_loss", "brier_score"],
];
type What = "all" | "alone";
const MILLION = 1_000_000;
const GROWTH = [10_000, 100_000, MILLION, 10 * MILLION];
const [BOOTSTRAP_ROWS, REPLICATES] = [100_000, 1_000];

const VERSIONS = `import sys, numpy, pandas, pyarrow, scipy, sklearn
print(f"Python {sys.version_info.major}.{sys.version_info.minor}, pandas {pandas.__version__}, pyarrow {pyarrow.__version__}, "
      f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}, SciPy {scipy.__version__}")`;

const here = fileURLToPath(new URL(".", import.meta.url));
const cli = join(here, "..", "dist", "cli.js");
const folder = mkdtempSync(join(tmpdir(), "effective-challenge-"));
const notes = join(folder, "time.txt");

try {
  const csv = made("predictions.csv", MILLION);
  const jsonl = made("predictions.jsonl", MILLION);
  const parquet = join(folder, "predictions.parquet");
  printed(["python3", join(here, "peers", "to_parquet.py"), csv, parquet]);
  const agreed = agreeing(JSON.parse(printed(ours(csv, "json"))), JSON.parse(printed(peer(csv, "c"))));
  const comparisons = [
    compared("CSV, 1,000,000 rows", csv, ["c", "pyarrow"]),
    compared("JSON Lines, 1,000,000 rows", jsonl, ["c", "pyarrow"]),
    compared("Parquet, 1,000,000 rows", parquet, ["pyarrow"]),
  ];
  const alone = [
    compared("CSV, 1,000,000 rows", csv, ["c", "pyarrow"], REPEATS, "alone"),
    compared("JSON Lines, 1,000,000 rows", jsonl, ["c", "pyarrow"], REPEATS, "alone"),
    compared("Parquet, 1,000,000 rows", parquet, ["pyarrow"], REPEATS, "alone"),
  ];
  const phases = phasesOf(csv);
  const growth: Growth[] = [];
  for (const rows of GROWTH) {
    const path = made("growing.csv", rows);
    const repeats = rows === 10 * MILLION ? REPEATS_OF_MOST : REPEATS;
    if (rows === 10 * MILLION) {
      const what = `CSV, 10,000,000 rows, ${repeats === 1 ? "once" : `median of ${repeats}`}`;
      if (repeats > 1) comparisons.push(compared(what, path, ["c"], repeats));
      alone.push(compared(what, path, ["c"], repeats, "alone"));
    }
    growth.push({ rows, bytes: statSync(path).size, run: inTurns([ours(path)], repeats, notes)[0]! });
    console.log(`${rows} rows: ${growth.at(-1)!.run.seconds.toFixed(2)} s`);
  }
  const page = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
    node: process.versions.node,
    libraries: printed(["python3", "-c", VERSIONS]).trim(),
    date: new Date().toISOString().slice(0, 10),
    repeats: REPEATS,
    repeatsOfMost: REPEATS_OF_MOST,
    agreed,
    comparisons,
    alone,
    phases,
    growth,
    bootstrap: bootstrapped(),
  };
  writeFileSync(join(here, "metrics.md"), metricsPage(page));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function made(name: string, rows: number): string {
  const path = join(folder, name);
  generatePredictions(path, rows, name.endsWith(".jsonl") ? "jsonl" : "csv");
  return path;
}

function ours(path: string, format = "text", what: What = "all"): Command {
  const columns = ["--label", "label", "--score", "score", "--threshold", "0.5"];
  const segments = ["--segment", "sex", "--segment", "region"];
  return [
    process.execPath,
    cli,
    "metrics",
    path,
    "--task",
    "binary",
    ...columns,
    ...segments,
    ...(what === "alone" ? METRICS.flatMap((name) => ["--metric", name]) : []),
    "--format",
    format,
  ];
}

function peer(path: string, engine: Engine, what: What = "all"): Command {
  return ["python3", join(here, "peers", "metrics.py"), path, engine, what];
}

function compared(
  what: string,
  path: string,
  engines: readonly Engine[],
  repeats = REPEATS,
  measured: What = "all",
): Comparison {
  const commands = [ours(path, "text", measured), ...engines.map((engine) => peer(path, engine, measured))];
  const [own, ...others] = inTurns(commands, repeats, notes);
  const peers = engines.map((engine, index) => ({ engine: ENGINES[engine], run: others[index]! }));
  console.log(
    `${what}: ${own!.seconds.toFixed(2)} s, ${peers.map(({ run }) => run.seconds.toFixed(2)).join(" s, ")} s`,
  );
  return { what, bytes: statSync(path).size, ours: own!, peers };
}

/** A program of this folder, built as the command line is. */
function built(name: string): string {
  const outfile = join(folder, `${name}.mjs`);
  const banner = {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  };
  buildSync({
    entryPoints: [join(here, `${name}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    outfile,
    banner,
  });
  return outfile;
}

function phasesOf(path: string): Phase[] {
  const program = built("phases");
  const runs = Array.from(
    { length: REPEATS },
    (): Record<string, number> => JSON.parse(printed([process.execPath, program, path])),
  );
  return Object.keys(runs[0]!).map((phase) => ({
    phase,
    milliseconds: runs.map((run) => run[phase]!).sort((a, b) => a - b)[REPEATS >> 1]!,
  }));
}

function bootstrapped(): Comparison {
  const path = made("bootstrap.csv", BOOTSTRAP_ROWS);
  const own: Command = [process.execPath, built("bootstrap-area"), path, String(REPLICATES)];
  const loop: Command = ["python3", join(here, "peers", "bootstrap.py"), path, String(REPLICATES)];
  const [ours, theirs] = inTurns([own, loop], REPEATS, notes);
  return {
    what: "1,000 replicates of ROC AUC, 100,000 rows",
    bytes: statSync(path).size,
    ours: ours!,
    peers: [{ engine: "NumPy loop", run: theirs! }],
  };
}
