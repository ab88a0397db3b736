import { Sum } from "../../../../statistics/sum.ts";

/** What one query found, in order: how relevant each document is, 0 where it is not or was not judged. */
export interface Found {
  readonly gains: readonly number[];
  /** How relevant the relevant documents of the query are, the most first. */
  readonly ideal: readonly number[];
}

export interface Measure {
  /** As trec_eval writes it without its cut: "ndcg_cut" is "ndcg". */
  readonly name: string;
  /** How many documents are looked at; null for all. */
  readonly k: number | null;
  of(found: Found): number;
  /** Whether it is added up over the queries rather than averaged. */
  readonly isTotal: boolean;
}

type Formula = (gains: readonly number[], found: Found, k: number | null) => number;

/** Source: trec_eval 9.0, m_*.c. Without a relevant document each is 0. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  map: (gains, { ideal }) => {
    const sum = new Sum();
    let relevant = 0;
    for (const [index, gain] of gains.entries()) if (gain > 0) sum.add(++relevant / (index + 1));
    return ratio(sum.value, ideal.length);
  },
  recip_rank: (gains) => {
    const first = gains.findIndex((gain) => gain > 0);
    return first < 0 ? 0 : 1 / (first + 1);
  },
  P: (gains, _, k) => (k === null ? ratio(hits(gains), gains.length) : hits(gains) / k),
  recall: (gains, { ideal }) => ratio(hits(gains), ideal.length),
  success: (gains) => Number(hits(gains) > 0),
  Rprec: (gains, { ideal }) => ratio(hits(gains.slice(0, ideal.length)), ideal.length),
  ndcg: (gains, { ideal }, k) => ratio(discounted(gains), discounted(k === null ? ideal : ideal.slice(0, k))),
};
const TOTALS: Readonly<Record<string, Formula>> = {
  num_q: () => 1,
  num_ret: (gains) => gains.length,
  num_rel: (_, { ideal }) => ideal.length,
  num_rel_ret: (gains) => hits(gains),
};
const CUT: ReadonlySet<string> = new Set(["P", "recall", "success", "ndcg", "map", "recip_rank"]);

/** Names of trec_eval and of ir_measures for one measure. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...Object.keys(FORMULAS), ...Object.keys(TOTALS)].map((name) => [name, name])),
  ...{ map_cut: "map", ndcg_cut: "ndcg", AP: "map", RR: "recip_rank", nDCG: "ndcg", R: "recall" },
  ...{ Success: "success", NumQ: "num_q", NumRet: "num_ret", NumRel: "num_rel" },
};
const WRITTEN = /^([A-Za-z_]{1,20}?)(?:[_@.](\d{1,6}))?$/;

/** The measure of a name such as `ndcg_cut_10` or `nDCG@10`; null for one that is not computed here. */
export function measureNamed(written: string): Measure | null {
  const [, base = "", cut] = WRITTEN.exec(written) ?? [];
  const name = Object.hasOwn(NAMES, base) ? (NAMES[base] ?? "") : "";
  const formula = FORMULAS[name] ?? TOTALS[name];
  const k = cut === undefined ? null : Number(cut);
  if (formula === undefined || k === 0 || (k !== null && !CUT.has(name))) return null;
  const of = (found: Found) => formula(k === null ? found.gains : found.gains.slice(0, k), found, k);
  return { name, k, of, isTotal: Object.hasOwn(TOTALS, name) };
}

function hits(gains: readonly number[]): number {
  return gains.reduce((count, gain) => count + Number(gain > 0), 0);
}

function discounted(gains: readonly number[]): number {
  const sum = new Sum();
  for (const [index, gain] of gains.entries()) if (gain > 0) sum.add(gain / Math.log2(index + 2));
  return sum.value;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
