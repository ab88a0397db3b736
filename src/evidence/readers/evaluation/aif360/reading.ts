import type { MetricFact } from "../../../output/fact.ts";
import type { Aggregate, OutputWarning, Shortfall } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { halfDigitOf } from "../../written.ts";
import { fromCounts, rowsOf } from "./counts.ts";
import { type Explained, TOOL } from "./explained.ts";
import { fromOthers } from "./related.ts";

const ROUNDING = 1e-9;

export function readingOf(
  explained: readonly Explained[],
  warnings: readonly OutputWarning[],
): OutputReading {
  const [first] = explained;
  if (first === undefined)
    return {
      kind: "unparsed",
      says: "none of its metrics has a value",
      fix: "write what the explainer says, whole",
      line: warnings[0]?.at.line ?? 1,
    };
  const facts = explained.map(({ name, group, value, counts, at }): MetricFact => {
    const slice: MetricFact["slice"] = group === null ? {} : { group };
    const n = counts === null ? null : rowsOf(counts);
    return { kind: "metric", name, value, split: null, dataset: null, slice, params: {}, n, at };
  });
  return {
    kind: "output",
    output: {
      tool: TOOL,
      formatVersion: null,
      producedAt: null,
      subject: null,
      facts,
      incomplete: undefinedOnes(explained),
      aggregates: [...explained.flatMap(counted), ...related(explained)],
      warnings,
    },
  };
}

function undefinedOnes(explained: readonly Explained[]): readonly Shortfall[] {
  const without = explained.filter(({ value }) => value === null);
  const [first] = without;
  if (first === undefined) return [];
  const says = `${without.length} of ${explained.length} metrics are not defined, as ${first.name}`;
  return [
    {
      code: "errors",
      says,
      fix: "compute them on data with rows of both groups and both labels",
      at: first.at,
    },
  ];
}

function counted({ name: told, key, group, value, counts, at }: Explained): readonly Aggregate[] {
  const name = group === null ? told : `${told}|${group}`;
  const recomputed = value === null || counts === null ? null : fromCounts(key, counts);
  if (value === null || counts === null || recomputed === null) return [];
  const tolerance = ROUNDING + halfDigitOf(value);
  const about = { name, stated: value, tolerance, rows: rowsOf(counts) ?? 0, at };
  if (!Number.isFinite(recomputed))
    return [{ ...about, recomputed: null, because: "its counts are not there, or are 0" }];
  // Of a classifier, the tool writes the counts of the true labels beside the means of the predicted ones.
  if (key === "mean difference" && Math.abs(recomputed - value) > tolerance)
    return [
      {
        ...about,
        recomputed: null,
        because: "the tool writes other counts beside it than those that it is of",
      },
    ];
  return [{ ...about, recomputed, because: null }];
}

function related(explained: readonly Explained[]): readonly Aggregate[] {
  const ofAll = explained.filter(({ group }) => group === null);
  const byKey = new Map<string, number[]>();
  for (const { key, value } of ofAll) {
    if (value === null) continue;
    const known = byKey.get(key);
    if (known) known.push(value);
    else byKey.set(key, [value]);
  }
  const valuesOf = (key: string) => byKey.get(key) ?? [];
  const labels = new Map(ofAll.map(({ key, label }) => [key, label]));
  const labelOf = (key: string) => labels.get(key) ?? key;
  return ofAll.flatMap(({ name, key, value, at }): Aggregate[] => {
    const other = value === null ? null : fromOthers(key, value, valuesOf);
    if (value === null || other === null) return [];
    const tolerance = ROUNDING + 2 * halfDigitOf(value);
    const about = {
      name: `${name}|from ${other.from.map(labelOf).join(" and ")}`,
      stated: value,
      tolerance,
      rows: explained.length,
      at,
    };
    return [{ ...about, recomputed: other.value, because: null }];
  });
}
