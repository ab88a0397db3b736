import type { Dossier } from "../case/dossier.ts";
import { tableById } from "../case/dossier.ts";
import { failureProblem } from "../evidence/declared.ts";
import { phraseOf } from "../evidence/phrase.ts";
import type { Roles } from "../evidence/roles.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import type { Model } from "../inventory/model.ts";
import { alike } from "../tables/likeness.ts";
import { overlap } from "../tables/membership.ts";
import { type ColumnRequest, readTable } from "../tables/read.ts";
import type { Caps } from "../workspace/caps.ts";
import { sha256 } from "../workspace/digest.ts";
import { isRefusal, type OpenFile, type Tree } from "../workspace/tree.ts";
import { Effort } from "./effort.ts";
import { type Frame, texts } from "./frame.ts";
import { measureTable } from "./measure-table.ts";
import { Measured } from "./measured.ts";
import { type DigestNeed, keyOf } from "./need.ts";
import type { Plan, TablePlan } from "./plan.ts";
import type { DigestResult, OverlapResult, Result, Unmeasured } from "./result.ts";
import { needsRows } from "./row-counts.ts";
import { sampleTask } from "./task.ts";
import { unusable } from "./usable.ts";

/** Carries out a plan: each table is read once, each file is digested once. */
export async function execute(tree: Tree, dossier: Dossier, plan: Plan, caps: Caps): Promise<Measured> {
  const results = new Map<string, Result>();
  const ids = new Map<string, Ids | Unmeasured>();
  const effort = new Effort();
  for (const [id, tablePlan] of plan.tables) {
    const frame = await readFrame(tree, dossier, id, tablePlan, caps);
    if ("kind" in frame) {
      failAll(results, tablePlan, frame);
      ids.set(id, frame);
      continue;
    }
    for (const [key, result] of measureTable(frame, dossier.model, tablePlan, effort))
      results.set(key, result);
    if (tablePlan.ids) ids.set(id, idsOf(frame));
  }
  for (const need of plan.overlaps)
    results.set(keyOf(need), sharedIds(ids.get(need.left), ids.get(need.right)));
  for (const need of plan.digests) results.set(keyOf(need), await digestOf(tree, need));
  return new Measured(results);
}

async function readFrame(
  tree: Tree,
  dossier: Dossier,
  id: string,
  plan: TablePlan,
  caps: Caps,
): Promise<Frame | Unmeasured> {
  const evidence = tableById(dossier, id);
  if (!evidence)
    return { kind: "cannot-tell", says: `the card names no evidence "${id}"`, fix: "add it to `evidence`" };
  const { content } = evidence;
  switch (content.kind) {
    case "undeclared":
      return {
        kind: "cannot-tell",
        says: `${id} has no path in the card`,
        fix: "add `path:` with the file's path",
      };
    case "unreadable":
      return { kind: "cannot-tell", says: content.problem.says, fix: content.problem.fix };
    case "read": {
      const files: OpenFile[] = [];
      for (const path of evidence.files) {
        const file = await tree.open(path);
        if (isRefusal(file)) return { kind: "cannot-tell", ...phraseOf(file) };
        files.push(file);
      }
      const { roles } = content.reading;
      const columns = content.header.columns.map((column) => column.name);
      const request = columnsFor(evidence, dossier.model, plan, roles, new Set(columns), caps);
      const table = await readTable(files, request, caps);
      if ("failed" in table) {
        const { says, fix, at } = failureProblem(table, evidence.id, evidence.at);
        return { kind: "cannot-tell", says, fix, at };
      }
      return { evidence, roles, table };
    }
  }
}

/** The columns that the plan reads, each in the kind it is read as; nothing else is decoded. */
function columnsFor(
  evidence: EvidenceTable,
  model: Model,
  plan: TablePlan,
  roles: Roles,
  known: ReadonlySet<string>,
  caps: Caps,
): ColumnRequest[] {
  const requests = new Map<string, ColumnRequest>();
  const ask = (column: string | null, as: ColumnRequest["as"], distinct?: number) => {
    if (column === null || !known.has(column)) return;
    requests.set(`${as}:${column}`, distinct === undefined ? { column, as } : { column, as, distinct });
  };
  if (plan.ids || plan.rows) ask(roles.id, "text");
  if (evidence.kind === "predictions") {
    const numeric = model.task !== null && sampleTask(model.task.value) === "regression";
    for (const column of [...roles.labels.values(), ...roles.predictions.values()])
      ask(column, "text", caps.distinctValues);
    for (const column of [roles.label, roles.prediction]) {
      if (numeric) ask(column, "number");
      else ask(column, "text", caps.distinctValues);
    }
    if (numeric) for (const column of [roles.lower, roles.upper]) ask(column, "number");
    for (const column of [roles.score, roles.weight, ...roles.scores.values()]) ask(column, "number");
  }
  if (roles.count !== null && known.has(roles.count))
    requests.set(`count:${roles.count}`, { column: roles.count, as: "number", counts: true });
  for (const need of plan.groups) ask(need.column, "text", caps.distinctValues);
  for (const need of plan.metrics)
    for (const column of Object.keys(need.slice)) ask(column, "text", caps.distinctValues);
  return [...requests.values()];
}

function failAll(results: Map<string, Result>, plan: TablePlan, reason: Unmeasured): void {
  for (const need of [...plan.metrics, ...plan.groups, ...(plan.rows ? [plan.rows] : [])])
    results.set(keyOf(need), reason);
}

type Ids = NonNullable<ReturnType<typeof texts>>;

function idsOf(frame: Frame): Ids | Unmeasured {
  const { id } = frame.evidence;
  if (frame.roles.count !== null) return needsRows(id);
  const column = texts(frame, frame.roles.id);
  if (!column) {
    const says = `no column of ${id} is known to be the row's id`;
    return { kind: "cannot-tell", says, fix: "add the id column, and map it: `columns: { id: … }`" };
  }
  const flaw = unusable(frame, [column]);
  if (flaw) return flaw;
  if (column.dictionary.some((text) => text.trim() === "")) {
    const fix = `give every row of ${id} an id of its own`;
    return {
      kind: "cannot-tell",
      says: `a cell of column "${column.name}" holds blank text, which is no id`,
      fix,
    };
  }
  if (frame.table.rows > 0) return column;
  return { kind: "cannot-tell", says: `${id} holds no rows`, fix: "write its rows to the file" };
}

function sharedIds(left: Ids | Unmeasured | undefined, right: Ids | Unmeasured | undefined): OverlapResult {
  if (!left || !right) throw new TypeError("an overlap was planned without its tables");
  if (left.kind === "cannot-tell") return left;
  if (right.kind === "cannot-tell") return right;
  const shared = overlap(left, right);
  return {
    kind: "overlap",
    shared,
    alike: shared > 0 ? 0 : alike(left, right),
    left: left.dictionary.length,
    right: right.dictionary.length,
  };
}

async function digestOf(tree: Tree, need: DigestNeed): Promise<DigestResult> {
  const file = await tree.open(need.path);
  if (isRefusal(file)) return { kind: "cannot-tell", ...phraseOf(file) };
  return { kind: "digest", sha256: await sha256(file), bytes: file.size };
}
