import { setTimeout as sleep } from "node:timers/promises";
import { failureOf } from "./failure.ts";

const ATTEMPTS = 3;
const FIRST_PAUSE_SECONDS = 1;
/** A longer wait would cost more runner time than the answer is worth. */
const LONGEST_PAUSE_SECONDS = 60;

export type Pause = (milliseconds: number) => Promise<unknown>;

/** Repeats work that may be repeated as a whole while GitHub's answer may change; then throws its last error. */
export async function persist<T>(work: () => Promise<T>, pause: Pause = sleep): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const seconds = attempt < ATTEMPTS ? secondsBeforeRetry(error, attempt) : null;
      if (seconds === null) throw error;
      await pause(seconds * 1000);
    }
  }
}

function secondsBeforeRetry(error: unknown, attempt: number): number | null {
  const failure = failureOf(error);
  if (failure === null || (failure.kind !== "limited" && failure.kind !== "unavailable")) return null;
  const seconds = failure.retryAfter ?? FIRST_PAUSE_SECONDS * 2 ** (attempt - 1);
  return seconds <= LONGEST_PAUSE_SECONDS ? seconds : null;
}
