import { posix } from "node:path";
import type { Place } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Dataset, EvidenceEntry, Model } from "../inventory/model.ts";
import { resolveIn } from "../inventory/resolve.ts";
import type { Sourced } from "../inventory/sourced.ts";
import type { TableFailure } from "../tables/failure.ts";
import { readHeader } from "../tables/header.ts";
import type { Caps } from "../workspace/caps.ts";
import { expandGlob } from "../workspace/glob.ts";
import type { Refusal } from "../workspace/refusal.ts";
import { isRefusal, type OpenFile, type Tree } from "../workspace/tree.ts";
import { duplicateId, takeId } from "./entry-id.ts";
import type { EvidenceFile } from "./file.ts";
import { phraseOf } from "./phrase.ts";
import { readRoles, type SingleRole } from "./roles.ts";
import type { EvidenceTable, TableContent } from "./table.ts";

export interface Evidence {
  readonly tables: readonly EvidenceTable[];
  readonly files: readonly EvidenceFile[];
}

/** Opens what the card names, far enough to know its columns. Rows are read later, once, by the measurement. */
export async function readEvidence(tree: Tree, folder: string, model: Model, caps: Caps): Promise<Evidence> {
  const tables: EvidenceTable[] = [];
  const files: EvidenceFile[] = [];
  const taken = new Set<string>();
  for (const [index, entry] of model.evidence.entries()) {
    if (!entry.path) continue;
    const twice = entry.id !== null && taken.has(entry.id.value) ? duplicateId(entry.id) : null;
    const id = takeId(taken, entry.id?.value ?? null, entry.path.value, `evidence:${index}`);
    const found =
      index < MOST_ENTRIES
        ? await openDeclared(tree, folder, entry.path, entry.at, caps)
        : tooMany(entry.path, entry.at);
    const opened = twice ? { ...found, problem: twice } : found;
    const content = await contentOf(opened, entry, caps);
    if (isPredictions(entry, content)) tables.push(tableOf(id, "predictions", entry, opened.paths, content));
    else files.push(fileOf(id, entry, entry.path, opened, content));
  }
  for (const [index, entry] of model.data.entries()) {
    const names = [entry.split, entry.name, entry.path].map((name) => name && `data:${name.value}`);
    const id = takeId(taken, ...names, `data:${index}`);
    if (!entry.path) {
      tables.push(tableOf(id, "dataset", entry, [], { kind: "undeclared" }));
      continue;
    }
    const opened =
      index < MOST_ENTRIES
        ? await openDeclared(tree, folder, entry.path, entry.at, caps)
        : tooMany(entry.path, entry.at);
    tables.push(tableOf(id, "dataset", entry, opened.paths, await contentOf(opened, entry, caps)));
  }
  return { tables, files };
}

/** Of each list of a card, so many entries are opened; each of the others is a problem and no file. */
const MOST_ENTRIES = 1_000;

function tooMany(declared: Sourced<string>, at: Place): Opened {
  const says = `the card names more than ${MOST_ENTRIES} files here, and this one was not opened`;
  const fix = "name shards of one table by a pattern, or split the card";
  return { paths: [], files: [], problem: unreadable("over-cap", declared, at, says, fix) };
}

interface Opened {
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

async function contentOf(opened: Opened, entry: EvidenceEntry | Dataset, caps: Caps): Promise<TableContent> {
  if (opened.problem) return { kind: "unreadable", problem: opened.problem };
  const header = await readHeader(opened.files, caps);
  if ("failed" in header) {
    return {
      kind: "unreadable",
      problem: failureProblem(header, entry.path?.value ?? header.path, entry.at),
    };
  }
  const names = header.columns.map((column) => column.name);
  return { kind: "read", header, reading: readRoles(entry.columns, names) };
}

/** Declared as predictions, or a table that holds the truth and an answer for each row. */
function isPredictions(entry: EvidenceEntry, content: TableContent): boolean {
  if (entry.kind) return entry.kind.value === "predictions";
  if (content.kind !== "read") return false;
  const { roles, ambiguous } = content.reading;
  const fits = (role: SingleRole) => roles[role] !== null || ambiguous.some((doubt) => doubt.role === role);
  const answers = fits("prediction") || fits("score") || roles.scores.size > 0;
  if (roles.labels.size > 0) return answers || roles.predictions.size > 0;
  return fits("label") && (answers || (fits("lower") && fits("upper")));
}

function tableOf(
  id: string,
  kind: EvidenceTable["kind"],
  entry: EvidenceEntry | Dataset,
  files: readonly string[],
  content: TableContent,
): EvidenceTable {
  return {
    id,
    kind,
    split: entry.split?.value ?? null,
    dataset: "name" in entry ? (entry.name?.value ?? null) : null,
    declared: entry.path,
    sha256: entry.sha256,
    rows: "rows" in entry ? entry.rows : null,
    at: entry.at,
    files,
    content,
  };
}

/** A file that is no table may be anything; one that is broken as a file is nothing. */
const BROKEN: ReadonlySet<string> = new Set(["empty", "truncated", "pointer-file", "unreadable"]);

function fileOf(
  id: string,
  entry: EvidenceEntry,
  declared: Sourced<string>,
  opened: Opened,
  content: TableContent,
): EvidenceFile {
  const flaw = content.kind === "unreadable" ? content.problem : null;
  return {
    id,
    kind: entry.kind?.value ?? "unrecognised",
    split: entry.split?.value ?? null,
    declared,
    sha256: entry.sha256,
    at: entry.at,
    path: opened.paths[0] ?? declared.value,
    problem: opened.problem ?? (flaw && BROKEN.has(flaw.code) ? flaw : null),
  };
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
