import type { RootContent } from "mdast";
import { scalar } from "../../documents/build.ts";
import type { Scalar } from "../../documents/value.ts";
import type { Source } from "./claims/collect.ts";
import { gridOf } from "./claims/grid.ts";
import { flatten } from "./flat.ts";
import { type Prose, proseOf, textValue } from "./prose.ts";
import { isTemplateText } from "./template.ts";

const DEEPEST = 20;

/** The points that these blocks make: one for each paragraph, list item and table row. Template text makes none. */
export function pointsOf(nodes: readonly RootContent[], source: Source): Scalar[] {
  return [...blocks(nodes, source, 0)].filter(({ value }) => !isTemplateText(String(value)));
}

/** Several points as one text; null for none. */
export function joined(points: readonly Scalar[], by = "\n"): Scalar | null {
  const [first] = points;
  if (!first) return null;
  const text = points.map(({ value }) => String(value)).join(by);
  return points.length === 1 ? first : scalar(text, first.at, points.map(({ raw }) => raw).join(by));
}

function* blocks(nodes: readonly RootContent[], source: Source, depth: number): Generator<Scalar> {
  if (depth > DEEPEST) return;
  for (const node of nodes) {
    switch (node.type) {
      case "paragraph":
        yield* told(textValue(proseOf(flatten(node.children, source.text), source.place)));
        break;
      case "list":
        for (const item of node.children) yield* blocks(item.children, source, depth + 1);
        break;
      case "blockquote":
        yield* blocks(node.children, source, depth + 1);
        break;
      case "table":
        for (const row of gridOf(node, source.text, source.place).rows) yield* told(rowText(row));
        break;
      default:
        break;
    }
  }
}

function* told(text: Scalar | null): Generator<Scalar> {
  if (text) yield text;
}

function rowText(row: readonly Prose[]): Scalar | null {
  return joined(
    row.map((cell) => textValue(cell)).filter((text) => text !== null),
    " | ",
  );
}
