import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnalysisRequest } from "../../../src/measurement/analysis/request.ts";
import { analysed, LOANS, problemsOf } from "../../support/analysed.ts";
import { differences } from "../../support/differences.ts";

type Given = Partial<AnalysisRequest>;
type Row = readonly (string | number)[];

const SEGMENTS = ["sex", "area"];
const text = (header: readonly string[], rows: readonly Row[]) => ({
  text: `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`,
});

/** What a warehouse answers to `SELECT …, count(*) GROUP BY ALL`. */
function aggregated(rows: readonly Row[]): readonly Row[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.join(), (counts.get(row.join()) ?? 0) + 1);
  return [...counts].map(([line, count]) => [line, count]);
}

const sex = fc.constantFrom("f", "m");
const area = fc.constantFrom("n", "s", "");
const tenth = fc.integer({ min: 1, max: 9 }).map((part) => part / 10);
const bit = fc.integer({ min: 0, max: 1 });
const kind = fc.constantFrom("a", "b", "c");
const amount = fc.integer({ min: -3, max: 3 });

const BINARY: Given = { score: "score", threshold: 0.5, positive: "1" };
const CLASSES: Given = {
  task: "multiclass",
  prediction: "said",
  scores: new Map([
    ["a", "pa"],
    ["b", "pb"],
    ["c", "pc"],
  ]),
};
const shares = fc.constantFrom([0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.125, 0.125, 0.75]);

/** A task's columns, rows of them, rows of a reference, and what is asked. */
const TASKS: readonly {
  readonly name: string;
  readonly header: readonly string[];
  readonly row: fc.Arbitrary<Row>;
  readonly old?: fc.Arbitrary<Row>;
  readonly given: Given;
}[] = [
  {
    name: "two classes, and a reference that lacks scores",
    header: ["label", "score", ...SEGMENTS],
    row: fc.tuple(bit, tenth, sex, area),
    old: fc.tuple(bit, fc.oneof(tenth, fc.constant("")), sex, area),
    given: BINARY,
  },
  {
    name: "scores that are certain",
    header: ["label", "score", ...SEGMENTS],
    row: fc.tuple(bit, fc.oneof(tenth, fc.constantFrom(0, 1)), sex, area),
    given: BINARY,
  },
  {
    name: "scores that are no probabilities",
    header: ["label", "score", ...SEGMENTS],
    row: fc.tuple(bit, fc.oneof(tenth, fc.constant(1.5)), sex, area),
    given: BINARY,
  },
  {
    name: "several classes",
    header: ["label", "said", "pa", "pb", "pc", ...SEGMENTS],
    row: fc
      .tuple(kind, kind, shares, sex, area)
      .map(([label, said, scores, ...groups]) => [label, said, ...scores, ...groups]),
    given: CLASSES,
  },
  {
    name: "predicted numbers",
    header: ["label", "said", ...SEGMENTS],
    row: fc.tuple(amount, amount, sex, area),
    given: { task: "regression", prediction: "said" },
  },
];

describe.each(TASKS)("an analysis of counts: $name", ({ header, row, old = row, given }) => {
  const some = { minLength: 1, maxLength: 80 };
  const asked = { ...given, segments: SEGMENTS };

  it("is that of the rows: metrics, intervals, calibration, curves, groups, fairness, change", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, some), fc.array(old, some), async (current, reference) => {
        const whole = await analysed(text(header, current), asked, text(header, reference));
        const counted = await analysed(
          text([...header, "times"], aggregated(current)),
          { ...asked, count: "times" },
          text([...header, "times"], aggregated(reference)),
        );
        expect(counted.file).toMatchObject({ rows: current.length, lines: aggregated(current).length });
        expect(differences(measuresOf(whole), measuresOf(counted), 1e-12)).toEqual([]);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

function measuresOf({
  file: _,
  reference: _also,
  columns: _roles,
  notes: _notes,
  ...measures
}: object & {
  readonly file: unknown;
  readonly reference: unknown;
  readonly columns: unknown;
  readonly notes: unknown;
}): object {
  return measures;
}

describe("a billion rows in ten thousand lines", () => {
  const TIMES = 100_000;
  const lines = (times: number) =>
    text(
      ["label", "score", "sex", "n"],
      Array.from({ length: 10_000 }, (_, line) => [
        (line * 7919) % 10 < line % 10 ? 1 : 0,
        (line % 5_000) / 5_000,
        line % 3 === 0 ? "f" : "m",
        times,
      ]),
    );
  const given: Given = { score: "score", threshold: 0.5, positive: "1", segments: ["sex"], count: "n" };

  it("have the values of one row a line, and intervals that much narrower", async () => {
    const [once, often] = [await analysed(lines(1), given), await analysed(lines(TIMES), given)];
    expect(often.file).toMatchObject({ rows: 1e9, lines: 10_000 });
    expect(often.segments[0]?.groups.map(({ n }) => n)).toEqual([6_666 * TIMES, 3_334 * TIMES]);
    for (const name of ["roc_auc", "accuracy", "brier_score"]) {
      const [one, many] = [once, often].map(({ metrics }) => metrics.find(({ metric }) => metric === name));
      expect(many?.n).toBe(1e9);
      expect(many?.value).toBeCloseTo(one?.value ?? Number.NaN, 12);
      const [wide, narrow] = [one, many].map((row) => row!.interval!.high - row!.interval!.low);
      expect(wide! / narrow! / Math.sqrt(TIMES)).toBeCloseTo(1, 3);
    }
  });
});

describe("what stands in the way of counts", () => {
  const given: Given = { score: "score", count: "n" };
  const counting = (...counts: readonly string[]) =>
    text(
      ["label", "score", "n"],
      counts.map((count, line) => [line % 2, 0.5, count]),
    );

  it.each([
    ["-1", "no whole number from 1 to 2^53"],
    ["0", "no whole number from 1 to 2^53"],
    ["2.5", "no whole number from 1 to 2^53"],
    ["9007199254740992", "no whole number from 1 to 2^53"],
    ["1e300", "no whole number from 1 to 2^53"],
    ["false", "no whole number from 1 to 2^53"],
    ["inf", "NaN or infinite"],
    ["nan", "NaN or infinite"],
    ["many", "not a number"],
    ["", "empty"],
  ])("a count of %j, on its line", async (count, says) => {
    const [problem, more] = await problemsOf(counting("3", count, "4", count), given);
    expect(more).toBeUndefined();
    expect(problem?.line).toBe(3);
    expect(problem?.says).toBe(`2 cells of "n" are ${says} (lines 3, 5)`);
    const reference = await problemsOf(counting("3", "4"), given, counting("3", count));
    expect(reference[0]?.line).toBe(3);
  });

  it("a sum that no number holds exactly", async () => {
    const half = String(2 ** 52);
    const [problem] = await problemsOf(counting(half, half), given);
    expect(problem?.says).toBe('"n": the counts sum to 2^53 or more, so rows cannot be counted exactly');
    expect((await analysed(counting(half, String(2 ** 52 - 1)), given)).file.rows).toBe(2 ** 53 - 1);
  });
});

describe("with counts", () => {
  const COUNTED = { fixture: "warehouse/duckdb.parquet" };
  const counted = { ...LOANS, count: "count" };

  it("what needs the rows is undefined, and says so", async () => {
    const { metrics, comparison } = await analysed(
      COUNTED,
      { ...counted, id: "sex", bootstrap: { replicates: 100, seed: "", stratify: false } },
      COUNTED,
    );
    const reason = { value: null, undefined: "it needs the rows, not their counts" };
    expect(comparison).toEqual(reason);
    const drawn = metrics.filter(({ metric }) => metric !== "confusion_matrix" && metric !== "support");
    expect(drawn.map(({ bootstrap }) => bootstrap)).toEqual(drawn.map(() => reason));
  });

  it("a group is small by its rows, not by its lines", async () => {
    const table = text(
      ["label", "score", "area", "n"],
      [
        [1, 0.9, "one-line", 4000],
        [0, 0.2, "many-lines", 1],
        [1, 0.3, "many-lines", 1],
        [1, 0.7, "many-lines", 2],
        [0, 0.1, "two-lines", 2],
        [0, 0.4, "two-lines", 3],
      ],
    );
    const given: Given = { score: "score", threshold: 0.5, segments: ["area"], count: "n" };
    const [by] = (await analysed(table, given)).segments;
    expect(by?.groups.map(({ values, n, withheld }) => [values.area, n, withheld === null])).toEqual([
      ["one-line", 4000, true],
      ["two-lines", 5, true],
      ["many-lines", 4, false],
    ]);
    expect(by?.fairness?.value?.compared).toEqual(["area=one-line", "area=two-lines"]);
  });

  it("weights stay weights: no interval, and each is that of every row of the line", async () => {
    const rows = await analysed({ fixture: "harvest.parquet" }, HARVEST);
    const twice = await analysed(
      text(
        ["yield", "forecast", "weight", "n"],
        [
          [3, 4, 2, 5],
          [8, 6, 1, 1],
        ],
      ),
      { ...HARVEST, count: "n" },
    );
    const error = ({ metrics }: typeof rows) =>
      metrics.find(({ metric }) => metric === "mean_absolute_error");
    expect(error(rows)?.interval).toBeNull();
    expect(error(twice)).toMatchObject({ n: 6, value: (5 * 2 * 1 + 1 * 1 * 2) / 11, interval: null });
  });
});

const HARVEST: Given = { task: "regression", label: "yield", prediction: "forecast", weight: "weight" };
