import { table } from "../docs/table.ts";
import type { Mutant } from "./mutant.ts";

export interface Verdict {
  readonly mutant: Mutant;
  /** File and title of the first test that failed; null when the mutant survived. */
  readonly killer: string | null;
}

const LONGEST_TITLE = 90;

/** The README: every mutant and the test that found it. */
export function page(verdicts: readonly Verdict[]): string {
  const killed = verdicts.filter(({ killer }) => killer !== null).length;
  const rows = verdicts.map(({ mutant, killer }) => [
    mutant.breaks,
    `\`${mutant.file.replace(/^src\//, "")}\``,
    killer === null ? "**survived**" : cut(killer.replace(/^__tests__\//, "")),
  ]);
  return `${[
    "<!-- Written by npm run mutants. -->",
    "# Planted faults",
    "Would the tests see a wrong number? Each line is a small fault that is planted in the source as it is loaded, the way such faults are made, and the first test that fails because of it. " +
      "A fault that no test finds fails the run, and so does one whose text is no longer in its file.",
    "```sh\nnpm run mutants\n```",
    "The work tree keeps its files. The list is in the files `of-….ts`; `npm run mutants -- ranking` runs those whose file or words have it in them, and writes nothing.",
    `${killed} of ${verdicts.length} are found.`,
    table(["what is broken", "in `src/`", "found by"], rows),
  ].join("\n\n")}\n`;
}

function cut(title: string): string {
  const flat = title.replace(/[`*_<>]/g, "\\$&");
  return flat.length > LONGEST_TITLE ? `${flat.slice(0, LONGEST_TITLE)}…` : flat;
}
