import { describe, expect, it } from "vitest";
import { analysed, LOANS } from "../../support/analysed.ts";

const champion = { fixture: "champion.csv" };

/** So many rows of each group; every third one is positive. */
const groups = (sizes: Readonly<Record<string, number>>, score: (row: number) => number) => {
  const lines = Object.entries(sizes).flatMap(([name, size]) =>
    Array.from({ length: size }, (_, row) => `${row % 3 === 0 ? 1 : 0},${score(row)},${name}`),
  );
  return { text: `label,score,g\n${lines.join("\n")}\n` };
};
const SCORED = { score: "score", threshold: 0.5, segments: ["g"] };
const spread = (row: number) => ((row * 37) % 101) / 102 + 0.005;

describe("the calibration of a group", () => {
  it.each([
    [49, null, "it has 49 rows, and 10 bins need 50"],
    [50, 50, null],
  ])("of %i rows", async (size, _, why) => {
    const { segments } = await analysed(groups({ a: size, b: 200 }, spread), SCORED);
    const told = segments[0]!.groups.find(({ values }) => values.g === "a")!.calibration!;
    expect(told.undefined).toBe(why);
    expect(told.value === null).toBe(why !== null);
  });

  it("has no coefficients of a class of a few rows, and does not count them", async () => {
    const lines = Array.from({ length: 60 }, (_, row) => `${row < 9 ? 1 : 0},${spread(row)},a`);
    const { segments } = await analysed({ text: `label,score,g\n${lines.join("\n")}\n` }, SCORED);
    const { slope, intercept, expectedError } = segments[0]!.groups[0]!.calibration!.value!;
    const reason = "fewer than 10 rows are truly of the positive class";
    expect([slope.undefined, intercept.undefined]).toEqual([reason, reason]);
    expect(expectedError.value).toBeGreaterThan(0);
  });

  it("is withheld with its numbers, has its reason, and is of two classes alone", async () => {
    const odd = await analysed(
      groups({ a: 100, b: 4 }, (row) => row),
      SCORED,
    );
    const [large, small] = odd.segments[0]!.groups;
    expect(large?.calibration?.undefined).toMatch(/outside/);
    expect(small?.calibration).toBeNull();
    const undecided = await analysed(champion, { ...LOANS, score: null });
    expect(undecided.segments[0]!.groups[0]!.calibration).toBeNull();
  });
});

describe("the bootstrap of a group", () => {
  it("draws the group's rows alone: as if they were the file", async () => {
    const bootstrap = { replicates: 200, seed: "a", stratify: false };
    const given = { ...SCORED, bootstrap };
    const both = await analysed(groups({ a: 60, b: 80 }, spread), given);
    const [first] = both.segments[0]!.groups.filter(({ values }) => values.g === "a");
    for (const { metric, bootstrap: drawn, percentile, value } of first!.metrics) {
      expect(drawn?.value, metric).toMatchObject({ method: "bootstrap-bca", replicates: 200 });
      expect(percentile?.value, metric).toMatchObject({ method: "bootstrap-percentile" });
      expect(percentile!.value!.low).toBeLessThanOrEqual(value!);
      expect(percentile!.value!.high).toBeGreaterThanOrEqual(value!);
    }
    const area = first!.metrics.find(({ metric }) => metric === "roc_auc")!;
    const later = await analysed(groups({ b: 80, a: 60 }, spread), given);
    expect(area.bootstrap?.value).toBeDefined();
    expect(later.segments[0]!.groups.find(({ values }) => values.g === "a")!.n).toBe(60);
  });

  it("keeps an entity's rows together, and classes apart when asked", async () => {
    const ofMen = async (entity: string | null, stratify: boolean) => {
      const bootstrap = { replicates: 200, seed: "", stratify };
      const { segments } = await analysed(champion, { ...LOANS, segments: ["sex"], entity, bootstrap });
      return segments[0]!.groups[0]!.metrics.find(({ metric }) => metric === "recall")!.bootstrap?.value;
    };
    const alone = await ofMen(null, false);
    expect(await ofMen("applicant", false)).not.toEqual(alone);
    expect(await ofMen(null, true)).not.toEqual(alone);
  });
});

describe("the rows that a rate needs", () => {
  it("are its own rows, and as many as its interval wants", async () => {
    const { rowsNeeded } = await analysed(champion, LOANS);
    const { metrics } = await analysed(champion, LOANS);
    expect(rowsNeeded.map(({ metric }) => metric)).toEqual([
      "accuracy",
      "precision",
      "recall",
      "specificity",
      "negative_predictive_value",
    ]);
    const has = Object.fromEntries(rowsNeeded.map((row) => [row.metric, row.has]));
    expect(has.accuracy).toBe(400);
    expect(has.recall! + has.specificity!).toBe(400);
    expect(has.precision! + has.negative_predictive_value!).toBe(400);
    for (const { metric, has: rows, needs, halfWidth } of rowsNeeded) {
      const { interval } = metrics.find((row) => row.metric === metric)!;
      const reach = (interval!.high - interval!.low) / 2;
      expect(halfWidth).toBe(0.02);
      expect(needs > rows).toBe(reach > halfWidth);
      expect(needs / rows).toBeCloseTo((reach / halfWidth) ** 2, 0);
    }
  });

  it("are none of weighted rows, of errors, and of a rate without rows", async () => {
    const text = "label,score,w\n1,0.9,1\n1,0.2,2\n1,0.7,2\n";
    expect((await analysed({ text }, { score: "score", threshold: 0.5, weight: "w" })).rowsNeeded).toEqual(
      [],
    );
    const { rowsNeeded } = await analysed({ text }, { score: "score", threshold: 0.5 });
    expect(rowsNeeded.map(({ metric }) => metric)).not.toContain("specificity");
    const kinds = await analysed(
      { fixture: "flowers.parquet" },
      { task: "multiclass", label: "kind", prediction: "said" },
    );
    expect(kinds.rowsNeeded.map(({ metric, of }) => [metric, of])).toEqual([["accuracy", "rows"]]);
    const crops = await analysed(
      { fixture: "harvest.parquet" },
      { task: "regression", label: "yield", prediction: "forecast" },
    );
    expect(crops.rowsNeeded).toEqual([]);
  });
});
