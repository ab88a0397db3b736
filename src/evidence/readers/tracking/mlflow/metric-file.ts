import type { OpenFile } from "../../../../workspace/tree.ts";
import { linesOf } from "../../../output/lines.ts";

/** One value of a metric, and when it was logged. */
interface Moment {
  readonly time: number;
  readonly step: number;
  /** NaN and the infinities as they are: MLflow writes them. */
  readonly value: number;
}

/** One line of a metric's file. */
export interface Logged extends Moment {
  readonly run: string | null;
  readonly dataset: string | null;
  readonly line: number;
}

const LONGEST_LINE = 4096;
const RUN_ID = /^[0-9a-f]{32}$/;
const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
]);

/** The line that could not be read, counted from 1. */
export interface BadLine {
  readonly bad: number;
}

/** `<milliseconds> <value> [<step>] [<run>] [<dataset> <digest>]`: a line for each time that it was logged. */
export async function* loggedIn(file: OpenFile): AsyncGenerator<Logged | BadLine> {
  const decoder = new TextDecoder();
  for await (const { number, bytes } of linesOf(file.stream(), LONGEST_LINE)) {
    const text = bytes === null ? null : decoder.decode(bytes).trim();
    if (text !== "") yield (text === null ? null : parse(text, number)) ?? { bad: number };
  }
}

/** As MLflow picks it: the last step, of it the last time, of it the greatest value. Null for an empty file. */
export async function latestIn(file: OpenFile): Promise<Logged | BadLine | null> {
  let latest: Logged | null = null;
  for await (const logged of loggedIn(file)) {
    if ("bad" in logged) return logged;
    if (latest === null || isLater(logged, latest)) latest = logged;
  }
  return latest;
}

export function isLater(one: Moment, other: Moment): boolean {
  if (one.step !== other.step) return one.step > other.step;
  if (one.time !== other.time) return one.time > other.time;
  return one.value > other.value;
}

function parse(text: string, line: number): Logged | null {
  const [time = "", written = "", step = "0", ...rest] = text.split(/[ \t]/, 7);
  const value = readValue(written);
  if (!/^\d{1,15}$/.test(time) || !/^-?\d{1,15}$/.test(step) || value === null || rest.length > 3)
    return null;
  const run = RUN_ID.test(rest[0] ?? "") ? rest[0]! : null;
  const dataset = rest[run === null ? 0 : 1] ?? null;
  return { time: Number(time), step: Number(step), value, run, dataset, line };
}

function readValue(text: string): number | null {
  return NUMERAL.test(text) ? Number(text) : (CONSTANTS.get(text.toLowerCase()) ?? null);
}
