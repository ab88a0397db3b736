import type { MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Aggregate, OutputWarning, Shortfall } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { countOf, type Frame, groupName } from "./frame.ts";
import { wholeRows } from "./whole-rows.ts";

export const TOOL = "fairlearn";

/** A frame with what is stated about its groups. */
export interface Stated {
  readonly frame: Frame;
  /** `sex|` where a file has several frames. */
  readonly label: string;
  readonly overall: Json | null;
  readonly aggregates: readonly Aggregate[];
}

export function readingOf(stated: readonly Stated[]): OutputReading {
  return {
    kind: "output",
    output: {
      tool: TOOL,
      formatVersion: null,
      producedAt: null,
      subject: null,
      facts: stated.flatMap(factsOf),
      incomplete: stated.flatMap(({ frame }) => shortfallsOf(frame)),
      aggregates: stated.flatMap(({ frame, label, aggregates }) => [
        ...aggregates,
        ...wholeRows(frame, label),
      ]),
      warnings: stated.flatMap(({ frame }) => uncounted(frame)),
    },
  };
}

function factsOf({ frame, overall }: Stated): readonly MetricFact[] {
  const common = { kind: "metric" as const, split: null, dataset: null, params: {} };
  const ofGroups = frame.groups.flatMap((group) =>
    frame.metrics.flatMap((name): MetricFact[] => {
      const cell = group.values.get(name);
      if (cell === undefined || name === "count") return [];
      return [{ ...common, name, value: cell.value, slice: group.slice, n: countOf(group), at: cell.at }];
    }),
  );
  const rows = overall?.get("count").number() ?? null;
  const ofAll = [...(overall?.entries() ?? [])].flatMap(([name, json]): MetricFact[] =>
    name === "count" ? [] : [{ ...common, name, value: json.number(), slice: {}, n: rows, at: json.at }],
  );
  return [...ofGroups, ...ofAll];
}

function shortfallsOf({ groups, metrics, at }: Frame): readonly Shortfall[] {
  const fix = "compute the frame again, of rows of every group";
  if (groups.length === 0 || metrics.length === 0)
    return [{ code: "empty", says: "the frame has no group, or no metric", fix, at }];
  if (groups.length === 1) {
    const says = `the frame has one group, ${groupName(groups[0]!)}, so that nothing is compared`;
    return [{ code: "nothing-asserted", says, fix, at }];
  }
  const cells = groups.flatMap((group) =>
    metrics.map((metric) => ({ group, metric, cell: group.values.get(metric) })),
  );
  const without = cells.filter(({ cell }) => (cell?.value ?? null) === null);
  const [first] = without;
  if (first === undefined) return [];
  const says = `${without.length} of ${cells.length} numbers of groups are not there, as ${first.metric} of ${groupName(first.group)}`;
  return [{ code: "errors", says, fix, at: first.cell?.at ?? first.group.at }];
}

function uncounted({ groups, at }: Frame): readonly OutputWarning[] {
  if (groups.every((group) => countOf(group) !== null)) return [];
  const says = "the frame has no `count`, so that nothing tells how many rows a group has";
  return [{ code: "no-count", says, at }];
}
