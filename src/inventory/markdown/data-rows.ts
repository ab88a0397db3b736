import { mapping } from "../../documents/build.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import type { Source } from "./claims/collect.ts";
import { normal } from "./claims/columns.ts";
import { gridOf } from "./claims/grid.ts";
import { isCount, isCountedNoun } from "./counted.ts";
import { keyName, type Pair, pairsIn } from "./facts.ts";
import { flatten } from "./flat.ts";
import { metricLabel } from "./label.ts";
import type { Section } from "./outline.ts";
import { type Prose, part, proseOf, textValue, trimMarks } from "./prose.ts";
import { numberValue } from "./reported.ts";
import { splitIn, splitValue } from "./split-value.ts";
import { splitAt } from "./splits.ts";
import { isTemplateText } from "./template.ts";

const ROWS_HEADER =
  /^(rows|row count|samples|n samples|size|n|count|examples|images|records|instances|observations|number of (rows|samples|examples|images|records))$/;
const DATASET_KEY = /^(dataset|datasets|source dataset|datasets used|dataset used|dataset name)$/;
const LONGEST_NAME = 80;

interface Split {
  readonly split: Scalar;
  readonly rows: Scalar[];
  dataset: Scalar | null;
}

/** The splits whose size or source the card plainly states. A rounded size, or two that differ, is not stated. */
export class SplitsOfData {
  private readonly splits = new Map<string, Split>();

  read(section: Section, source: Source): void {
    const own = section.title ? splitIn(section.title) : null;
    for (const node of section.nodes) {
      if (node.type === "table") this.readTable(gridOf(node, source.text, source.place));
      else if (node.type === "paragraph")
        this.readProse(proseOf(flatten(node.children, source.text), source.place));
      else if (node.type === "list") {
        for (const { children } of node.children) {
          for (const block of children) {
            if (block.type === "paragraph")
              this.readProse(proseOf(flatten(block.children, source.text), source.place));
          }
        }
      }
    }
    if (own) for (const pair of pairsIn(section.nodes, source, 0)) this.readPair(own, pair);
  }

  private readPair(split: Scalar, { key, value }: Pair): void {
    const text = textValue(value, trimMarks(value.tokens));
    if (!DATASET_KEY.test(keyName(key)) || !text || text.raw.length > LONGEST_NAME) return;
    if (!isTemplateText(String(text.value))) this.of(split).dataset ??= text;
  }

  /** "33,980 training complaints", "Train: 41,000 rows", "Test split: 24 samples (30%)". */
  private readProse(prose: Prose): void {
    const { tokens } = prose;
    for (let index = 0; index < tokens.length; index += 1) {
      if (!isCount(tokens, index)) continue;
      const between = splitAt(tokens, index + 1);
      const noun = tokens[between?.next ?? index + 1];
      if (!isCountedNoun(noun)) continue;
      const rows = numberValue(prose, tokens[index]!);
      const key =
        tokens[index - 1]?.text === ":" ? splitIn(part(prose, Math.max(0, index - 4), index)) : null;
      if (between) this.count(splitValue(prose, between), rows);
      else if (key) this.count(key, rows);
    }
  }

  private readTable({ header, rows }: ReturnType<typeof gridOf>): void {
    const size = header.findIndex((cell) => ROWS_HEADER.test(normal(cell)));
    if (size < 1 || header.some((cell) => metricLabel(cell) !== null)) return;
    for (const row of rows) {
      const split = row[0] ? splitIn(row[0]) : null;
      const cell = row[size];
      if (split && cell?.tokens.length === 1 && isCount(cell.tokens, 0))
        this.count(split, numberValue(cell, cell.tokens[0]!));
    }
  }

  private count(split: Scalar, rows: Scalar): void {
    this.of(split).rows.push(rows);
  }

  private of(split: Scalar): Split {
    const known = this.splits.get(String(split.value));
    if (known) return known;
    const made: Split = { split, rows: [], dataset: null };
    this.splits.set(String(split.value), made);
    return made;
  }

  entries(): Mapping[] {
    return [...this.splits.values()].flatMap(({ split, rows, dataset }) => {
      const size = new Set(rows.map(({ value }) => value)).size === 1 ? rows[0]! : null;
      const fields: [string, Value | null][] = [
        ["split", split],
        ["dataset", dataset],
        ["rows", size],
      ];
      const given = fields.filter((field): field is [string, Value] => field[1] !== null);
      return given.length > 1 ? [mapping(given, split.at)] : [];
    });
  }
}
