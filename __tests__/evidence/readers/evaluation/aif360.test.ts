import { describe, expect, it, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const read = (content: string) => readOutput(bufferFile("a", content), null, CAPS);

/** What the JSON explainer writes of a metric. */
const told = (metric: string, message: string, counts: Record<string, number> = {}) => ({
  ...{ metric, message, description: "", ideal: "" },
  ...counts,
});

describe("AIF360", () => {
  test.each([
    ["complete.json", 22],
    ["complete.jsonl", 22],
    ["complete.txt", 6],
  ])("%s", async (name, aggregates) => {
    const output = await outputOf(`aif360/0.6.1/${name}`);
    expect(output).toMatchObject({ tool: "aif360", incomplete: [], warnings: [] });
    expect(output.facts).toHaveLength(19);
    expect(output.aggregates).toHaveLength(aggregates);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(contradicted(output)).toEqual([]);
    const named = output.facts.find(
      (fact) => fact.kind === "metric" && /^disparate impact$/i.test(fact.name),
    );
    expect(named).toMatchObject({
      value: expect.closeTo(1.0847953, 6),
      n: name === "complete.txt" ? null : 200,
    });
  });

  test.each([
    ["tampered.json", "Disparate Impact", 0.91],
    ["tampered.txt", "Error rate|from Classification accuracy (ACC)", 0.05],
  ])("%s", async (name, aggregate, stated) => {
    expect(contradicted(await outputOf(`aif360/0.6.1/${name}`))).toMatchObject([{ name: aggregate, stated }]);
  });

  test.each(["incomplete.json", "incomplete.txt"])("%s", async (name) => {
    const output = await outputOf(`aif360/0.6.1/${name}`);
    expect(output.incomplete).toMatchObject([
      { code: "errors", says: expect.stringContaining("3 of 19 metrics") },
    ]);
    expect(contradicted(output)).toEqual([]);
  });

  const SIDES = { numInstancesUnprivileged: 10, numInstancesPrivileged: 20 };

  test.each([
    [
      "Statistical Parity Difference",
      { numPositivesUnprivileged: 4, numPositivesPrivileged: 12, ...SIDES },
      -0.2,
    ],
    [
      "False Positive Rate Difference",
      {
        numFalsePositivesUnprivileged: 1,
        numNegativesUnprivileged: 4,
        numPositivesPrivileged: 3,
        numNegativesPrivileged: 6,
      },
      -0.25,
    ],
    [
      "False Negative Rate Ratio",
      {
        numFalseNegativesUnprivileged: 1,
        numPositiveaUnprivileged: 4,
        numFalseNegativesPrivileged: 3,
        numPositiveaPrivileged: 6,
      },
      0.5,
    ],
    ["Positive Predictive Value", { numTruePositives: 3, numFalsePositives: 1 }, 0.75],
  ])("computes %s from its counts", async (metric, counts, value) => {
    const right = await read(JSON.stringify([told(metric, `It is: ${value}`, counts)]));
    expect(right).toMatchObject({ output: { aggregates: [{ recomputed: expect.closeTo(value, 12) }] } });
    const wrong = await read(JSON.stringify({ x: JSON.stringify(told(metric, "It is: 0.01", counts)) }));
    if (wrong.kind !== "output") throw new Error(wrong.kind);
    expect(contradicted(wrong.output)).toHaveLength(1);
  });

  it("knows the counts that the tool itself mixes up", async () => {
    const counts = { numPositivesUnprivileged: 4, numPositivesPrivileged: 12, ...SIDES };
    const state = await read(JSON.stringify(told("Mean Difference", "Mean difference: -0.3", counts)));
    expect(state).toMatchObject({ output: { aggregates: [{ recomputed: null }] } });
  });

  it("keeps the groups apart", async () => {
    const text = "Error rate on privileged instances: 0.25\nError rate (ERR = 1 - ACC): 0.5\n";
    expect(await read(text)).toMatchObject({
      output: {
        facts: [
          { name: "Error rate", slice: { group: "privileged" } },
          { name: "Error rate", slice: {} },
        ],
      },
    });
  });

  it("cannot tell without the counts", async () => {
    const state = await read(JSON.stringify(told("Accuracy", "Classification accuracy (ACC): 0.7")));
    expect(state).toMatchObject({ output: { aggregates: [{ stated: 0.7, recomputed: null }] } });
  });

  it.each([
    ["prose", "Disparate impact is 0.8.\n"],
    ["metrics of one's own", JSON.stringify([{ metric: "Disparate Impact", value: 0.8 }])],
  ])("does not claim %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });

  it.each([
    ["an explanation without a value", JSON.stringify([told("Accuracy", "Accuracy"), told("A", "A: 1")])],
    ["something else among them", JSON.stringify([told("A", "A: 1"), 7])],
    ["half a line", "Error rate (ERR = 1 - ACC): 0.5\nMean difference (mean label val"],
    ["a broken record", `${JSON.stringify(told("A", "A: 1"))}\n{"metric":`],
  ])("cannot understand %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unparsed");
  });
});
