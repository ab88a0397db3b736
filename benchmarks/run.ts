import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { generateModels } from "./generate-models.ts";
import { page, type Results } from "./page.ts";
import { timeNode } from "./process.ts";

const REPEATS = 5;
const SIZES = [100, 300, 1_000, 3_000, 10_000];
/** A fixed day, so that the models' review dates never pass and change what is measured. */
const AS_OF = "2026-11-20";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "..", "dist");
const check = [join(dist, "cli.js"), "check", ".", "--exit-zero", "--as-of", AS_OF];

const bundles = readdirSync(dist)
  .filter((name) => /\.[cm]?js$/.test(name))
  .sort()
  .map((name) => ({ name, content: readFileSync(join(dist, name)) }))
  .map(({ name, content }) => ({ name, bytes: content.length, gzipped: gzipSync(content).length }));

const folder = mkdtempSync(join(tmpdir(), "effective-challenge-"));
try {
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  const results: Results = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    repeats: REPEATS,
    emptyStart: timeNode([empty], folder, REPEATS),
    oneModel: timeModels(1),
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
