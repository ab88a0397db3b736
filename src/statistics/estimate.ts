import type { Interval } from "./outcome.ts";

/** What a metric's arithmetic gives before the guards of `defineMetric`: a number, or why there is none. */
export type Estimate = { readonly value: number; readonly interval: Interval | null } | string;
