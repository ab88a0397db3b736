import { describe, expect, it } from "vitest";
import type { AnalysisRequest } from "../../../src/measurement/analysis/request.ts";
import type { GroupAnalysis } from "../../../src/measurement/analysis/segments.ts";
import { analysed } from "../../support/analysed.ts";
import { differences } from "../../support/differences.ts";

type Given = Partial<AnalysisRequest>;
type Line = readonly [sex: string, area: string, ...cells: (string | number)[]];

const HEADER = "sex,area,label,score,said,weight,count,pa,pb,pc,amount,guess,kind,said kind";
const KINDS = ["a", "b", "c"];

/** Rows whose cells follow from their number, in so many groups of either column; some cells are empty. */
const lines = (rows: number, sexes: number, areas: number, empty = true): readonly Line[] =>
  Array.from({ length: rows }, (_, row) => {
    const [one, other] = [(row * 7919) % 1009, (row * 104729) % 997];
    const score = one / 1010;
    return [
      empty && row % 53 === 0 ? "" : `s${one % sexes}`,
      empty && row % 47 === 0 ? "" : `a${(other * other) % areas}`,
      other / 997 < score ? 1 : 0,
      // Some scores are alike.
      row % 3 === 0 ? Math.round(score * 10) / 10 : score,
      other % 4 === 0 ? 1 : 0,
      0.25 * (1 + (row % 7)),
      1 + (row % 3),
      ...(one % 2 === 0 ? [0.5, 0.25, 0.25] : [0.125, 0.125, 0.75]),
      one / 7,
      other / 7,
      KINDS[one % 3]!,
      KINDS[other % 3]!,
    ];
  });

const text = (rows: readonly Line[]) => ({
  text: `${[HEADER, ...rows.map((row) => row.join())].join("\n")}\n`,
});

const BINARY: Given = { score: "score", threshold: 0.5 };
const REQUESTS: Readonly<Record<string, Given>> = {
  "of two classes": BINARY,
  "of weighted rows": { ...BINARY, weight: "weight" },
  "of lines that are counted": { ...BINARY, count: "count" },
  "of scores that are no probabilities": { score: "guess", prediction: "said" },
  "of decisions alone": { prediction: "said" },
  "of numbers": { task: "regression", label: "amount", prediction: "guess" },
  "of several classes": {
    task: "multiclass",
    label: "kind",
    prediction: "said kind",
    scores: new Map(KINDS.map((kind) => [kind, `p${kind}`])),
  },
};
/** Other averages are over the classes that the file has. */
const isToldAlone = (metric: string, { task }: Given) => task !== "multiclass" || metric === "accuracy";
const SETS = [["sex"], ["area"], ["sex", "area"]];

describe.each(Object.entries(REQUESTS))("every group, %s", (_, given) => {
  it.each([
    ["a few groups", 700, 2, 3],
    ["groups of fewer rows than are told of", 60, 5, 6],
    ["more groups than are shown", 1500, 9, 25],
    ["more groups than a byte numbers", 1500, 19, 23],
    ["more combinations than are counted", 900, 601, 307],
    ["more combinations than are counted, and no empty cell", 900, 601, 307, false],
  ])("is measured as its rows alone are: %s", async (_, rows, sexes, areas, empty = true) => {
    const all = lines(rows, sexes, areas, empty);
    const { segments } = await analysed(text(all), { ...given, segments: ["sex", "area"] });
    expect(segments.map(({ by }) => by)).toEqual(SETS);
    for (const { groups, groupsNotShown } of segments) {
      const told = groups.reduce((sum, { n }) => sum + n, 0);
      if (groupsNotShown === 0 && given.count === undefined) expect(told).toBe(rows);
      // The largest and the smallest that are shown, and some between.
      const some = groups.filter((_, index) => index < 4 || index % 17 === 0 || index === groups.length - 1);
      for (const group of some) await expectAlone(group, all, given);
    }
  });
});

it("are the same one after another: what was in memory before does not matter", async () => {
  const rows = lines(400, 3, 4);
  const once = await analysed(text(rows), { ...BINARY, segments: ["sex", "area"] });
  const other = await analysed(text(rows), { ...BINARY, segments: ["area", "sex"] });
  const [sex, area] = once.segments;
  expect(other.segments.slice(0, 2)).toEqual([area, sex]);
});

async function expectAlone(group: GroupAnalysis, all: readonly Line[], given: Given): Promise<void> {
  if (group.withheld !== null) {
    expect(group.n).toBeLessThan(5);
    return;
  }
  const { sex, area } = group.values;
  const own = all.filter(
    (line) =>
      (sex === undefined || line[0] === (sex ?? "")) && (area === undefined || line[1] === (area ?? "")),
  );
  const alone = await analysed(text(own), { ...given, positive: given.task === undefined ? "1" : null });
  for (const { metric, parameters, ...row } of group.metrics) {
    if (!isToldAlone(metric, given)) continue;
    const same = alone.metrics.find(
      (other) => other.metric === metric && JSON.stringify(other.parameters) === JSON.stringify(parameters),
    )!;
    const what = `${metric} of ${JSON.stringify(group.values)}`;
    expect(same.undefined === null, what).toBe(row.undefined === null);
    // The reason may name a class that only other rows have.
    const { value, n, interval } = same;
    expect(
      differences({ value: row.value, n: row.n, interval: row.interval }, { value, n, interval }, 1e-12),
      what,
    ).toEqual([]);
  }
}
