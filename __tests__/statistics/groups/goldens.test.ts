import { describe, expect, it } from "vitest";
import { rateDifference } from "../../../src/statistics/groups/difference.ts";
import type { Disparity } from "../../../src/statistics/groups/disparity.ts";
import type { GroupCounts } from "../../../src/statistics/groups/group-counts.ts";
import { type GroupRate, groupRate } from "../../../src/statistics/groups/group-rate.ts";
import { type Parity, parityDifference, parityRatio } from "../../../src/statistics/groups/parity.ts";
import { rateRatio } from "../../../src/statistics/groups/ratio.ts";
import { CLOSED, casesOf, near } from "../cases.ts";

type Table = readonly [name: string, tp: number, fp: number, fn: number, tn: number];
type Pair = readonly [difference: number | null, ratio: number | null];
interface Contrasts {
  readonly between_groups: Pair;
  readonly to_overall: Pair;
}
interface Answer {
  readonly rates: Readonly<
    Record<GroupRate, (Contrasts & { readonly by_group: Readonly<Record<string, number>> }) | null>
  >;
  readonly parities: Readonly<
    Record<Extract<Parity, "demographic_parity" | "equal_opportunity" | "equalized_odds">, Contrasts | null>
  >;
}

const groupOf = ([name, tp, fp, fn, tn]: Table): GroupCounts => ({
  name,
  rows: tp + fp + fn + tn,
  decided: tp + fp,
  truth: { positives: tp + fn, truePositives: tp },
});
const valueIn = (result: Disparity | string) => (typeof result === "string" ? result : result.value);
const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as K[];
const CONTRASTS = ["between_groups", "to_overall"] as const;

describe("disparities agree with Fairlearn", () => {
  it.each(casesOf<readonly Table[], Answer>("groups", "groups").map((one, index) => ({ ...one, index })))(
    "groups $index",
    ({ input, answer }) => {
      const groups = input.map(groupOf);
      const wrong: unknown[] = [];
      const check = (what: string, found: number | string, expected: number | null) => {
        if (!near(found, expected, CLOSED)) wrong.push({ what, found, expected });
      };
      for (const rate of keysOf(answer.rates)) {
        for (const contrast of CONTRASTS) {
          const [difference, ratio] = answer.rates[rate]?.[contrast] ?? [null, null];
          check(`${rate} difference`, valueIn(rateDifference(groups, rate, contrast, 0.95)), difference);
          check(`${rate} ratio`, valueIn(rateRatio(groups, rate, contrast, 0.95)), ratio);
        }
        for (const group of groups) {
          const expected = answer.rates[rate]?.by_group[group.name];
          const found = groupRate(group, rate, 0.95);
          if (expected !== undefined)
            check(rate, found.kind === "value" ? found.value : found.reason, expected);
        }
      }
      for (const parity of keysOf(answer.parities)) {
        for (const contrast of CONTRASTS) {
          const [difference, ratio] = answer.parities[parity]?.[contrast] ?? [null, null];
          check(
            `${parity} difference`,
            valueIn(parityDifference(groups, parity, contrast, 0.95)),
            difference,
          );
          check(`${parity} ratio`, valueIn(parityRatio(groups, parity, contrast, 0.95)), ratio);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
