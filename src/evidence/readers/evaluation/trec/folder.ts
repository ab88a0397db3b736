import type { Caps } from "../../../../workspace/caps.ts";
import type { Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import type { FolderSource } from "../../../output/source.ts";
import { type Judged, judgedRun } from "./judged.ts";
import { qrelsIn } from "./qrels.ts";
import { readingOf, TOOL } from "./reading.ts";
import { type Result, resultsIn } from "./results.ts";
import { runIn } from "./run.ts";
import { type Kind, kindOf, kindsOf, linesIn } from "./words.ts";

const HEAD_BYTES = 4096;
const MOST_FILES = 20;
const FIX = "put one run, its judgements, and what trec_eval printed of them into the folder";

/** Judgements and a run, with what trec_eval or ir_measures printed of them. */
export const trecFolder = defineReader<"folder">({
  tool: TOOL,
  form: "folder",
  about: {
    versions: ["pytrec_eval-terrier 0.5.11 (trec_eval 9.0)", "ir_measures 0.4.1"],
    detectedBy:
      "a folder with a file whose name has `qrels`, of lines `query 0 document relevance`, and a run",
    notRead:
      "measures other than MAP, reciprocal rank, nDCG, precision, recall, success and R-precision; several runs; results that " +
      "were cut off within their first line, which are no results any more",
  },
  recognises: async (folder) => {
    const named = folder.paths.filter((path) => path.includes("qrel"));
    if (named.length !== 1 || folder.paths.length > MOST_FILES) return false;
    const kinds = await kindsIn(folder);
    return kinds.get("qrels")?.includes(named[0] ?? "") === true && kinds.has("run");
  },
  async read(folder, caps) {
    const kinds = await kindsIn(folder);
    const [runs, judgements] = [kinds.get("run") ?? [], kinds.get("qrels") ?? []];
    const [run, qrels] = [runs[0] ?? "", judgements[0] ?? ""];
    if (runs.length !== 1 || judgements.length !== 1)
      return {
        kind: "unparsed",
        says: `it has ${runs.length} runs and ${judgements.length} judgements`,
        fix: FIX,
        line: 1,
      };
    for (const path of folder.paths)
      if ((await folder.open(path))?.size === 0)
        return { kind: "unparsed", says: `${path} is empty`, fix: FIX, line: 1 };
    const place = within(folder, run);
    const at = { path: place, line: 1, column: 1, pointer: "" };
    const found = runIn(await text(folder, run, caps), place);
    const judgementText = await text(folder, qrels, caps);
    const judged = judgedRun(qrelsIn(judgementText, within(folder, qrels)), found);
    const results: Result[] = [];
    for (const path of kinds.get("results") ?? [])
      results.push(...resultsIn(await text(folder, path, caps), within(folder, path)));
    const incomplete: Shortfall[] = [];
    const all = judged.queries.size + judged.missing;
    if (judged.missing > 0) {
      const says = `${judged.missing} of ${all} judged queries are not in the run`;
      const line = firstUnanswered(judgementText, judged);
      const there = { ...at, path: within(folder, qrels), line };
      incomplete.push({ code: "limited", says, fix: "run every judged query", at: there });
    }
    const stated = results.filter(({ query, measure }) => query === null && !/^num_|^Num/.test(measure));
    if (kinds.has("results") && stated.length === 0) {
      const says = "the results have no measure of all queries";
      incomplete.push({ code: "unfinished", says, fix: FIX, at });
    }
    return readingOf({ model: found.tag, judged, results, incomplete, at });
  },
});

/** The line of the first judgement of a query that the run leaves out. */
function firstUnanswered(judgements: string, { queries }: Judged): number {
  for (const { number, fields } of linesIn(judgements)) if (!queries.has(fields[0] ?? "")) return number;
  return 1;
}

async function kindsIn(folder: FolderSource): Promise<ReadonlyMap<Kind, readonly string[]>> {
  const kinds = new Map<Kind, string[]>();
  for (const path of folder.paths) {
    const file = await folder.open(path);
    const head =
      file === null ? "" : Buffer.from(await file.read(0, Math.min(file.size, HEAD_BYTES))).toString("utf8");
    // The last line of a head may be half a line.
    const whole = file !== null && file.size > HEAD_BYTES ? head.slice(0, head.lastIndexOf("\n") + 1) : head;
    const kind = kindOf(whole) ?? likelyKind(kindsOf(whole), path);
    if (kind !== null) kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  return kinds;
}

/** A file that is partly of a kind is a damaged one of it, which its own reader tells; prose may quote results. */
function likelyKind(kinds: ReadonlySet<Kind | null>, path: string): Kind | null {
  if (path.endsWith(".md")) return null;
  return (["run", "qrels", "results"] as const).find((kind) => kinds.has(kind)) ?? null;
}

/** @throws RangeError when it is too large, or not UTF-8 */
async function text(folder: FolderSource, path: string, caps: Caps): Promise<string> {
  const file = await folder.open(path);
  if (file === null || file.size > caps.evidenceBytes)
    throw new RangeError(`${path} cannot be opened, or is larger than ${caps.evidenceBytes} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.read(0, file.size));
  } catch {
    throw new RangeError(`${path} is not UTF-8`);
  }
}

function within({ path }: FolderSource, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}
