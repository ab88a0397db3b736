import type { Mutant } from "./mutant.ts";
import { OF_ASSEMBLY } from "./of-assembly.ts";
import { OF_EVIDENCE } from "./of-evidence.ts";
import { OF_INTERVALS } from "./of-intervals.ts";
import { OF_METRICS } from "./of-metrics.ts";

export const MUTANTS: readonly Mutant[] = [...OF_METRICS, ...OF_INTERVALS, ...OF_EVIDENCE, ...OF_ASSEMBLY];
