import type { List, RootContent } from "mdast";
import type { Source } from "./claims/collect.ts";
import { gridOf } from "./claims/grid.ts";
import { FACT_KEYS } from "./fact-keys.ts";
import { flatten } from "./flat.ts";
import type { Section } from "./outline.ts";
import { phrases } from "./phrases.ts";
import { type Prose, part, proseOf } from "./prose.ts";

/** "Version: 2.0.0", in a list, on a line of its own, or in the two columns of a table. */
export interface Fact {
  /** The native path that the key stands for. */
  readonly path: string;
  readonly key: Prose;
  readonly value: Prose;
}

const LONGEST_KEY = 8;
const DEEPEST = 3;
/** Under these headings a version, a license or an author is of something else. */
const ELSEWHERE = phrases(`
data, dataset, datasets, citation, usage, example, examples, installation, references, api, changelog, history, baseline, baselines,
previous, dependencies, requirements, environment, reproducibility, acknowledgements, features, inputs, outputs, schema
`);

export function* factsOf(section: Section, isFirst: boolean, source: Source): Generator<Fact> {
  if (!isFirst && section.title && ELSEWHERE.isAmong(section.title.tokens)) return;
  for (const pair of pairsIn(section.nodes, source, 0)) {
    const path = FACT_KEYS.get(keyName(pair.key));
    if (path && pair.value.tokens.length > 0) yield { path, ...pair };
  }
}

export interface Pair {
  readonly key: Prose;
  readonly value: Prose;
}

export function* pairsIn(nodes: readonly RootContent[], source: Source, depth: number): Generator<Pair> {
  for (const node of nodes) {
    if (node.type === "paragraph")
      yield* linePairs(proseOf(flatten(node.children, source.text), source.place));
    else if (node.type === "list" && depth < DEEPEST) yield* listPairs(node, source, depth);
    else if (node.type === "blockquote" && depth < DEEPEST) yield* pairsIn(node.children, source, depth + 1);
    else if (node.type === "table") yield* tablePairs(node, source);
  }
}

function* listPairs(list: List, source: Source, depth: number): Generator<Pair> {
  for (const item of list.children) yield* pairsIn(item.children, source, depth + 1);
}

function* tablePairs(table: Parameters<typeof gridOf>[0], source: Source): Generator<Pair> {
  if (table.children[0]?.children.length !== 2) return;
  const { header, rows } = gridOf(table, source.text, source.place);
  for (const [key, value] of [header, ...rows]) if (key && value) yield { key, value };
}

function* linePairs(prose: Prose): Generator<Pair> {
  let first = 0;
  for (let index = 0; index <= prose.tokens.length; index += 1) {
    const isEnd = index === prose.tokens.length || prose.tokens[index]!.text === "\n";
    if (!isEnd) continue;
    const pair = linePair(part(prose, first, index));
    if (pair) yield pair;
    first = index + 1;
  }
}

function linePair(line: Prose): Pair | null {
  const colon = line.tokens.slice(0, LONGEST_KEY + 1).findIndex(({ text }) => text === ":");
  if (colon < 1) return null;
  return { key: part(line, 0, colon), value: part(line, colon + 1) };
}

export function keyName({ tokens }: Prose): string {
  const words = tokens.filter(({ kind }) => kind !== "mark").map(({ text }) => text);
  return words.length > LONGEST_KEY ? "" : words.join(" ");
}
