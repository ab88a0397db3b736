import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_CLASSES } from "../../../src/measurement/analysis/settings.ts";
import { metricsOf } from "../../../src/statistics/registry.ts";
import { analysed, LOANS, problemsOf } from "../../support/analysed.ts";

const rows = (...lines: readonly string[]) => ({ text: `${lines.join("\n")}\n` });
const SCORED = { score: "score", threshold: 0.5 } as const;
const TEN = rows(
  "label,score",
  "1,0.9",
  "0,0.1",
  "1,0.8",
  "0,0.4",
  "1,0.3",
  "0,0.6",
  "1,0.7",
  "0,0.2",
  "0,0.3",
  "1,0.6",
);

/** Twelve rows, six of each group. */
const IN_GROUPS = rows(
  "label,score,group",
  ...[0.9, 0.1, 0.8, 0.4, 0.3, 0.6, 0.7, 0.2, 0.35, 0.65, 0.55, 0.15].map(
    (score, row) => `${row % 3 === 0 ? 1 : 0},${score},${row % 2 === 0 ? "a" : "b"}`,
  ),
);

describe("what stands in the way of a file", () => {
  it.each([
    [
      "an empty score",
      rows("label,score", "1,0.5", "0,", "1,"),
      SCORED,
      3,
      /2 cells of "score" are empty \(lines 3, 4\)/,
    ],
    ["text for a score", rows("label,score", "1,x", "0,0.1"), SCORED, 2, /not a number/],
    ["a ragged row", rows("label,score", "1,0.5", "0,0.1,7"), SCORED, 3, /1 row cannot be read/],
    ["no rows", rows("label,score"), SCORED, null, /holds no rows/],
    ["three classes", rows("label,score", "0,0.5", "1,0.1", "2,0.1"), SCORED, null, /has 3: "0", "1", "2"/],
    [
      "unknown positive",
      rows("label,score", "yes,0.5", "no,0.1"),
      SCORED,
      null,
      /which of the classes "no", "yes"/,
    ],
    [
      "an absent positive",
      rows("label,score", "yes,0.5", "no,0.1"),
      { ...SCORED, positive: "yess" },
      null,
      /"yess" is not among/,
    ],
    [
      "an empty entity",
      rows("label,score,who", "1,0.5,", "0,0.1,b"),
      { ...SCORED, entity: "who" },
      2,
      /"who" is empty/,
    ],
    [
      "a segment that is the prediction",
      rows("label,p", "1,", "0,0"),
      { prediction: "p", segments: ["p"] },
      2,
      /"p" is empty/,
    ],
  ] as const)("%s", async (_, source, given, line, says) => {
    const [problem] = await problemsOf(source, given);
    expect(problem).toMatchObject({ path: "rows.csv", line });
    expect(problem?.says).toMatch(says);
    expect(problem?.fix).not.toBe("");
  });

  it("a class without a score", async () => {
    const given = { task: "multiclass", scores: new Map([["a", "p"]]) } as const;
    const [problem] = await problemsOf(rows("label,p", "a,0.5", "b,0.1"), given);
    expect(problem?.says).toBe('no --score is given for the class "b"');
  });

  it("text in the reference's numbers, and not its empty cells", async () => {
    const broken = rows("label,score", "1,x", "0,0.1");
    expect((await problemsOf(TEN, SCORED, broken))[0]?.says).toMatch(/"score" is not a number/);
    const { changes } = await analysed(TEN, SCORED, rows("label,score", "1,", "0,0.1"));
    expect(changes[1]?.measures.value?.missing).toEqual({ reference: 1, current: 0 });
  });
});

describe("what the columns allow", () => {
  it("is every metric of the task, once for each setting", async () => {
    const { metrics, notMeasured } = await analysed(TEN, SCORED);
    expect(new Set(metrics.map(({ metric }) => metric))).toEqual(
      new Set(metricsOf("binary").map(({ name }) => name)),
    );
    expect(new Set(metrics.map((row) => JSON.stringify([row.metric, row.parameters]))).size).toBe(
      metrics.length,
    );
    expect(notMeasured).toEqual([]);
  });

  it("is, of the metrics that are asked for, what it is among all of them, and nothing else", async () => {
    const given = { ...SCORED, segments: ["group"] };
    const all = await analysed(IN_GROUPS, given);
    const metrics = [
      { metric: "lift", implied: { depth: 0.2 } },
      { metric: "lift", implied: { depth: 0.3 } },
      { metric: "roc_auc", implied: {} },
    ];
    const few = await analysed(IN_GROUPS, { ...given, metrics });
    const of = (name: string, depth?: number) =>
      all.metrics.find((row) => row.metric === name && row.parameters.depth === depth);
    const rows = Object.fromEntries(
      few.metrics.map((row) => [`${row.metric} ${row.parameters.depth ?? ""}`, row]),
    );
    expect(Object.keys(rows).sort()).toEqual(["lift 0.2", "lift 0.3", "roc_auc "]);
    expect(rows["roc_auc "]).toEqual(of("roc_auc"));
    expect(rows["lift 0.2"]).toEqual(of("lift", 0.2));
    const [ours, theirs] = [few, all].map(({ segments }) => segments[0]?.groups[0]);
    expect(ours?.metrics.find(({ metric }) => metric === "roc_auc")).toEqual(
      theirs?.metrics.find(({ metric }) => metric === "roc_auc"),
    );
    expect(ours?.metrics).toHaveLength(3);
    expect(few).toMatchObject({ calibration: null, curves: [], rowsNeeded: [], notMeasured: [] });
    expect(few.segments).toMatchObject([{ fairness: null, groups: [{ calibration: null }, {}] }]);
  });

  it("without a score, and without decisions, is said", async () => {
    const undecided = await analysed(TEN, { score: "score" });
    expect(undecided.notMeasured).toMatchObject([
      { needs: "--prediction COLUMN, or --threshold T with --score" },
    ]);
    expect(undecided.notMeasured[0]?.metrics).toContain("recall");
    const unscored = await analysed(rows("label,p", "1,1", "0,1", "0,0"), { prediction: "p" });
    expect(unscored.notMeasured[0]?.metrics).toContain("roc_auc");
    expect(unscored).toMatchObject({ calibration: null, curves: [] });
  });

  it("has its reason where it is undefined", async () => {
    const { metrics, calibration, curves } = await analysed(rows("label,score", "1,0.9", "1,0.2"), SCORED);
    for (const { value, undefined: why } of metrics) expect(value === null).toBe(why !== null);
    expect(metrics.find(({ metric }) => metric === "roc_auc")?.undefined).toMatch(/negative class/);
    expect(calibration?.value?.slope.undefined).toMatch(/negative class/);
    expect(curves[0]?.points.undefined).toMatch(/negative class/);
  });

  it("of many classes is their averages, and a note", async () => {
    const lines = Array.from(
      { length: 2 * (MOST_CLASSES + 1) },
      (_, row) => `c${row % (MOST_CLASSES + 1)},c0`,
    );
    const { metrics, notes } = await analysed(rows("label,p", ...lines), {
      task: "multiclass",
      prediction: "p",
    });
    expect(metrics.some(({ parameters }) => parameters.class !== undefined)).toBe(false);
    expect(notes).toHaveLength(1);
  });
});

describe("groups", () => {
  it("of fewer than five rows are listed, and nothing else is told of them", async () => {
    const { segments } = await analysed({ fixture: "champion.csv" }, LOANS);
    const [, byRegion] = segments;
    const island = byRegion?.groups.find(({ values }) => values.region === "island");
    expect(island).toMatchObject({
      n: 3,
      metrics: [],
      withheld: expect.stringContaining("fewer than 5 rows"),
    });
    expect(byRegion?.fairness?.value?.compared).not.toContain("region=island");
    const told = byRegion?.fairness?.value?.tooSmall.filter(({ group }) => group === "region=island");
    expect(told).toMatchObject([{ rate: "selection_rate", has: 3 }]);
  });

  it("have no disparities without decisions, or with weights", async () => {
    const lines = [
      "label,score,w,g",
      ...Array.from({ length: 20 }, (_, row) => `${row % 2},0.${row + 10},1,${row % 3}`),
    ];
    const without = await analysed(rows(...lines), { score: "score", segments: ["g"] });
    expect(without.segments[0]?.fairness?.undefined).toMatch(/no decisions/);
    const weighted = await analysed(rows(...lines), { ...SCORED, weight: "w", segments: ["g"] });
    expect(weighted.segments[0]?.fairness?.undefined).toMatch(/weighted/);
  });

  it("hold every row once, whatever the cells", async () => {
    const cell = fc.constantFrom("", "a", "b", "c,d", "-1");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }), async (cells) => {
        const lines = cells.map(([g, h], row) => `${row % 2},1,"${g}","${h}"`);
        const given = { prediction: "p", segments: ["g", "h"] };
        const { segments } = await analysed(rows("label,p,g,h", ...lines), given);
        for (const { groups } of segments)
          expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(cells.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the bootstrap", () => {
  const given = { ...LOANS, segments: [], bootstrap: { replicates: 200, seed: "a", stratify: false } };
  const ofAuc = async (more: object) => {
    const { metrics } = await analysed({ fixture: "champion.csv" }, { ...given, ...more });
    return metrics.find(({ metric }) => metric === "roc_auc")?.bootstrap?.value;
  };

  it("gives the same again, and something else by another seed or by entity", async () => {
    const first = await ofAuc({});
    expect(first).toMatchObject({ method: "bootstrap-bca", replicates: 200, confidence: 0.95 });
    expect(await ofAuc({})).toEqual(first);
    expect(await ofAuc({ bootstrap: { replicates: 200, seed: "b", stratify: false } })).not.toEqual(first);
    expect(await ofAuc({ entity: "applicant" })).not.toEqual(first);
  });

  it("does not touch what it is not asked for", async () => {
    const { metrics, bootstrap } = await analysed({ fixture: "champion.csv" }, { ...LOANS, segments: [] });
    expect(bootstrap).toBeNull();
    expect(metrics.every((row) => row.bootstrap === null)).toBe(true);
  });
});

describe("a distribution", () => {
  it("has its empty cells as a category", async () => {
    const given = { ...SCORED, segments: ["g"] };
    const of = (cells: string) =>
      rows("label,score,g", ...[...cells].map((g, row) => `${row % 2},0.5,${g.trim()}`));
    const { changes } = await analysed(of("aabb"), given, of("aa  "));
    expect(changes[2]?.measures.value).toMatchObject({
      missing: { reference: 2, current: 0 },
      chiSquare: { value: { statistic: 4, freedom: 2 } },
    });
  });
});

describe("the Brier score", () => {
  it("is taken apart by the bins of equal width that are shown", async () => {
    const { calibration } = await analysed({ fixture: "champion.csv" }, LOANS);
    const { brier, binned } = calibration!.value!;
    const { bins } = binned.find(({ by }) => by === "width")!;
    const gaps = bins.map(
      ({ weight, meanProbability, observed }) => weight * (meanProbability - observed) ** 2,
    );
    expect(brier.reliability).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / 400, 12);
  });
});

describe("the comparison row by row", () => {
  const OLD = ["id,label,score", "a,1,0.9", "b,0,0.2", "c,1,0.4", "d,0,0.3"];
  const compared = async (current: readonly string[], given: object = {}, old: readonly string[] = OLD) =>
    (await analysed(rows(...current), { ...SCORED, id: "id", ...given }, rows(...old))).comparison;

  it("finds the rows by their ids, in whatever order", async () => {
    const comparison = await compared([OLD[0]!, ...OLD.slice(1).reverse()]);
    expect(comparison?.value?.rows).toBe(4);
    const { measures } = comparison!.value!;
    expect(measures.length).toBeGreaterThan(10);
    for (const { result } of measures) {
      expect(result.value).toMatchObject({ difference: 0, verdict: { kind: "identical", by: null } });
    }
  });

  it.each([
    [
      "another row",
      [...OLD.slice(0, 4), "e,0,0.3"],
      /3 ids in both, 1 only in the file and 1 only in the reference/,
    ],
    ["a row less", OLD.slice(0, 4), /0 only in the file and 1 only in the reference/],
    ["an id twice", [...OLD.slice(0, 4), "a,0,0.3"], /1 row of the file with the id of an earlier row/],
    ["another label", [...OLD.slice(0, 4), "d,1,0.3"], /the label of 1 row differs/],
  ])("does not compare %s", async (_, current, why) => {
    expect((await compared(current))?.undefined).toMatch(why);
  });

  it("does not compare what the reference lacks, and says so of its distribution", async () => {
    const old = OLD.map((line) => line.replace(/,[^,]*$/, ""));
    const { comparison, changes } = await analysed(rows(...OLD), { ...SCORED, id: "id" }, rows(...old));
    expect(comparison?.undefined).toMatch(/reference cannot be compared/);
    expect(changes[1]?.measures.undefined).toBe("the reference has no such column");
  });

  it("takes weighted rows for no trials", async () => {
    const weighted = OLD.map((line, row) => `${line},${row === 0 ? "w" : "2"}`);
    expect((await compared(weighted, { weight: "w" }, weighted))?.undefined).toMatch(/weighted/);
  });
});
