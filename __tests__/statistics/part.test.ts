import fc from "fast-check";
import { expect, it } from "vitest";
import { subset } from "../../src/measurement/subset.ts";
import { brierScore } from "../../src/statistics/probability/brier-score.ts";
import { logLoss } from "../../src/statistics/probability/log-loss.ts";
import type { BinarySample } from "../../src/statistics/sample.ts";

fc.configureGlobal({ seed: 20240501 });

const row = fc.record({
  // A score that is no probability spoils the whole, and not the parts that it is not in.
  score: fc.oneof({ weight: 50, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, fc.constant(1.5)),
  positive: fc.integer({ min: 0, max: 1 }),
  isIn: fc.boolean(),
});

it("a part has the losses that it has alone, whether or not those of the whole are known", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 700 }), fc.boolean(), (rows, isKnown) => {
      const whole = sampleOf(rows);
      if (isKnown) for (const metric of [logLoss, brierScore]) metric.compute(whole, {}, 0.95);
      const members = Int32Array.from([...rows.keys()].filter((at) => rows[at]!.isIn));
      const alone = sampleOf(rows.filter(({ isIn }) => isIn));
      for (const metric of [logLoss, brierScore]) {
        expect(metric.compute(subset(whole, members), {}, 0.95)).toEqual(metric.compute(alone, {}, 0.95));
      }
    }),
  );
});

function sampleOf(rows: readonly { readonly score: number; readonly positive: number }[]): BinarySample {
  return {
    task: "binary",
    classes: ["0", "1"],
    positive: Uint8Array.from(rows, ({ positive }) => positive),
    decision: null,
    score: Float64Array.from(rows, ({ score }) => score),
    weight: null,
  };
}
