import { describe, expect, it } from "vitest";
import { CLASSES, classesOf } from "../../tools/oracles/adversarial.ts";
import { gapsIn, matrixOf, samplesOf, TOPICS } from "../../tools/oracles/matrix.ts";

describe.each(["binary", "multiclass", "multilabel", "regression"] as const)(
  "every %s metric has goldens",
  (task) => {
    it("of every adversarial class: add samples to tools/oracles/statistics_samples.py", () => {
      expect(gapsIn(matrixOf(task))).toEqual([]);
    });
  },
);

it.each(TOPICS)("$title has goldens of every adversarial class that it answers for", (topic) => {
  const lacking = [...samplesOf(topic)].filter(
    ([one, samples]) => samples === 0 && !topic.apart.includes(one),
  );
  expect(lacking).toEqual([]);
});

it("a metric without a golden of a class is named", () => {
  const none = new Map(CLASSES.map((one) => [one, { valued: 0, none: one === "ties" ? 1 : 0 }]));
  expect(gapsIn(new Map([["new", none]]))).toEqual(CLASSES.slice(1).map((one) => `new: ${one}`));
});

describe("the classes of a sample", () => {
  const ordinary = {
    task: "binary",
    classes: ["no", "yes"],
    positive: Uint8Array.of(0, 0, 1, 1),
    decision: null,
    score: Float64Array.of(0.1, 0.2, 0.3, 0.4),
    weight: null,
  } as const;

  it.each([
    ["ordinary rows", {}, []],
    ["a tie of both classes", { score: Float64Array.of(0.1, 0.3, 0.3, 0.4) }, ["ties"]],
    ["a tie within a class, which no metric sees", { score: Float64Array.of(0.1, 0.1, 0.3, 0.4) }, []],
    ["one class", { positive: Uint8Array.of(1, 1, 1, 1) }, ["one class"]],
    ["constant", { score: new Float64Array(4) }, ["constant"]],
    ["denormal", { score: Float64Array.of(5e-324, 0.2, 0.3, 0.4) }, ["denormal"]],
    ["weights", { weight: Float64Array.of(1, 2, 1, 1) }, ["weights"]],
  ])("%s", (_, changed, expected) => {
    expect([...classesOf("made", { ...ordinary, ...changed })]).toEqual(expected);
  });
});
