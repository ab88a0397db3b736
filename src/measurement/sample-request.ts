import type { Reads } from "../statistics/metric.ts";
import type { DecisionSource } from "./need.ts";
import type { SampleTask } from "./task.ts";

/** What a metric wants of a table. */
export interface SampleRequest {
  readonly task: SampleTask;
  readonly reads: Reads;
  readonly decision: DecisionSource;
  readonly weighted: boolean;
}
