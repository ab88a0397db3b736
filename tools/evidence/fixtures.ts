import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { inRoot } from "../docs/root.ts";

export const FIXTURES = "__tests__/fixtures/evidence";

/** What a tool left behind, kept for the tests: a file, or a folder of files. */
export interface Fixture {
  readonly tool: string;
  readonly version: string;
  /** `complete.json`, or `incomplete` where it is a folder. */
  readonly name: string;
  /** `other` where the name is another word: `aborted.json`, `printed.txt`. */
  readonly outcome: (typeof OUTCOMES)[number] | "other";
  readonly isFolder: boolean;
  /** Below the folder of all fixtures. */
  readonly path: string;
}

/** Every file and folder `TOOL/VERSION/NAME`, in order. */
export function evidenceFixtures(): readonly Fixture[] {
  return foldersIn("").flatMap((tool) => foldersIn(tool).flatMap((version) => outcomesIn(tool, version)));
}

function outcomesIn(tool: string, version: string): Fixture[] {
  return entriesIn(posix.join(tool, version)).map(({ name, isFolder }) => {
    const outcome = OUTCOMES.find((word) => new RegExp(`^${word}(?![a-z])`).test(name)) ?? "other";
    return { tool, version, name, outcome, isFolder, path: posix.join(tool, version, name) };
  });
}

const OUTCOMES = ["complete", "incomplete", "tampered"] as const;

function foldersIn(path: string): string[] {
  return entriesIn(path).flatMap(({ name, isFolder }) => (isFolder ? [name] : []));
}

function entriesIn(path: string): { readonly name: string; readonly isFolder: boolean }[] {
  const folder = inRoot(posix.join(FIXTURES, path));
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
