import { describe, expect, it, test } from "vitest";
import type { MetricFact } from "../../../../src/evidence/output/fact.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const HEADER = "              precision    recall  f1-score   support\n\n";
const read = (text: string) => readOutput(bufferFile("report.txt", text), null, CAPS);
const metrics = ({ facts }: ToolOutput) => facts.filter((fact): fact is MetricFact => fact.kind === "metric");

/** From the confusion matrix of the script's model: 21, 25 and 11 hits of 22, 31 and 19 rows. */
const ACCURACY = (21 + 25 + 11) / (22 + 31 + 19);

describe.each(["1.2.2", "1.9.1"])("scikit-learn %s", (version) => {
  test.each([
    ["complete.json", undefined],
    ["complete.csv", null],
    ["complete.txt", 2],
    ["complete-4-digits.txt", 4],
  ])("%s", async (name, decimals) => {
    const output = await outputOf(`scikit-learn/${version}/${name}`);
    expect(output).toMatchObject({ tool: "scikit-learn", incomplete: [], warnings: [] });
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates.length).toBeGreaterThanOrEqual(6 + 1 + 3 + 2);
    const said = metrics(output);
    expect(said).toHaveLength(3 * 3 + 1 + 2 * 3);
    const accuracy = said.find((fact) => fact.name === "accuracy");
    expect(accuracy?.value).toBeCloseTo(ACCURACY, decimals ?? 12);
    if (decimals !== null) expect(accuracy?.decimals).toBe(decimals);
    expect(said.find(({ params }) => params.class === "barbera 2")).toMatchObject({ n: 19, slice: {} });
    expect(said.find(({ params }) => params.average === "macro")).toMatchObject({
      name: "precision",
      n: 72,
      split: name.includes("4-digits") ? "test" : null,
    });
  });

  test.each([
    ["tampered.json", ["f1-score|macro avg", "accuracy"]],
    ["tampered.txt", ["accuracy"]],
  ])("%s", async (name, names) => {
    const wrong = contradicted(await outputOf(`scikit-learn/${version}/${name}`));
    expect(wrong.map((aggregate) => aggregate.name)).toEqual(names);
    expect(wrong.at(-1)?.recomputed).toBeCloseTo(ACCURACY, 12);
  });

  test.each(["incomplete.json", "incomplete.txt"])("%s", async (name) => {
    const { incomplete } = await outputOf(`scikit-learn/${version}/${name}`);
    expect(incomplete).toMatchObject([{ code: "unfinished" }]);
  });

  test("a report for each slice", async () => {
    const output = await outputOf(`scikit-learn/${version}/complete-slices.txt`);
    expect(contradicted(output)).toEqual([]);
    const accuracies = metrics(output).filter(({ name }) => name === "accuracy");
    expect(accuracies.map(({ slice }) => slice)).toEqual([{ ash: "high" }, { ash: "low" }]);
    expect(accuracies.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBe(72);
  });
});

describe("a report", () => {
  const rows =
    "   a       0.50      1.00      0.67         1\n   b       1.00      0.50      0.67         2\n\n";
  const macro = "   macro avg       0.75      0.75      0.67         3\n";
  const weighted = "weighted avg       0.83      0.67      0.67         3\n";
  const accuracy = "    accuracy                           0.67         3\n";

  test.each([
    ["with a class called accuracy", rows.replace("a ", "accuracy ") + accuracy + macro + weighted, 0, 0],
    ["of an old version", `${rows}avg / total       0.83      0.67      0.67         3\n`, 0, 0],
    [
      "of some classes",
      rows + macro.replace("macro", "micro").replace("0.75      0.75", "0.67      0.67") + weighted,
      0,
      0,
    ],
    ["with an F1 that its parts do not give", rows.replace("0.67", "0.97") + weighted, 2, 0],
    ["with a support that its classes do not give", rows + weighted.replace(" 3\n", " 4\n"), 1, 0],
    ["without classes", weighted, 4, 1],
    ["of no rows", rows.replaceAll(/[12]\n/g, "0\n") + weighted.replace("3\n", "0\n"), 3, 1],
    ["cut off", rows + macro, 0, 1],
    ["with a word for a number", rows + macro + weighted.replace("0.83", "high"), 0, 1],
    [
      "with undefined numbers",
      rows.replace("0.50      1.00      0.67", " nan      0.00      0.00") +
        macro.replace("0.75      0.75      0.67", "1.00      0.25      0.33") +
        weighted.replace("0.83      0.67      0.67", "1.00      0.33      0.44"),
      0,
      0,
    ],
  ])("%s", async (_, text, wrong, incomplete) => {
    const state = await read(HEADER + text);
    if (state.kind !== "output") throw new Error(state.kind);
    const unlike = state.output.aggregates.filter(
      ({ stated, recomputed, tolerance }) => !(Math.abs(stated - (recomputed ?? Number.NaN)) <= tolerance),
    );
    expect([unlike.length, state.output.incomplete.length]).toEqual([wrong, incomplete]);
  });

  test("among other lines, with its place", async () => {
    const state = await read(`fitted\n${HEADER}${rows}${macro}${weighted}saved 1 2 3 4\n`);
    if (state.kind !== "output") throw new Error(state.kind);
    expect(state.output.facts).toHaveLength(12);
    expect(state.output.incomplete).toEqual([]);
    expect(state.output.facts[0]?.at).toMatchObject({ line: 4 });
  });

  test("of each model: its heading is no slice of the data that is all of it", async () => {
    const whole = HEADER + rows + macro + weighted;
    const state = await read(`${whole}== Random forest ==\n${whole}Training\n${whole}`);
    if (state.kind !== "output") throw new Error(state.kind);
    const first = metrics(state.output).filter(
      ({ name, params }) => name === "recall" && params.class === "a",
    );
    expect(first.map(({ slice, split }) => [slice, split])).toEqual([
      [{}, null],
      [{ heading: "Random forest ==" }, null],
      [{}, "train"],
    ]);
  });
});

describe("what is not scikit-learn's", () => {
  it.each([
    ["prose", "The precision, recall, f1-score and support are reported below."],
    ["a table of one's own", "model precision recall f1-score\na 0.5 0.5 0.5"],
    [
      "a summary of one's own",
      JSON.stringify({ accuracy: 0.9, precision: 0.8, recall: 0.7, "f1-score": 0.75 }),
    ],
    ["an average without its columns", JSON.stringify({ "macro avg": { precision: 0.8 }, accuracy: 0.9 })],
    ["a list", JSON.stringify([{ "macro avg": {} }])],
  ])("%s", async (_, text) => {
    expect((await read(text)).kind).toBe("unknown");
  });
});

describe("hostile content", () => {
  it.each([
    ["a long line", `${HEADER}${"a ".repeat(200_000)}0.5 0.5 0.5 1\n`],
    ["many headers", HEADER.repeat(5000)],
    ["numbers without end", `${HEADER}a ${"9".repeat(1000)} 1 1 1\n`],
    [
      "prototype keys",
      '{"__proto__":{"precision":1},"weighted avg":{"precision":1,"recall":[],"f1-score":{},"support":"x"},"constructor":null}',
    ],
  ])(
    "%s",
    async (_, text) => {
      const state = await read(text);
      expect(state.kind === "output" && state.output.incomplete.length).toBeGreaterThan(0);
    },
    5000,
  );
});
