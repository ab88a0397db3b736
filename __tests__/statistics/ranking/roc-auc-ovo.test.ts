import fc from "fast-check";
import { expect, it } from "vitest";
import type { MulticlassSample } from "../../../src/statistics/sample.ts";
import { compute } from "../compute.ts";

const sample: fc.Arbitrary<MulticlassSample> = fc
  .array(fc.tuple(fc.nat(2), fc.nat(4), fc.nat(4), fc.nat(3)), { minLength: 1, maxLength: 25 })
  .map((table) => ({
    task: "multiclass",
    classes: ["a", "b", "c"],
    truth: Int32Array.from(table, (row) => row[0]),
    decision: null,
    scores: [
      Float64Array.from(table, (row) => row[1] / 8),
      Float64Array.from(table, (row) => row[2] / 8),
      Float64Array.from(table, (row) => (8 - row[1] - row[2]) / 8),
    ],
    weight: Float64Array.from(table, (row) => 1 + row[3]),
  }));

it("is the mean over pairs of classes of the areas over their rows alone", () => {
  fc.assert(
    fc.property(sample, fc.constantFrom("macro", "weighted"), (drawn, average) => {
      const classes = [0, 1, 2].filter((index) => drawn.truth.includes(index));
      const pairs = classes.flatMap((one) =>
        classes.filter((other) => other > one).map((other) => [one, other]),
      );
      let sum = 0;
      let shares = 0;
      for (const [one, other] of pairs as [number, number][]) {
        const rows = [...drawn.truth.keys()].filter((row) => [one, other].includes(drawn.truth[row]!));
        const areas = [one, other].map((of) => areaOf(drawn, rows, of));
        const share = average === "weighted" ? rows.reduce((all, row) => all + drawn.weight![row]!, 0) : 1;
        sum += (share * (areas[0]! + areas[1]!)) / 2;
        shares += share;
      }
      const outcome = compute("roc_auc_ovo", drawn, { average });
      if (pairs.length === 0) expect(outcome.kind).toBe("undefined");
      else expect(outcome).toMatchObject({ kind: "value", value: expect.closeTo(sum / shares, 12) });
    }),
  );
});

function areaOf({ truth, scores, weight }: MulticlassSample, rows: readonly number[], of: number): number {
  const outcome = compute("roc_auc", {
    task: "binary",
    classes: ["rest", "of"],
    positive: Uint8Array.from(rows, (row) => (truth[row] === of ? 1 : 0)),
    decision: null,
    score: Float64Array.from(rows, (row) => scores![of]![row]!),
    weight: Float64Array.from(rows, (row) => weight![row]!),
  });
  if (outcome.kind === "undefined") throw new Error(outcome.reason);
  return outcome.value;
}
