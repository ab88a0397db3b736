import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import { halfDigitOf, halfDigitOfAll } from "../../written.ts";
import { type Frame, isShare } from "./frame.ts";

/** pandas writes ten digits. */
const ROUNDING = 1e-9;
type Kind = "difference" | "ratio" | "group_min" | "group_max";
const KINDS: readonly Kind[] = ["difference", "ratio", "group_min", "group_max"];

/** The metrics that each of Fairlearn's named disparities rests on: the worst of them is the disparity. */
const NAMED: Readonly<Record<string, { readonly kind: Kind; readonly of: readonly (readonly string[])[] }>> =
  {
    demographic_parity_difference: { kind: "difference", of: [["selection_rate"]] },
    demographic_parity_ratio: { kind: "ratio", of: [["selection_rate"]] },
    equalized_odds_difference: { kind: "difference", of: oddsOf() },
    equalized_odds_ratio: { kind: "ratio", of: oddsOf() },
    equal_opportunity_difference: { kind: "difference", of: oddsOf().slice(0, 1) },
    equal_opportunity_ratio: { kind: "ratio", of: oddsOf().slice(0, 1) },
  };

function oddsOf() {
  return [
    ["true_positive_rate", "tpr", "recall", "recall_score"],
    ["false_positive_rate", "fpr"],
  ] as const;
}

/** The stated differences, ratios and extremes between groups, from the groups. Source: fairlearn.metrics.MetricFrame. */
export function disparities(frame: Frame, stated: Json, label: string): readonly Aggregate[] {
  const overall = (metric: string) => stated.get("overall", metric).number();
  const found: Aggregate[] = [];
  for (const kind of KINDS)
    for (const [metric, json] of stated.get(kind).entries()) {
      const value = typeof json.value === "number" ? json.number() : null;
      if (value !== null) found.push(again(`${kind}|${metric}`, value, kind, [metric], json));
    }
  for (const [name, { kind, of }] of Object.entries(NAMED)) {
    const json = stated.get(name);
    const metrics = of.map((names) => names.find((each) => frame.metrics.includes(each)) ?? names[0] ?? "");
    const value = typeof json.value === "number" ? json.number() : null;
    if (value !== null) found.push(again(name, value, kind, metrics, json));
  }
  return found;

  function again(
    name: string,
    value: number,
    kind: Kind,
    metrics: readonly string[],
    { at }: Json,
  ): Aggregate {
    const columns = metrics.map((metric) => columnOf(frame, metric));
    const missing = metrics.find((_, index) => columns[index]?.length === 0);
    const rows = frame.groups.length;
    const about = { name: label + name, stated: value, rows, at };
    if (missing !== undefined)
      return { ...about, recomputed: null, because: `no group has ${missing}`, tolerance: 0 };
    const between = worst(
      kind,
      columns.map((column) => apart(kind, column)),
    );
    const toOverall = worst(
      kind,
      columns.map((column, index) => fromOverall(kind, column, overall(metrics[index] ?? ""))),
    );
    const near = (other: number) =>
      Number.isNaN(other) ? Number.POSITIVE_INFINITY : Math.abs(other - value);
    const recomputed = near(toOverall) < near(between) ? toOverall : between;
    const all = columns.flat();
    const scale = kind === "ratio" ? Math.max(...all.map(Math.abs)) || 1 : 1;
    const tolerance = ROUNDING + halfDigitOf(value) + (2 * halfDigitOfAll(all)) / scale;
    if (Number.isFinite(recomputed)) return { ...about, recomputed, because: null, tolerance };
    return { ...about, recomputed: null, because: "the groups' numbers have none", tolerance };
  }
}

/** What the groups with their counts say of all rows: the count, and shares of the rows. */
export function overalls(frame: Frame, stated: Json, label: string): readonly Aggregate[] {
  return [...stated.get("overall").entries()].flatMap(([metric, json]): Aggregate[] => {
    const value = typeof json.value === "number" ? json.number() : null;
    if (value === null || (metric !== "count" && !isShare(metric))) return [];
    let [total, rows] = [0, 0];
    for (const { values } of frame.groups) {
      const count = values.get("count")?.value ?? Number.NaN;
      rows += count;
      total += metric === "count" ? count : count * (values.get(metric)?.value ?? Number.NaN);
    }
    const recomputed = metric === "count" ? rows : total / rows;
    if (!Number.isFinite(recomputed)) return [];
    const column = columnOf(frame, metric);
    const tolerance = metric === "count" ? 0 : ROUNDING + halfDigitOf(value) + halfDigitOfAll(column);
    const name = `${label}overall|${metric}`;
    return [
      { name, stated: value, recomputed, because: null, tolerance, rows: frame.groups.length, at: json.at },
    ];
  });
}

function columnOf({ groups }: Frame, metric: string): readonly number[] {
  return groups.flatMap(({ values }) => values.get(metric)?.value ?? []);
}

function apart(kind: Kind, column: readonly number[]): number {
  const [low, high] = [Math.min(...column), Math.max(...column)];
  switch (kind) {
    case "difference":
      return high - low;
    case "ratio":
      return low / high;
    case "group_min":
      return low;
    case "group_max":
      return high;
  }
}

function fromOverall(kind: Kind, column: readonly number[], overall: number | null): number {
  if (overall === null) return Number.NaN;
  if (kind === "difference") return Math.max(...column.map((value) => Math.abs(value - overall)));
  if (kind === "ratio") return Math.min(...column.map((value) => Math.min(value / overall, overall / value)));
  return Number.NaN;
}

function worst(kind: Kind, each: readonly number[]): number {
  return kind === "ratio" || kind === "group_min" ? Math.min(...each) : Math.max(...each);
}
