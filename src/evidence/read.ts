import type { Dataset, EvidenceEntry, Model } from "../inventory/model.ts";
import { resolveIn } from "../inventory/resolve.ts";
import { readHeader } from "../tables/header.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import { failureProblem, MOST_ENTRIES, type Opened, openDeclared, tooMany } from "./declared.ts";
import { duplicateId, takeId } from "./entry-id.ts";
import type { EvidenceFile } from "./file.ts";
import { filesOf } from "./files.ts";
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
  const named = pathsNamed(folder, model);
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
    const whole: Part = { id, opened, content };
    const parts = entry.kind !== null || opened.files.length < 2 ? [whole] : await apart(whole, entry);
    for (const part of parts) {
      const { paths } = part.opened;
      if (isPredictions(entry, part.content))
        tables.push(tableOf(part.id, "predictions", entry, paths, part.content));
      else {
        const ground = { tree, folder, caps };
        files.push(...(await filesOf(part.id, entry, entry.path, part.opened, part.content, ground)));
      }
    }
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

  /** Files of one pattern that are no shards of a table are each what they are; one with its own entry is that. */
  async function apart(whole: Part, entry: EvidenceEntry): Promise<readonly Part[]> {
    const parts: Part[] = [];
    for (const file of whole.opened.files) {
      const opened = { paths: [file.path], files: [file], problem: null };
      parts.push({ id: `${whole.id}:${file.path}`, opened, content: await contentOf(opened, entry, caps) });
    }
    const columns = columnsOf(whole.content);
    if (isPredictions(entry, whole.content) && parts.every(({ content }) => columnsOf(content) === columns))
      return [whole];
    const unnamed = parts.filter(({ opened }) => !opened.paths.some((path) => named.has(path)));
    return unnamed.map((part) => ({ ...part, id: takeId(taken, part.id) }));
  }
}

function columnsOf(content: TableContent): string | null {
  return content.kind === "read" ? JSON.stringify(content.header.columns.map(({ name }) => name)) : null;
}

interface Part {
  readonly id: string;
  readonly opened: Opened;
  readonly content: TableContent;
}

/** The paths that the card writes out, without those that it means by a pattern. */
function pathsNamed(folder: string, { evidence, data }: Model): ReadonlySet<string> {
  return new Set([...evidence, ...data].flatMap(({ path }) => (path ? [resolveIn(folder, path.value)] : [])));
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
