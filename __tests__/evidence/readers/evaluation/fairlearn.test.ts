import { describe, expect, it, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const read = (content: string) => readOutput(bufferFile("f", content), null, CAPS);
const readJson = (content: unknown) => read(JSON.stringify(content));

describe("Fairlearn", () => {
  test.each([
    ["complete.json", 12, 23],
    ["complete-attributes.json", 24, 40],
    ["complete-tuples.json", 20, 24],
    ["complete.csv", 16, 8],
  ])("%s", async (name, facts, aggregates) => {
    const output = await outputOf(`fairlearn/0.15.0/${name}`);
    expect(output).toMatchObject({ tool: "fairlearn", incomplete: [], warnings: [] });
    expect(output.facts).toHaveLength(facts);
    expect(output.aggregates).toHaveLength(aggregates);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(contradicted(output)).toEqual([]);
  });

  it.each(["complete-tuples.json", "complete.csv"])("finds the same groups in %s", async (name) => {
    const { facts } = await outputOf(`fairlearn/0.15.0/${name}`);
    const accuracy = facts.flatMap((fact) =>
      fact.kind === "metric" && fact.name === "accuracy" ? [fact] : [],
    );
    expect(accuracy.slice(0, 4)).toMatchObject([
      { slice: { sex: "F", age: "25+" }, n: 72, value: expect.closeTo(65 / 72, 9) },
      { slice: { sex: "F", age: "<25" }, n: 71, value: expect.closeTo(66 / 71, 9) },
      { slice: { sex: "M", age: "25+" }, n: 81, value: expect.closeTo(63 / 81, 9) },
      { slice: { sex: "M", age: "<25" }, n: 76, value: expect.closeTo(62 / 76, 9) },
    ]);
  });

  test("tampered", async () => {
    const wrong = contradicted(await outputOf("fairlearn/0.15.0/tampered.json")).map(({ name }) => name);
    expect(wrong).toEqual(["difference|accuracy", "difference|recall", "demographic_parity_difference"]);
    const [share] = contradicted(await outputOf("fairlearn/0.15.0/tampered.csv"));
    expect(share).toMatchObject({
      name: "accuracy × count|sex=M, age=<25",
      stated: 0.9,
      recomputed: 68 / 76,
      rows: 76,
    });
  });

  test.each([
    ["incomplete.json", "nothing-asserted", "one group, sex=F"],
    ["incomplete.csv", "errors", "2 of 20 numbers"],
  ])("%s", async (name, code, says) => {
    const output = await outputOf(`fairlearn/0.15.0/${name}`);
    expect(output.incomplete).toMatchObject([{ code, says: expect.stringContaining(says) }]);
    expect(contradicted(output)).toEqual([]);
  });

  const BY_GROUP = { selection_rate: { a: 0.5, b: 0.25 }, count: { a: 4, b: 8 } };
  const BY_INDEX = { a: { selection_rate: 0.5, count: 4 }, b: { selection_rate: 0.25, count: 8 } };
  const BY_RECORD = [
    { team: "a", selection_rate: 0.5, count: 4 },
    { team: "b", selection_rate: 0.25, count: 8 },
  ];
  const OVERALL = { selection_rate: 1 / 3, count: 12 };

  it.each([
    ["metrics outside", BY_GROUP],
    ["groups outside", BY_INDEX],
    ["records", BY_RECORD],
  ])("reads a frame with %s", async (_, by_group) => {
    const difference = { selection_rate: 0.25 };
    const ratio = { selection_rate: 0.5 };
    const sensitive_features = "team";
    const state = await readJson({ by_group, overall: OVERALL, difference, ratio, sensitive_features });
    const rows = 2;
    expect(state).toMatchObject({
      output: {
        facts: [
          { slice: { team: "a" }, n: 4 },
          { slice: { team: "b" }, n: 8 },
          { slice: {}, n: 12 },
        ],
        aggregates: [
          { name: "difference|selection_rate", recomputed: 0.25, rows },
          { name: "ratio|selection_rate", recomputed: 0.5, rows },
          { name: "overall|selection_rate", recomputed: expect.closeTo(1 / 3, 12), rows },
          { name: "overall|count", recomputed: 12, rows },
          { name: "selection_rate × count|team=a", recomputed: 0.5, rows: 4 },
          { name: "selection_rate × count|team=b", recomputed: 0.25, rows: 8 },
        ],
      },
    });
  });

  it.each([
    ["an overall rate", { overall: { ...OVERALL, selection_rate: 0.4 } }, "overall|selection_rate"],
    ["a total", { overall: { ...OVERALL, count: 13 } }, "overall|count"],
    [
      "a difference of nothing",
      { overall: OVERALL, difference: { selection_rate: 0 } },
      "difference|selection_rate",
    ],
    ["a ratio of one", { overall: OVERALL, ratio: { selection_rate: 1 } }, "ratio|selection_rate"],
    ["the least", { overall: OVERALL, group_min: { selection_rate: 0.5 } }, "group_min|selection_rate"],
    ["parity", { overall: OVERALL, demographic_parity_ratio: 0.9 }, "demographic_parity_ratio"],
  ])("contradicts %s", async (_, stated, name) => {
    const state = await readJson({ by_group: BY_GROUP, ...stated });
    if (state.kind !== "output") throw new Error(state.kind);
    expect(contradicted(state.output).map((each) => each.name)).toEqual([name]);
  });

  it("cannot tell what rests on metrics that are not there", async () => {
    const state = await readJson({ by_group: BY_GROUP, overall: OVERALL, equalized_odds_difference: 0.1 });
    const aggregate = { recomputed: null, because: "no group has true_positive_rate" };
    expect(state).toMatchObject({ output: { aggregates: [aggregate, {}, {}, {}, {}] } });
  });

  it("cannot tell shares of weighted rows", async () => {
    const text = "team,selection_rate,accuracy,count\na,0.51234,0.7123,10\nb,0.26123,0.8121,10\n";
    const state = await read(text);
    if (state.kind !== "output") throw new Error(state.kind);
    expect(state.output.aggregates.map(({ recomputed }) => recomputed)).toEqual([null, null, null, null]);
  });

  it("says that groups are not counted", async () => {
    const state = await read("team,selection_rate,recall\n1,0.5,0.7\n2,0.25,0.8\n");
    expect(state).toMatchObject({ output: { warnings: [{ code: "no-count" }], aggregates: [] } });
  });

  it.each([
    ["a table of one's own", "team,rate,count\na,0.5,3\n"],
    ["a rate without groups", "selection_rate,count\n0.5,3\n"],
    ["groups of one's own", JSON.stringify({ by_group: { a: 1 } })],
    ["rates of one's own", JSON.stringify({ selection_rate: 0.5, accuracy: 0.7 })],
  ])("does not claim %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });

  it.each([
    ["scalars", JSON.stringify({ by_group: { a: 1 }, overall: { x: 1 } })],
    ["lists", JSON.stringify({ by_group: [[1]], overall: { x: 1 } })],
    ["a line too short", "team,selection_rate,recall\na,0.5\n"],
  ])("cannot understand groups that are %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unparsed");
  });
});
