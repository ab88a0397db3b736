/** What PromQL's functions take: v vector, m range, s scalar, t text; `?` may be left out, `*` any number. */
const TAKES: Readonly<Record<string, string>> = {
  v: `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count
    histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad scalar sgn sin sinh sort sort_desc sqrt
    start_timestamp tan tanh timestamp avg count group max min stddev stdvar sum`,
  m: `absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
    last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
    stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
    ts_of_min_over_time`,
  "v?": "day_of_month day_of_week day_of_year days_in_month hour minute month year",
  "": "end pi range start step time",
  s: "vector",
  vs: "clamp_max clamp_min",
  vss: "clamp",
  "vs?": "round",
  sv: "bottomk histogram_quantile limit_ratio limitk quantile topk",
  ssv: "histogram_fraction",
  "vts*": "histogram_quantiles",
  tv: "count_values",
  sm: "quantile_over_time",
  ms: "predict_linear",
  mss: "double_exponential_smoothing",
  vtttt: "label_replace",
  "vtt*": "label_join",
  "vt*": "sort_by_label sort_by_label_desc",
  "vv?": "info",
};

const SIGNATURES: ReadonlyMap<string, string> = new Map(
  Object.entries(TAKES).flatMap(([takes, names]) =>
    names.split(/\s+/).map((name): [string, string] => [name, takes]),
  ),
);

const SCALARS: ReadonlySet<string> = new Set(["end", "pi", "range", "scalar", "start", "step", "time"]);

/** The kinds of arguments, as a letter each; undefined for no function of PromQL's. */
export function signatureOf(name: string): string | undefined {
  return SIGNATURES.get(name);
}

export function givesScalar(name: string): boolean {
  return SCALARS.has(name);
}
