import { Sum } from "../../../../statistics/sum.ts";
import type { Found, Measure } from "./measure.ts";
import type { Qrels } from "./qrels.ts";
import type { Run } from "./run.ts";

/** A run held against the judgements: the queries of both, and how many judged ones the run leaves out. */
export interface Judged {
  readonly queries: ReadonlyMap<string, Found>;
  readonly missing: number;
  readonly unjudged: number;
}

export function judgedRun(qrels: Qrels, { ranked }: Run): Judged {
  const queries = new Map<string, Found>();
  for (const [query, judgements] of qrels) {
    const documents = ranked.get(query);
    if (documents === undefined) continue;
    const gains = documents.map((document) => Math.max(0, judgements.get(document) ?? 0));
    const ideal = [...judgements.values()].filter((gain) => gain > 0).sort((one, other) => other - one);
    queries.set(query, { gains, ideal });
  }
  return { queries, missing: qrels.size - queries.size, unjudged: ranked.size - queries.size };
}

/** Over the queries of both; with `complete`, a query that the run leaves out counts as 0, as `trec_eval -c` has it. */
export function overAll({ queries, missing }: Judged, { of, isTotal }: Measure, complete = false): number {
  const sum = new Sum();
  for (const found of queries.values()) sum.add(of(found));
  return isTotal ? sum.value : sum.value / (queries.size + (complete ? missing : 0));
}
