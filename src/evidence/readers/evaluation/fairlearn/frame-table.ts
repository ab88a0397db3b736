import type { Caps } from "../../../../workspace/caps.ts";
import { type CsvLine, csvLines, csvNumber } from "../../csv.ts";
import { type Cell, type Frame, type Group, isKnown } from "./frame.ts";

/** How many groups one comparison can have before it is a table of something else. */
export const MOST_GROUPS = 10_000;

/** A table of groups has its features first, then a selection rate among its metrics. */
export function isOfGroups(header: readonly string[]): boolean {
  const known = header.filter(isKnown);
  return (
    header.includes("selection_rate") && known.length > 1 && !isKnown(header[0] ?? "") && header[0] !== ""
  );
}

/**
 * `by_group.to_csv()`: the sensitive features, then the metrics.
 * @throws RangeError when it is no CSV
 */
export function tableFrame(text: string, path: string, caps: Caps): Frame | string {
  const [first, ...lines] = take(csvLines(text, caps.tableColumns));
  const header = first?.cells ?? [];
  if (lines.length > MOST_GROUPS) return `it has more than ${MOST_GROUPS} groups`;
  const at = (line: number) => ({ path, line, column: 1, pointer: "" });
  const odd = lines.find(({ cells }) => cells.length !== header.length);
  if (odd) return `line ${odd.line} has ${odd.cells.length} fields for ${header.length}`;
  const features = featuresOf(header, lines);
  const groups = lines.map(({ line, cells }): Group => {
    const entries = header.slice(features).map((name, index): readonly [string, Cell] => {
      const value = csvNumber(cells[features + index] ?? "");
      return [name, { value, at: at(line) }];
    });
    const slice = header.slice(0, features).map((name, index) => [name, cells[index] ?? ""]);
    return { slice: Object.fromEntries(slice), values: new Map(entries), at: at(line) };
  });
  return { metrics: header.slice(features), groups, at: at(1) };
}

function take(lines: Iterable<CsvLine>): readonly CsvLine[] {
  const taken: CsvLine[] = [];
  for (const line of lines) {
    taken.push(line);
    if (taken.length > MOST_GROUPS + 1) break;
  }
  return taken;
}

/** The first column is a feature; so are those behind it whose values are words, or come again. */
function featuresOf(header: readonly string[], lines: readonly CsvLine[]): number {
  for (let index = 1; index < header.length; index++) {
    if (isKnown(header[index] ?? "")) return index;
    const cells = lines.map((line) => line.cells[index] ?? "");
    const words = cells.some((cell) => cell !== "" && csvNumber(cell) === null);
    if (!words && new Set(cells).size === cells.length) return index;
  }
  return header.length;
}
