import { writeFileSync } from "node:fs";
import { inRoot } from "../docs/root.ts";
import { MUTANTS } from "./catalogue.ts";
import { killerOf } from "./hunt.ts";
import { page, type Verdict } from "./page.ts";
import { misplaced } from "./plant.ts";

const wanted = process.argv[2] ?? "";
const mutants = MUTANTS.filter(({ file, breaks }) => `${file} ${breaks}`.includes(wanted));
const lost = misplaced(mutants);
if (lost.length > 0) throw new Error(lost.join("\n"));

const verdicts: Verdict[] = [];
for (const mutant of mutants) {
  const killer = await killerOf(mutant);
  verdicts.push({ mutant, killer });
  process.stdout.write(
    `${killer === null ? "SURVIVED" : "killed"}  ${mutant.breaks}  (${killer ?? mutant.file})\n`,
  );
}
const survivors = verdicts.filter(({ killer }) => killer === null).length;
if (wanted === "") writeFileSync(inRoot("tools/mutants/README.md"), page(verdicts));
process.stdout.write(`${verdicts.length - survivors} of ${verdicts.length} killed\n`);
process.exitCode = survivors > 0 ? 1 : 0;
