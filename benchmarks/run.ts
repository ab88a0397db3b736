import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { generateModels } from "./generate-models.ts";
import { page, type Results } from "./page.ts";
import { timeInTurns, timeNode } from "./process.ts";

const REPEATS = 5;
const START_REPEATS = 21;
const SIZES = [100, 300, 1_000, 3_000, 10_000];
/** A fixed day, so that the models' review dates never pass and change what is measured. */
const AS_OF = "2026-11-20";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "..", "dist");
const check = [join(dist, "cli.js"), "check", ".", "--exit-zero", "--as-of", AS_OF];

const bundles = [
  bundle("dist/cli.js", ["cli.js"]),
  bundle("dist/action.js", ["action.js"]),
  bundle("dist/chunks/, loaded as they are needed", inChunks()),
];

const folder = mkdtempSync(join(tmpdir(), "effective-challenge-"));
try {
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  const results: Results = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    repeats: REPEATS,
    startRepeats: START_REPEATS,
    ...timeStart(empty),
    growth: SIZES.map((models) => ({ models, timing: timeModels(models) })),
    bundles,
  };
  writeFileSync(join(here, "README.md"), page(results));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function timeModels(models: number) {
  const repository = join(folder, String(models));
  generateModels(repository, models);
  const timing = timeNode(check, repository, REPEATS);
  console.log(`${models} models: ${timing.median.toFixed(0)} ms`);
  rmSync(repository, { recursive: true });
  return timing;
}

/** In turns, so that whatever else the machine does falls on both. */
function timeStart(empty: string) {
  const repository = join(folder, "one");
  generateModels(repository, 1);
  const [emptyStart, oneModel] = timeInTurns([[empty], check], repository, START_REPEATS);
  return { emptyStart: emptyStart!, oneModel: oneModel! };
}

function inChunks(): string[] {
  return readdirSync(join(dist, "chunks")).map((name) => join("chunks", name));
}

function bundle(name: string, files: readonly string[]) {
  const contents = files.map((file) => readFileSync(join(dist, file)));
  const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
  return {
    name,
    bytes: total(contents.map(({ length }) => length)),
    gzipped: total(contents.map((content) => gzipSync(content).length)),
  };
}
