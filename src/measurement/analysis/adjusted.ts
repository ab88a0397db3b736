import { benjaminiHochberg, holm } from "../../statistics/proportions/adjusted-p.ts";
import type { PairedMetric } from "./paired.ts";

/** p-values as they are beside the other tests of the comparison. */
export interface AdjustedP {
  /** How many hypotheses were tested. */
  readonly tests: number;
  readonly holm: number;
  readonly benjaminiHochberg: number;
}

/** For every metric, in order: its p-value adjusted for the family of all hypotheses tested; null where it has none. */
export function adjusted(metrics: readonly PairedMetric[]): readonly (AdjustedP | null)[] {
  const family = new Map<string, number>();
  for (const { result } of metrics) {
    const { hypothesis = null, p = null } = result.value ?? {};
    if (hypothesis !== null && p !== null) family.set(hypothesis, p);
  }
  const names = [...family.keys()];
  const p = Float64Array.from(family.values());
  const [strict, lenient] = [holm(p), benjaminiHochberg(p)];
  return metrics.map(({ result }) => {
    const index = result.value?.p == null ? -1 : names.indexOf(result.value.hypothesis ?? "");
    if (index < 0) return null;
    return { tests: names.length, holm: strict[index]!, benjaminiHochberg: lenient[index]! };
  });
}
