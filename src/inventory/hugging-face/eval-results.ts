import { scalar } from "../../documents/build.ts";
import { readText } from "../../documents/file.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping, Value } from "../../documents/value.ts";
import { parseYaml } from "../../documents/yaml.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { Tree } from "../../workspace/tree.ts";
import { claimEntry } from "../markdown/claim-entry.ts";
import { readNumber } from "../number.ts";
import { answer, field, isList } from "./fields.ts";

export interface EvalResults {
  readonly sources: readonly string[];
  readonly claims: readonly Mapping[];
  readonly problems: readonly Problem[];
}

/** The `.eval_results/*.yaml` beside a card: numbers by dataset and task, without a metric's name. */
export async function readEvalResults(tree: Tree, folder: string, caps: Caps): Promise<EvalResults> {
  const paths = await filesIn(tree, folder === "" ? ".eval_results/" : `${folder}/.eval_results/`, caps);
  const claims: Mapping[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const read = await readText(tree, path, caps);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const document = parseYaml(read.text, path, caps);
    problems.push(...document.problems);
    for (const entry of entriesOf(document.root)) {
      const claim = claimFrom(entry);
      if (claim) claims.push(claim);
    }
  }
  return { sources: paths, claims, problems };
}

/** Paths are sorted, so that the first is found by halving: one card must not cost a walk over the whole tree. */
async function filesIn(tree: Tree, prefix: string, caps: Caps): Promise<string[]> {
  const { paths } = await tree.list();
  const found: string[] = [];
  for (let at = lowerBound(paths, prefix); at < paths.length && found.length < caps.shards; at += 1) {
    const path = paths[at]!;
    if (!path.startsWith(prefix)) break;
    if (/^[^/]+\.ya?ml$/.test(path.slice(prefix.length))) found.push(path);
  }
  return found;
}

function lowerBound(paths: readonly string[], prefix: string): number {
  const wanted = Buffer.from(prefix);
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Buffer.compare(Buffer.from(paths[middle]!), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entriesOf(root: Value | null): readonly Value[] {
  if (isList(root)) return root.items;
  const inside = field(root, "results");
  return isList(inside) ? inside.items : root ? [root] : [];
}

function claimFrom(entry: Value): Mapping | null {
  const value = answer(field(entry, "value"));
  if (!value || readNumber(value.raw) === null) return null;
  const dataset = field(entry, "dataset");
  const task = answer(field(dataset, "task_id"));
  const name = task ?? scalar("score", value.at, value.raw);
  return claimEntry({ name, value, dataset: answer(field(dataset, "id")) });
}
