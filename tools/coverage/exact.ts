import { tangoInterval } from "../../src/statistics/comparison/tango.ts";
import { clopperPearsonInterval } from "../../src/statistics/intervals/clopper-pearson.ts";
import { wilsonInterval } from "../../src/statistics/intervals/wilson.ts";
import { miettinenNurminenInterval } from "../../src/statistics/proportions/miettinen-nurminen.ts";
import { newcombeInterval } from "../../src/statistics/proportions/newcombe.ts";
import type { Proportion } from "../../src/statistics/proportions/proportion.ts";
import { ratioInterval } from "../../src/statistics/proportions/ratio-interval.ts";
import { binomial, multinomial, steps } from "./chances.ts";
import { type Cell, type Coverage, coverageOver, type Ends, Tally } from "./coverage.ts";
import { CONFIDENCE, type Grid, type Study } from "./study.ts";

const SHARES = steps(0.01, 0.01, 99);
const PAIR_SHARES = steps(0.05, 0.05, 19);

/** Methods whose coverage is a finite sum over every sample that there can be. */
export const EXACT: readonly Study[] = [
  oneShare("Wilson", wilsonInterval, [5, 10, 20, 50, 100, 1000]),
  oneShare("Clopper–Pearson", clopperPearsonInterval, [5, 10, 20, 50, 100, 1000]),
  twoShares("Newcombe", newcombeInterval, (one, other) => one - other),
  twoShares("Miettinen–Nurminen", miettinenNurminenInterval, (one, other) => one - other),
  twoShares(
    "Koopman",
    (one, other, confidence) => ratioInterval(one, other, confidence, "koopman"),
    (one, other) => one / other,
  ),
  twoShares(
    "Miettinen–Nurminen, ratio",
    (one, other, confidence) => ratioInterval(one, other, confidence, "miettinen-nurminen"),
    (one, other) => one / other,
  ),
  {
    method: "Tango",
    how: "sum over every pair of counts; shares that only one side has right from 0.02 to 0.42 in steps of 0.05 each",
    grids: [10, 20, 50, 100].map((rows) => ({ title: `${rows} rows`, coverage: () => tangoCoverage(rows) })),
  },
];

function oneShare(
  method: string,
  intervalOf: (successes: number, trials: number, confidence: number) => Ends,
  sizes: readonly number[],
): Study {
  const coverage = (n: number): Coverage => {
    const intervals = Array.from({ length: n + 1 }, (_, k) => intervalOf(k, n, CONFIDENCE));
    return coverageOver(
      SHARES.map((share): Cell => {
        const tally = new Tally();
        binomial(n, share).forEach((chance, k) => {
          tally.add(intervals[k]!, share, chance);
        });
        return tally.cell(`p = ${share}`);
      }),
    );
  };
  return {
    method,
    how: "sum over every count; p from 0.01 to 0.99 in steps of 0.01",
    grids: sizes.map((n) => ({ title: `n = ${n}`, coverage: () => coverage(n) })),
  };
}

function twoShares(
  method: string,
  intervalOf: (one: Proportion, other: Proportion, confidence: number) => Ends | string,
  truthOf: (one: number, other: number) => number,
): Study {
  const sizes = [
    [5, 5],
    [10, 10],
    [10, 40],
    [30, 30],
  ] as const;
  return {
    method,
    how: "sum over every pair of counts; both shares from 0.05 to 0.95 in steps of 0.05",
    grids: sizes.map(
      ([m, n]): Grid => ({
        title: `n = ${m} and ${n}`,
        coverage: () => {
          const intervals = counts(m).map((x) =>
            counts(n).map((y) =>
              given(intervalOf({ successes: x, trials: m }, { successes: y, trials: n }, CONFIDENCE)),
            ),
          );
          return coverageOver(
            PAIR_SHARES.flatMap((p) =>
              PAIR_SHARES.map((q) => {
                const tally = new Tally();
                const [ofOne, ofOther] = [binomial(m, p), binomial(n, q)];
                for (const x of counts(m))
                  for (const y of counts(n))
                    tally.add(intervals[x]![y]!, truthOf(p, q), ofOne[x]! * ofOther[y]!);
                return tally.cell(`p = ${p} and ${q}`);
              }),
            ),
          );
        },
      }),
    ),
  };
}

function tangoCoverage(rows: number): Coverage {
  const shares = steps(0.02, 0.05, 9);
  const intervals = counts(rows).map((onlyBefore) =>
    counts(rows - onlyBefore).map((onlyAfter) =>
      given(tangoInterval({ rows, onlyBefore, onlyAfter }, CONFIDENCE)),
    ),
  );
  return coverageOver(
    shares.flatMap((lost) =>
      shares.map((gained) => {
        const tally = new Tally();
        intervals.forEach((row, onlyBefore) => {
          row.forEach((interval, onlyAfter) => {
            const others = rows - onlyBefore - onlyAfter;
            const mass = multinomial([onlyBefore, onlyAfter, others], [lost, gained, 1 - lost - gained]);
            tally.add(interval, gained - lost, mass);
          });
        });
        return tally.cell(`only before ${lost}, only after ${gained}`);
      }),
    ),
  );
}

function counts(n: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, k) => k);
}

function given(interval: Ends | string): Ends | null {
  return typeof interval === "string" ? null : interval;
}
