import fc from "fast-check";
import { expect, it } from "vitest";
import { subset, subsetOfGroup } from "../../src/measurement/subset.ts";
import { computed } from "../../src/statistics/compute.ts";
import { Grouping } from "../../src/statistics/grouping.ts";
import { brierScore } from "../../src/statistics/probability/brier-score.ts";
import { logLoss } from "../../src/statistics/probability/log-loss.ts";
import { Room } from "../../src/statistics/room.ts";
import type { BinarySample, Sample } from "../../src/statistics/sample.ts";
import { differences } from "../support/differences.ts";

fc.configureGlobal({ seed: 20240501 });

const row = fc.record({
  // A score that is no probability spoils the whole, and not the parts that it is not in.
  score: fc.oneof({ weight: 50, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, fc.constant(1.5)),
  positive: fc.integer({ min: 0, max: 1 }),
  isIn: fc.boolean(),
});

/** Rows that are in, taken by their numbers, as a group, and as a group that is put together from three. */
const TAKEN: Readonly<Record<string, (whole: BinarySample, isIn: readonly boolean[]) => Sample>> = {
  "some rows": (whole, isIn) => subset(whole, Int32Array.from([...isIn.keys()].filter((at) => isIn[at]))),
  "a group": (whole, isIn) => {
    const grouping = new Grouping(Uint8Array.from(isIn, Number), 2, new Room());
    return subsetOfGroup(whole, grouping, 1, new Room());
  },
  "groups put together": (whole, isIn) => {
    const thirds = Uint8Array.from(isIn, (one, at) => (one ? 1 + (at % 3) : 0));
    const grouping = new Grouping(thirds, 5, new Room());
    const larger = grouping.putTogether(Int32Array.of(0, 2, 2, 2, 1), 3, new Room());
    return subsetOfGroup(whole, larger, 2, new Room());
  },
};

it.each(Object.entries(TAKEN))(
  "%s have the losses that they have alone, whether or not those of the whole are known",
  (_, taken) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 700 }), fc.boolean(), (rows, isKnown) => {
        const whole = sampleOf(rows);
        if (isKnown) for (const metric of [logLoss, brierScore]) metric.compute(whole, {}, 0.95);
        const isIn = rows.map((one) => one.isIn);
        const alone = sampleOf(rows.filter(({ isIn }) => isIn));
        for (const metric of [logLoss, brierScore]) {
          const [part, own] = [taken(whole, isIn), alone].map((sample) => computed(metric, sample, {}, 0.95));
          expect(differences(part, own, 1e-12)).toEqual([]);
        }
      }),
    );
  },
);

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
