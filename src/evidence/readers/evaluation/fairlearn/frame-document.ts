import type { Json } from "../../../output/json.ts";
import { type Cell, type Frame, type Group, isKnown } from "./frame.ts";

const LONGEST_NAME = 400;
const TUPLE_PART = /'([^'\\]{0,200})'|"([^"\\]{0,200})"|([^\s,()'"]{1,200})/g;

/** `by_group` in whichever of the orders that pandas writes; null when it is none of them. */
export function frameOf(byGroup: Json, overall: Json, features: readonly string[]): Frame | null {
  const isMetric = (name: string) => (overall.isMap ? overall.has(name) : isKnown(name));
  const groups = byGroup.isList ? fromRecords(byGroup, isMetric) : fromMap(byGroup, isMetric, features);
  if (groups === null) return null;
  const metrics = new Set(groups.flatMap(({ values }) => [...values.keys()]));
  return { metrics: [...metrics], groups, at: byGroup.at };
}

/** `reset_index().to_dict("records")`: what is no metric is a feature. */
function fromRecords(list: Json, isMetric: (name: string) => boolean): Group[] | null {
  const groups: Group[] = [];
  for (const record of list.items()) {
    if (!record.isMap) return null;
    const entries = [...record.entries()];
    const slice = entries
      .filter(([name]) => !isMetric(name))
      .map(([name, { value }]) => [name, String(value)]);
    const values = entries
      .filter(([name]) => isMetric(name))
      .map(([name, json]) => [name, cellOf(json)] as const);
    groups.push({ slice: Object.fromEntries(slice), values: new Map(values), at: record.at });
  }
  return groups;
}

/** `to_dict()` has the metrics outside, `to_dict("index")` the groups. */
function fromMap(
  map: Json,
  isMetric: (name: string) => boolean,
  features: readonly string[],
): Group[] | null {
  const outer = [...map.entries()];
  if (outer.some(([, inner]) => !inner.isMap)) return null;
  const metricsOutside = outer.some(([name]) => isMetric(name));
  const groups = new Map<string, { at: Json; values: Map<string, Cell> }>();
  for (const [name, inner] of outer)
    for (const [other, json] of inner.entries()) {
      const [metric, group] = metricsOutside ? [name, other] : [other, name];
      const known = groups.get(group);
      if (known) known.values.set(metric, cellOf(json));
      else
        groups.set(group, { at: metricsOutside ? json : inner, values: new Map([[metric, cellOf(json)]]) });
    }
  return [...groups].map(([name, { at, values }]) => ({ slice: sliceOf(name, features), values, at: at.at }));
}

function cellOf(json: Json): Cell {
  return { value: typeof json.value === "number" ? json.number() : null, at: json.at };
}

/** Of several features pandas writes the tuple as Python prints it: `('F', '<25')`. */
function sliceOf(name: string, features: readonly string[]): Record<string, string> {
  const isTuple = name.startsWith("(") && name.endsWith(")") && name.length <= LONGEST_NAME;
  const parts = isTuple
    ? [...name.slice(1, -1).matchAll(TUPLE_PART)].map(
        ([, single, double, bare]) => single ?? double ?? bare ?? "",
      )
    : [name];
  return Object.fromEntries(
    parts.map((part, index) => [
      features[index] ?? (parts.length > 1 ? `group ${index + 1}` : "group"),
      part,
    ]),
  );
}
