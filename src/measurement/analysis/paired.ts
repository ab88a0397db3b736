import { type Verdict, verdictOf } from "../../statistics/comparison/verdict.ts";
import { computed } from "../../statistics/compute.ts";
import type { Metric, MetricParameters } from "../../statistics/metric.ts";
import type { Interval } from "../../statistics/outcome.ts";
import type { Sample } from "../../statistics/sample.ts";
import { alikeFor } from "./alike.ts";
import { type PairedTest, pairedTest } from "./paired-test.ts";
import type { Resampled, Resampler } from "./resampled.ts";
import { type Told, told } from "./told.ts";

/** One metric of the reference and of the file on the same rows. */
export interface PairedMetric {
  readonly measure: string;
  readonly parameters: MetricParameters;
  readonly better: "higher" | "lower";
  readonly result: Told<PairedResult>;
}

/** The difference is the file's less the reference's. */
export interface PairedResult extends Omit<PairedTest, "test" | "hypothesis"> {
  readonly reference: number;
  readonly current: number;
  /** Null where no closed form is known; then there is no interval and no p-value of one. */
  readonly test: PairedTest["test"] | null;
  readonly hypothesis: string | null;
  /** BCa's; null when no bootstrap is asked for. */
  readonly bootstrap: Resampled["bca"] | null;
  readonly percentile: Resampled["percentile"] | null;
  readonly verdict: PairedVerdict;
}

/** What the difference means beside the margin, and by which interval. */
export interface PairedVerdict {
  readonly kind: Verdict["kind"];
  readonly by: Interval["method"] | null;
  readonly reason: string | null;
}

/** How the comparison is made, the same for every metric. */
export interface Pairing {
  readonly before: Sample;
  readonly after: Sample;
  readonly confidence: number;
  readonly margin: number;
  /** The column of entities, whose rows no closed form keeps together. */
  readonly entity: string | null;
  readonly resample: Resampler | null;
}

export function pairedMetric(
  metric: Metric,
  better: "higher" | "lower",
  parameters: MetricParameters,
  pairing: Pairing,
): PairedMetric {
  const about = { measure: metric.name, parameters, better };
  const [old, now] = [pairing.before, pairing.after].map((sample) =>
    computed(metric, sample, parameters, pairing.confidence),
  );
  if (old!.kind === "undefined") return { ...about, result: told<never>(`of the reference, ${old!.reason}`) };
  if (now!.kind === "undefined") return { ...about, result: told<never>(`of the file, ${now!.reason}`) };
  return { ...about, result: told(resultOf(metric, better, parameters, pairing, old!.value, now!.value)) };
}

function resultOf(
  metric: Metric,
  better: "higher" | "lower",
  parameters: MetricParameters,
  { before, after, confidence, margin, entity, resample }: Pairing,
  reference: number,
  current: number,
): PairedResult {
  const test = pairedTest(metric.name, before, after, confidence);
  const drawn = resample?.ofDifference(metric, before, after, parameters) ?? null;
  const alike = alikeFor(metric.name, metric.reads, before, after);
  return {
    reference,
    current,
    difference: test?.difference ?? current - reference,
    interval: test?.interval ?? null,
    test: test?.test ?? null,
    hypothesis: test?.hypothesis ?? null,
    p: test?.p ?? null,
    discordant: test?.discordant ?? null,
    bootstrap: drawn?.bca ?? null,
    percentile: drawn?.percentile ?? null,
    verdict: verdict(chosen(test, drawn, entity), margin, better, alike),
  };
}

type Chosen = Interval | string;

/** A closed form where there is one and rows are independent, else BCa's, which draws an entity's rows together. */
function chosen(test: PairedTest | null, drawn: Resampled | null, entity: string | null): Chosen {
  if (entity === null && test?.interval) return test.interval;
  if (drawn !== null) return drawn.bca.value ?? drawn.bca.undefined;
  if (entity !== null)
    return `rows of one "${entity}" may not be independent: --bootstrap draws them together`;
  return test === null
    ? "its difference has no interval in closed form: --bootstrap gives one"
    : "the rows show no spread in it";
}

function verdict(
  interval: Chosen,
  margin: number,
  better: "higher" | "lower",
  alike: string | null,
): PairedVerdict {
  const [ends, none] = typeof interval === "string" ? [null, interval] : [interval, null];
  const answer = verdictOf(ends, margin, better, alike);
  const reason = "reason" in answer ? answer.reason : null;
  const by = answer.kind === "identical" ? null : (ends?.method ?? null);
  return { kind: answer.kind, by, reason: answer.kind === "identical" ? reason : (none ?? reason) };
}
