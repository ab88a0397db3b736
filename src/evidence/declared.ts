import { posix } from "node:path";
import type { Place } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import { resolveIn } from "../inventory/resolve.ts";
import type { Sourced } from "../inventory/sourced.ts";
import type { TableFailure } from "../tables/failure.ts";
import type { Caps } from "../workspace/caps.ts";
import { expandGlob } from "../workspace/glob.ts";
import type { Refusal } from "../workspace/refusal.ts";
import { isRefusal, type OpenFile, type Tree } from "../workspace/tree.ts";
import { phraseOf } from "./phrase.ts";

export interface Opened {
  readonly paths: readonly string[];
  readonly files: readonly OpenFile[];
  readonly problem: Problem | null;
}

/** The files behind a declared path or glob. */
export async function openDeclared(
  tree: Tree,
  folder: string,
  declared: Sourced<string>,
  at: Place,
  caps: Caps,
): Promise<Opened> {
  const expanded = await expandGlob(tree, resolveIn(folder, declared.value), caps);
  if ("refused" in expanded)
    return { paths: [], files: [], problem: refusalProblem(expanded, declared, folder) };
  const nothing = { paths: expanded.paths, files: [] };
  if (!expanded.complete) {
    const says = `${declared.value} names more than ${caps.shards} files`;
    return {
      ...nothing,
      problem: unreadable("over-cap", declared, at, says, "merge the shards, or narrow the pattern"),
    };
  }
  const files: OpenFile[] = [];
  for (const path of expanded.paths) {
    const file = await tree.open(path);
    if (isRefusal(file)) return { ...nothing, problem: refusalProblem(file, declared, folder) };
    files.push(file);
  }
  if (files.length > 0) return { paths: expanded.paths, files, problem: null };
  const fix = "correct the pattern, or commit the files that it should match";
  return {
    ...nothing,
    problem: unreadable("not-found", declared, at, `${declared.value} matches no file`, fix),
  };
}

/** Of each list of a card, so many entries are opened; each of the others is a problem and no file. */
export const MOST_ENTRIES = 1_000;

export function tooMany(declared: Sourced<string>, at: Place): Opened {
  const says = `the card names more than ${MOST_ENTRIES} files here, and this one was not opened`;
  const fix = "name shards of one table by a pattern, or split the card";
  return { paths: [], files: [], problem: unreadable("over-cap", declared, at, says, fix) };
}

export function refusalProblem(refusal: Refusal, declared: Sourced<string>, folder: string): Problem {
  const { says, fix } = phraseOf(refusal);
  const { nearest } = refusal;
  return {
    code: refusal.refused,
    about: declared.value,
    at: declared.at,
    says,
    // As the card has to write it: relative to its own folder.
    fix:
      nearest === undefined
        ? fix
        : `write \`path: ${posix.relative(`/${folder}`, `/${nearest}`)}\`, or add the file`,
  };
}

/** A problem inside a table stands on the table's own line when it has one, else where the card names the table. */
export function failureProblem(failure: TableFailure, about: string, at: Place): Problem {
  const place =
    failure.line === null ? at : { path: failure.path, line: failure.line, column: 1, pointer: "" };
  return { code: failure.failed, about, at: place, ...phraseOf(failure) };
}

function unreadable(code: string, declared: Sourced<string>, at: Place, says: string, fix: string): Problem {
  return { code, about: declared.value, at: declared.at ?? at, says, fix };
}
