import { describe, expect, it } from "vitest";
import {
  categoricalChange,
  numericChange,
  type ShareChange,
} from "../../../src/statistics/distribution/change.ts";
import { kolmogorovTail } from "../../../src/statistics/distribution/kolmogorov-tail.ts";
import { CLOSED, casesOf, expectNear, near } from "../cases.ts";

interface Chi {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
  readonly least: number;
  readonly v: number;
  readonly corrected: number;
  readonly sparse: boolean;
}
interface Shares {
  readonly psi: number | null;
  readonly js: number | null;
  readonly chi: Chi | null;
}
interface Columns {
  readonly name: string;
  readonly reference: readonly (number | null)[];
  readonly current: readonly (number | null)[];
  readonly bins: number;
}
interface Numeric extends Shares {
  readonly counts: readonly [readonly number[], readonly number[]];
  readonly ks: readonly [number, number | null] | null;
  readonly wasserstein: number | null;
}

const floats = (column: readonly (number | null)[]) =>
  Float64Array.from(column, (value) => value ?? Number.NaN);
const valueIn = <T>(result: T | string, of: (value: T) => number) =>
  typeof result === "string" ? result : of(result);

function expectShares({ psi, jensenShannon, homogeneity }: ShareChange, answer: Shares): void {
  const { sparse, ...chi } = answer.chi ?? { sparse: false };
  if (typeof homogeneity !== "string") expect(homogeneity.sparse).toBe(sparse);
  expectNear(
    {
      psi: valueIn(psi, ({ value }) => value),
      js: valueIn(jensenShannon, ({ distance }) => distance),
      statistic: valueIn(homogeneity, ({ statistic }) => statistic),
      freedom: valueIn(homogeneity, ({ freedom }) => freedom),
      p: valueIn(homogeneity, ({ p }) => p),
      least: valueIn(homogeneity, ({ leastExpected }) => leastExpected),
      v: valueIn(homogeneity, ({ cramersV }) => cramersV),
      corrected: valueIn(homogeneity, ({ cramersVCorrected }) => cramersVCorrected),
    },
    { psi: answer.psi, js: answer.js, statistic: null, ...chi },
    CLOSED,
  );
}

describe("a numeric change agrees with SciPy", () => {
  it.each(casesOf<Columns, Numeric>("distribution", "numeric"))(
    "$input.name, in $input.bins bins",
    ({ input, answer }) => {
      const found = numericChange(floats(input.reference), floats(input.current), input.bins);
      expect([[...found.counts.reference], [...found.counts.current]]).toEqual(answer.counts);
      expectShares(found, answer);
      const { kolmogorovSmirnov: test } = found;
      expectNear(
        {
          statistic: valueIn(test, ({ statistic }) => statistic),
          p: answer.ks?.[1] === null ? null : valueIn(test, ({ p }) => p),
          wasserstein: found.wasserstein,
        },
        { statistic: answer.ks?.[0] ?? null, p: answer.ks?.[1] ?? null, wasserstein: answer.wasserstein },
        CLOSED,
      );
    },
  );
});

type Counts = Readonly<Record<"reference" | "current", Readonly<Record<string, number>>>>;
const categories = (counts: Readonly<Record<string, number>>) => ({
  counts: new Map(Object.entries(counts)),
  missing: 0,
});

it.each(casesOf<Counts, Shares>("distribution", "categorical"))(
  "a categorical change agrees with SciPy: $input.reference, $input.current",
  ({ input, answer }) => {
    expectShares(categoricalChange(categories(input.reference), categories(input.current)), answer);
  },
);

it("Kolmogorov's law agrees with SciPy", () => {
  const wrong = casesOf<number, number>("distribution", "kolmogorov").filter(
    ({ input, answer }) => !near(kolmogorovTail(input), answer, CLOSED),
  );
  expect(wrong).toEqual([]);
});
