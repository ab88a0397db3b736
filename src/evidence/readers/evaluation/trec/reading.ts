import type { Place } from "../../../../documents/place.ts";
import type { MetricFact } from "../../../output/fact.ts";
import type { Aggregate, OutputWarning, Shortfall } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { type Judged, overAll } from "./judged.ts";
import { measureNamed } from "./measure.ts";
import type { Result } from "./results.ts";

export const TOOL = "trec-eval";
const ROUNDING = 1e-9;
/** What trec_eval prints of most use; computed when nothing is stated. */
const USUAL = ["map", "recip_rank", "ndcg", "ndcg_cut_5", "ndcg_cut_10", "P_5", "P_10", "Rprec"] as const;

export interface Parts {
  readonly model: string | null;
  /** Null when the judgements or the run are not there. */
  readonly judged: Judged | null;
  readonly results: readonly Result[];
  readonly incomplete: readonly Shortfall[];
  readonly at: Place;
}

export function readingOf({ model, judged, results, incomplete, at }: Parts): OutputReading {
  const warnings: OutputWarning[] = [];
  if (judged !== null && judged.unjudged > 0) {
    const says = `${judged.unjudged} queries of the run are not judged, and were passed over`;
    warnings.push({ code: "not-judged", says, at });
  }
  return {
    kind: "output",
    output: {
      tool: TOOL,
      formatVersion: null,
      producedAt: null,
      subject: model === null ? null : { model, version: null, digest: null },
      facts: results.length > 0 || judged === null ? statedFacts(results, judged) : computedFacts(judged, at),
      incomplete,
      aggregates: judged === null ? fromQueries(results) : fromRun(results, judged),
      warnings,
    },
  };
}

const COMMON = { kind: "metric", split: null, dataset: null, slice: {} } as const;

function factOf(written: string, value: number, n: number | null, at: Place): MetricFact {
  const measure = measureNamed(written);
  const params: MetricFact["params"] = measure?.k == null ? {} : { k: measure.k };
  return { ...COMMON, name: measure?.name ?? written, value, params, n, at };
}

function statedFacts(results: readonly Result[], judged: Judged | null): readonly MetricFact[] {
  return results.flatMap(({ measure, query, value, decimals, at }) => {
    if (query !== null || measureNamed(measure)?.isTotal === true) return [];
    return [{ ...factOf(measure, value, judged?.queries.size ?? null, at), decimals }];
  });
}

function computedFacts(judged: Judged, at: Place): readonly MetricFact[] {
  const rows = judged.queries.size;
  return USUAL.flatMap((name) => {
    const measure = measureNamed(name);
    return measure === null || rows === 0 ? [] : [factOf(name, overAll(judged, measure), rows, at)];
  });
}

/** Every number that is stated, from the judgements and the run. */
function fromRun(results: readonly Result[], judged: Judged): readonly Aggregate[] {
  return results.flatMap(({ measure: written, query, value, decimals, at }): Aggregate[] => {
    const measure = measureNamed(written);
    const name = query === null ? written : `${written}|${query}`;
    const rows = query === null ? judged.queries.size : 1;
    const about = { name, stated: value, tolerance: ROUNDING + 0.5 * 10 ** -decimals, rows, at };
    if (measure === null) return [];
    const found = query === null ? null : judged.queries.get(query);
    if (found === undefined || judged.queries.size === 0)
      return [{ ...about, recomputed: null, because: "its query is not in both the judgements and the run" }];
    if (found !== null) return [{ ...about, recomputed: measure.of(found), because: null }];
    const [plain, complete] = [overAll(judged, measure), overAll(judged, measure, true)];
    const recomputed = Math.abs(complete - value) < Math.abs(plain - value) ? complete : plain;
    return [{ ...about, recomputed, because: null }];
  });
}

/** The averages over queries, from the queries; without these nothing gives them. */
function fromQueries(results: readonly Result[]): readonly Aggregate[] {
  const byMeasure = new Map<string, number[]>();
  const queries = new Set(results.flatMap(({ query }) => query ?? []));
  for (const { measure, query, value } of results) {
    if (query === null) continue;
    const known = byMeasure.get(measure);
    if (known) known.push(value);
    else byMeasure.set(measure, [value]);
  }
  return results.flatMap(({ measure: written, query, value, decimals, at }): Aggregate[] => {
    const measure = measureNamed(written);
    if (query !== null || measure === null) return [];
    const values = byMeasure.get(written) ?? (measure.name === "num_q" ? [...queries].map(() => 1) : []);
    const total = values.reduce((sum, each) => sum + each, 0);
    const about = {
      name: written,
      stated: value,
      tolerance: ROUNDING + 10 ** -decimals,
      rows: values.length,
      at,
    };
    if (values.length === 0)
      return [
        {
          ...about,
          recomputed: null,
          because: "neither its queries nor the run and its judgements are there",
        },
      ];
    return [{ ...about, recomputed: measure.isTotal ? total : total / values.length, because: null }];
  });
}
