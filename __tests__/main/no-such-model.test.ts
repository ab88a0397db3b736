import { expect, it } from "vitest";
import { noSuchModel } from "../../src/main/no-such-model.ts";

it.each<[string, string, string[], string]>([
  ["the nearest", "retuns", ["pumps", "returns"], 'did you mean "returns"?'],
  ["all of a few", "x", ["pumps", "returns"], "the models here are: pumps, returns"],
  ["that there is none", "x", [], "the models here are: none"],
  [
    "the first ten of many",
    "x",
    Array.from({ length: 12 }, (_, n) => `model-${n}`),
    "the models here are: model-0, model-1, model-2, model-3, model-4, model-5, model-6, model-7, model-8, model-9",
  ],
])("noSuchModel names %s", (_, model, known, fix) => {
  expect(noSuchModel(model, known)).toMatchObject({ message: `there is no model "${model}"`, fix });
});
