import type { Finding } from "./finding.ts";
import { firstBy } from "./quantity.ts";
import { against } from "./relation.ts";
import type { Resolved } from "./resolved.ts";
import { over } from "./window.ts";

/**
 * F-beta against the precision and the recall of the same classes. For one class it is their harmonic mean,
 * (1 + b²) P R / (b² P + R), which rises in both. A macro or weighted F is at most that of the averaged
 * precision and recall, since the harmonic mean is concave (Jensen); equality is the other definition of it.
 */
export function fLaws(all: readonly Resolved[]): Finding[] {
  const first = firstBy(all, ({ name, average, ofClass }) => JSON.stringify([name, average, ofClass]));
  return all.flatMap((f) => {
    const precision = first.get(JSON.stringify(["precision", f.average, f.ofClass]));
    const recall = first.get(JSON.stringify(["recall", f.average, f.ofClass]));
    if (f.beta === null || f.average === "micro" || !precision || !recall) return [];
    const square = f.beta * f.beta;
    const { low, high } = over([precision.window, recall.window], (p, r) =>
      p === 0 || r === 0 ? 0 : ((1 + square) * p! * r!) / (square * p! + r!),
    );
    const mean = f.beta === 1 ? "2PR / (P + R)" : `(1 + b²)PR / (b²P + R) for b = ${f.beta}`;
    return f.average === null
      ? [against(f, [precision, recall], { low, high }, `F is ${mean}`)]
      : [against(f, [precision, recall], { low: 0, high }, `an averaged F is at most ${mean}`)];
  });
}
