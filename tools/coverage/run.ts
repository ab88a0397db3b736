import { writeFileSync } from "node:fs";
import { inRoot } from "../docs/root.ts";
import { page } from "./page.ts";

/** Takes some minutes, nearly all of them for the bootstrap. */
const text = page((study, index) => {
  const grid = study.grids[index]!;
  const started = Date.now();
  const coverage = grid.coverage();
  process.stderr.write(`${study.method}, ${grid.title}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return coverage;
});
writeFileSync(inRoot("docs/intervals.md"), text);
