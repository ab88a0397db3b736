import { expect, test } from "vitest";
import { claimKey } from "../../src/inventory/claims.ts";
import { modelFrom } from "../../src/inventory/record.ts";
import { nativeCard } from "../support/cards.ts";

async function keyOf(claim: string): Promise<string> {
  const { claims } = modelFrom(await nativeCard(`model: {id: a}\nmetrics: [${claim}]`));
  return claimKey(claims[0]!);
}

test.each([
  [
    "{name: recall, value: 0.6, split: test, slice: {sex: female}, threshold: 0.35}",
    "recall|test|sex=female|0.35",
  ],
  ["{name: ROC AUC, value: 0.6}", "roc_auc"],
  ["{name: recall, value: 0.6, split: Test}", "recall|test"],
  ["{name: recall, value: 0.6, threshold: 0.5}", "recall|||0.5"],
  [
    "{name: f1, value: 0.6, slice: {sex: f, age: 30-40}, average: macro}",
    "f1||age=30-40&sex=f||average=macro",
  ],
  ["{name: f1, value: 0.6, class: a|b, weighted: true}", "f1||||class=a%7cb|weighted=yes"],
  ["{name: confusion, value: 6, actual: 0, predicted: 1}", "confusion||||actual=0|predicted=1"],
  ["{name: ndcg, value: 0.6, k: 10, dataset: x}", "ndcg||||dataset=x|k=10"],
])("%s is about %s", async (claim, key) => {
  expect(await keyOf(claim)).toBe(key);
});

test("the order of a slice's columns changes nothing", async () => {
  const slices = ["{a: 1, c: 3, b: 2}", "{b: 2, a: 1, c: 3}", "{c: 3, b: 2, a: 1}"];
  const keys = await Promise.all(slices.map((slice) => keyOf(`{name: f1, value: 0.6, slice: ${slice}}`)));
  expect(new Set(keys)).toEqual(new Set(["f1||a=1&b=2&c=3"]));
});

test("the number and its place change nothing", async () => {
  expect(await keyOf("{name: recall, value: 0.6}")).toBe(
    await keyOf('\n\n  {value: "71%", n: 9, name: recall}'),
  );
});
