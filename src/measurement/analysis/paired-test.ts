import { type Discordant, discordantOf } from "../../statistics/comparison/discordant.ts";
import { type McNemar, mcnemar } from "../../statistics/comparison/mcnemar.ts";
import { pairedDelong } from "../../statistics/comparison/paired-delong.ts";
import type { PairedDifference } from "../../statistics/comparison/paired-difference.ts";
import { pairedLosses } from "../../statistics/comparison/paired-losses.ts";
import { tangoInterval } from "../../statistics/comparison/tango.ts";
import type { Interval } from "../../statistics/outcome.ts";
import type { Sample } from "../../statistics/sample.ts";
import { lossesOf } from "./losses.ts";
import { shareOf } from "./shares.ts";
import { type Told, told } from "./told.ts";

/** What a test in closed form says of a metric on the same rows. */
export interface PairedTest {
  /** Two metrics of one hypothesis, as recall and its complement, are one test. */
  readonly hypothesis: string;
  readonly test: "delong" | "mcnemar" | "student-t";
  readonly difference: number;
  readonly interval: Interval | null;
  readonly p: number | null;
  readonly discordant: DiscordantRows | null;
}

/** The rows that only one of them has right, and every form of McNemar's test. */
export type DiscordantRows = Omit<Discordant, "rows"> & { readonly p: Told<McNemar> };

/** Null where the metric has no such test, as averages over classes and ratios of decided rows have none. */
export function pairedTest(
  metric: string,
  before: Sample,
  after: Sample,
  confidence: number,
): PairedTest | null {
  const [old, now] = [shareOf(metric, before), shareOf(metric, after)];
  if (old !== null && now !== null) {
    return shareTest(now.hypothesis, discordantOf(old.has, now.has), confidence);
  }
  if (metric === "roc_auc" && before.task === "binary" && after.task === "binary") {
    if (before.score === null || after.score === null) return null;
    const areas = pairedDelong(after.positive, before.score, after.score, confidence);
    return ofDifference(metric, "delong", areas);
  }
  const [lost, losses] = [lossesOf(metric, before), lossesOf(metric, after)];
  if (!(lost instanceof Float64Array && losses instanceof Float64Array)) return null;
  return ofDifference(metric, "student-t", pairedLosses(lost, losses, confidence));
}

function shareTest(hypothesis: string, discordant: Discordant, confidence: number): PairedTest {
  const { rows, onlyBefore, onlyAfter } = discordant;
  const interval = tangoInterval(discordant, confidence);
  const p = told(mcnemar(discordant));
  return {
    hypothesis,
    test: "mcnemar",
    difference: (onlyAfter - onlyBefore) / rows,
    interval: typeof interval === "string" ? null : interval,
    p: p.value?.midP ?? null,
    discordant: { onlyBefore, onlyAfter, p },
  };
}

function ofDifference(
  hypothesis: string,
  test: PairedTest["test"],
  answer: PairedDifference | string,
): PairedTest | null {
  if (typeof answer === "string") return null;
  const { difference, interval } = answer;
  return { hypothesis, test, difference, interval, p: answer.test?.p ?? null, discordant: null };
}
