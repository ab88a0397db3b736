import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/measurement/analysis/analysis.ts";
import type { MetricRow } from "../../../src/measurement/analysis/metrics.ts";
import { analysed, LOANS } from "../../support/analysed.ts";

type Numbers = Readonly<Record<string, number>>;

interface Answers {
  readonly binary: Numbers;
  readonly groups: {
    readonly by_sex: Readonly<Record<string, Numbers>>;
    readonly parities: Readonly<Record<string, readonly [number, number]>>;
    readonly crossed: Numbers;
  };
  readonly calibration: Numbers;
  readonly change: Numbers;
  readonly by_group: Readonly<Record<string, Recalibrated>>;
  readonly to_overall: {
    readonly parities: Readonly<Record<string, readonly [number, number]>>;
    readonly rates: Readonly<
      Record<string, { readonly overall: number; readonly difference: Numbers; readonly ratio: Numbers }>
    >;
  };
  readonly comparison: Readonly<Record<string, number | readonly [number, number]>> & {
    readonly adjusted: Readonly<Record<string, readonly [p: number, holm: number, bh: number]>>;
    readonly metrics: Readonly<Record<string, readonly [number, number]>>;
  };
  readonly multiclass: Numbers;
  readonly regression: Readonly<Record<"plain" | "weighted" | "dry", Numbers>>;
}

interface Recalibrated {
  readonly expected: number;
  readonly byChance: number;
  readonly intercept: readonly [value: number, low: number, high: number];
  readonly slope: readonly [value: number, low: number, high: number];
  readonly brier: number;
}

const text = readFileSync(new URL("../../statistics/goldens/analysis.json", import.meta.url), "utf8");
const { cases } = JSON.parse(text) as { cases: { kind: string; answer: unknown }[] };
const golden = Object.fromEntries(cases.map(({ kind, answer }) => [kind, answer])) as unknown as Answers;

const champion = await analysed({ fixture: "champion.csv" }, LOANS);
const against = (fixture: string) =>
  analysed({ fixture }, { ...LOANS, id: "loan" }, { fixture: "champion.csv" });

function close(actual: number | null | undefined, expected: number, tolerance = 1e-12): void {
  const off = Math.abs((actual ?? Number.NaN) - expected);
  expect(off, `${actual} is not ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(expected), 1e-3),
  );
}

const find = (rows: readonly MetricRow[], name: string) =>
  rows.find(({ metric, parameters }) => {
    const { average, class: of, k } = parameters;
    const written = [metric, average, of && `class ${of}`, k && `k = ${k}`].filter(Boolean).join(", ");
    return written === name;
  });

describe("the files that pandas and pyarrow wrote give what the field's libraries give", () => {
  it.each(Object.entries(golden.binary))("binary: %s", (name, expected) => {
    close(find(champion.metrics, name)?.value, expected);
  });

  it.each(Object.entries(golden.groups.by_sex))("of %s", (sex, { n, ...metrics }) => {
    const group = champion.segments[0]?.groups.find(({ values }) => values.sex === sex);
    expect(group?.n).toBe(n);
    for (const [name, expected] of Object.entries(metrics))
      close(find(group?.metrics ?? [], name)?.value, expected);
  });

  it.each(Object.entries(golden.groups.parities))("between the sexes: %s", (parity, [difference, ratio]) => {
    const row = champion.segments[0]?.fairness?.value?.parities.find((one) => one.parity === parity);
    close(row?.difference.value?.value, difference);
    close(row?.ratio.value?.value, ratio);
  });

  it.each(Object.entries(golden.to_overall.parities))(
    "from all of them: %s",
    (parity, [difference, ratio]) => {
      const row = champion.segments[0]?.fairness?.value?.parities.find((one) => one.parity === parity);
      close(row?.toOverall.difference.value?.value, difference);
      close(row?.toOverall.ratio.value?.value, ratio);
    },
  );

  it.each(Object.entries(golden.to_overall.rates))("beside all of them: %s", (rate, expected) => {
    const row = champion.segments[0]?.fairness?.value?.rates.find((one) => one.rate === rate);
    const { overall, groups } = row!.besideOverall.value!;
    close(overall, expected.overall);
    expect(groups.map(({ group }) => group).sort()).toEqual(["sex=female", "sex=male"]);
    for (const { group, difference, ratio, differenceInterval, ratioInterval } of groups) {
      const name = group.slice("sex=".length);
      close(difference, expected.difference[name]!);
      close(ratio, expected.ratio[name]!);
      expect(differenceInterval!.low).toBeLessThanOrEqual(difference);
      expect(differenceInterval!.high).toBeGreaterThanOrEqual(difference);
      expect(ratioInterval!.low).toBeLessThanOrEqual(ratio!);
      expect(ratioInterval!.high).toBeGreaterThanOrEqual(ratio!);
    }
  });

  it("calibration by group, and of intersections", () => {
    const groups = champion.segments.flatMap((segment) => segment.groups);
    const told = groups.flatMap(({ values, calibration }) =>
      calibration?.value
        ? [
            [
              Object.values(values)
                .map((value) => value ?? "")
                .join("|"),
              calibration.value,
            ] as const,
          ]
        : [],
    );
    expect(told.map(([name]) => name).sort()).toEqual(Object.keys(golden.by_group).sort());
    for (const [name, { expectedError, intercept, slope, brier }] of told) {
      const expected = golden.by_group[name]!;
      close(expectedError.value, expected.expected);
      close(expectedError.byChance, expected.byChance, 0.05);
      close(brier.value?.value, expected.brier);
      for (const part of ["intercept", "slope"] as const) {
        const found = { intercept, slope }[part].value!;
        const [value, low, high] = expected[part];
        close(found.value, value, 1e-8);
        close(found.interval?.low, low, 1e-8);
        close(found.interval?.high, high, 1e-8);
      }
    }
  });

  it("by both segments, rows without a region among them", () => {
    const crossed = champion.segments[2]?.groups.map(({ values, n }) => [
      `${values.sex}|${values.region ?? ""}`,
      n,
    ]);
    expect(Object.fromEntries(crossed ?? [])).toEqual(golden.groups.crossed);
  });

  it("calibration", () => {
    const { expected, maximum, intercept, slope, z, p } = golden.calibration;
    const found = champion.calibration?.value;
    close(found?.binned[0]?.expectedError, expected!);
    close(found?.binned[0]?.maximumError, maximum!);
    close(found?.intercept.value?.value, intercept!, 1e-8);
    close(found?.slope.value?.value, slope!, 1e-8);
    close(found?.spiegelhalter.value?.z, z!);
    close(found?.spiegelhalter.value?.p, p!, 1e-9);
  });

  it.each(["challenger.parquet", "challenger.jsonl.gz"])(
    "the change and the comparison of %s",
    async (fixture) => {
      const { changes, comparison } = await against(fixture);
      const score = changes.find(({ role }) => role === "score")?.measures.value;
      close(score?.kolmogorovSmirnov?.value?.statistic, golden.change.ks!);
      close(score?.wasserstein?.value, golden.change.wasserstein!);
      const decision = changes.find(({ role }) => role === "prediction")?.measures.value;
      close(decision?.chiSquare.value?.statistic, golden.change.chi_square!);
      for (const measure of ["roc_auc", "accuracy", "brier_score"]) {
        const paired = comparison?.value?.measures.find((row) => row.measure === measure)?.result.value;
        const [before, after] = golden.comparison[measure] as [number, number];
        close(paired?.reference, before);
        close(paired?.current, after);
        close(paired?.difference, after - before, 1e-11);
      }
      for (const [measure, [before, after]] of Object.entries(golden.comparison.metrics)) {
        const paired = comparison?.value?.measures.find((row) => row.measure === measure)?.result.value;
        close(paired?.reference, before);
        close(paired?.current, after);
        close(paired?.difference, after - before, 1e-11);
      }
      for (const [measure, [p, holm, bh]] of Object.entries(golden.comparison.adjusted)) {
        const row = comparison?.value?.measures.find((one) => one.measure === measure);
        close(row?.result.value?.p, p, 1e-11);
        expect(row?.adjusted?.tests).toBe(6);
        close(row?.adjusted?.holm, holm, 1e-11);
        close(row?.adjusted?.benjaminiHochberg, bh, 1e-11);
      }
      const of = (measure: string) =>
        comparison?.value?.measures.find((row) => row.measure === measure)?.result.value;
      close(of("accuracy")?.discordant?.p.value?.exact, golden.comparison.mcnemar as number);
      close(of("brier_score")?.p, golden.comparison.brier_p as number, 1e-11);
      const [low, high] = golden.comparison.brier_interval as [number, number];
      close(of("brier_score")?.interval?.low, low, 1e-11);
      close(of("brier_score")?.interval?.high, high, 1e-11);
    },
  );

  it.each(Object.entries(golden.multiclass))("multiclass: %s", async (name, expected) => {
    const scores = new Map(["a", "b", "c"].map((of) => [of, `p_${of}`]));
    const given = { task: "multiclass", label: "kind", prediction: "said", scores } as const;
    close(find((await analysed({ fixture: "flowers.parquet" }, given)).metrics, name)?.value, expected);
  });

  it("regression, weighted and by segment", async () => {
    const given = { task: "regression", label: "yield", prediction: "forecast", segments: ["plot"] } as const;
    const plain = await analysed({ fixture: "harvest.parquet" }, given);
    const weighted = await analysed({ fixture: "harvest.parquet" }, { ...given, weight: "weight" });
    const dry = plain.segments[0]?.groups.find(({ values }) => values.plot === "dry");
    const found: Record<keyof Answers["regression"], Analysis["metrics"]> = {
      plain: plain.metrics,
      weighted: weighted.metrics,
      dry: dry?.metrics ?? [],
    };
    for (const [of, metrics] of Object.entries(golden.regression)) {
      for (const [name, expected] of Object.entries(metrics)) {
        close(find(found[of as keyof typeof found], name)?.value, expected);
      }
    }
  });
});
