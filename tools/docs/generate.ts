import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pages, samplePages } from "./pages.ts";
import { inRoot } from "./root.ts";
import { isBuilt } from "./sample.ts";
import { orphans, stale } from "./state.ts";

/** `generate.ts` writes what is stale; `generate.ts --check` only names it, and fails when there is any. */
const checking = process.argv.includes("--check");
const built = isBuilt();
const wanted = new Map([...(await pages()), ...(built ? await samplePages() : [])]);
const old = stale(wanted);
const left = orphans(wanted);

if (!checking) {
  for (const path of old) {
    mkdirSync(dirname(inRoot(path)), { recursive: true });
    writeFileSync(inRoot(path), wanted.get(path)!);
    process.stdout.write(`wrote ${path}\n`);
  }
  for (const path of left) {
    rmSync(inRoot(path));
    process.stdout.write(`removed ${path}\n`);
  }
} else if (old.length + left.length > 0) {
  process.stderr.write(
    `stale, run npm run docs:\n${[...old, ...left].map((path) => `  ${path}\n`).join("")}`,
  );
  process.exitCode = 1;
}
if (!built) {
  process.stderr.write(
    "the samples of output were left as they are: they need dist/cli.js, so build first\n",
  );
  process.exitCode = 1;
}
