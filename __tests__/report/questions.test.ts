import { describe, expect, it } from "vitest";
import { questionsFor } from "../../src/report/questions.ts";
import type { Files } from "../support/dossier.ts";
import { type Judging, judgedOf } from "../support/judged.ts";
import { cannotTellOf, foundWrong, ruleSaying } from "../support/made-rules.ts";

const card = (...lines: string[]): Files => ({
  "model-card.yaml": ["model: { id: m }", ...lines, ""].join("\n"),
});
const TABLE = { "t.csv": "y_true,y_pred\n1,1\n" };
const EVIDENCE = "evidence: [{ kind: predictions, path: t.csv, split: test }]";

const COMMITTED = "The author committed the predictions";
const METRICS = "Are these the metrics that the decision rests on";
const NO_NUMBER = "The card reports no number";
const LIKE = "Is the evaluation data like the data";
const LIMITS = "Do the limitations name how the model fails";
const AFFECTED = "Who is affected";
const NEW = "The model is new here";
const UNKNOWN = "What could not be told stays unknown";

describe("questionsFor", () => {
  it.each<[string, Files, Judging, string[]]>([
    ["a card that says nothing", card(), {}, [NO_NUMBER, AFFECTED]],
    ["a card with predictions", { ...card(EVIDENCE), ...TABLE }, {}, [COMMITTED, NO_NUMBER, AFFECTED]],
    ["predictions that are not there", card(EVIDENCE), {}, [NO_NUMBER, AFFECTED]],
    ["a reported number", card("metrics: [{ name: recall, value: 0.5 }]"), {}, [METRICS, AFFECTED]],
    ["an intended use", card("use: { intended: Orders a list. }"), {}, [NO_NUMBER, LIKE, AFFECTED]],
    [
      "an intended use that is still the template's",
      card("use: { intended: TODO }"),
      {},
      [NO_NUMBER, AFFECTED],
    ],
    ["limitations", card("limitations: [Old pumps.]"), {}, [NO_NUMBER, LIMITS, AFFECTED]],
    ["nobody affected", card("risk: { factors: { people_affected: 0 } }"), {}, [NO_NUMBER]],
    ["somebody affected", card("risk: { factors: { people_affected: 5 } }"), {}, [NO_NUMBER, AFFECTED]],
    [
      "sensitive attributes, which the rules look at",
      card("risk: { factors: { people_affected: 5, sensitive_attributes: [sex] } }"),
      {},
      [NO_NUMBER],
    ],
    [
      "no sensitive attribute, for a reason that the author gives",
      card(
        "risk: { factors: { people_affected: 5, sensitive_attributes: [], sensitive_attributes_reason: Only meter readings. } }",
      ),
      {},
      [
        NO_NUMBER,
        'The author states, unchecked, why no sensitive attribute is listed ("Only meter readings."): is it so?',
      ],
    ],
    ["a new model", card(), { change: "added" }, [NO_NUMBER, AFFECTED, NEW]],
    [
      "something unknown",
      card(),
      { rules: [ruleSaying("test/rule", [cannotTellOf("x")])] },
      [NO_NUMBER, AFFECTED, UNKNOWN],
    ],
    [
      "something wrong, which is no question",
      card(),
      { rules: [ruleSaying("test/rule", [foundWrong("x")])] },
      [NO_NUMBER, AFFECTED],
    ],
    ["a card that cannot be read", { "model-card.yaml": "model: {\n" }, {}, []],
    [
      "a card that is gone",
      card("metrics: [{ name: recall, value: 0.5 }]"),
      { removed: true },
      ["Where is this model still deployed"],
    ],
  ])("for %s", async (_, files, judging, expected) => {
    const asked = questionsFor(await judgedOf(files, judging));
    expect(asked.map((question) => expected.find((start) => question.startsWith(start)) ?? question)).toEqual(
      expected,
    );
    for (const question of asked) expect(question).toMatch(/\?$/);
  });
});
