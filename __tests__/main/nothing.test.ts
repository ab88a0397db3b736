import { describe, expect, it } from "vitest";
import { nothingToJudge } from "../../src/main/nothing.ts";
import { modelOf } from "../support/challenged.ts";
import { HOSTILE } from "../support/hostile.ts";

describe("nothingToJudge", () => {
  it.each<[string[], string]>([
    [[""], "this folder"],
    [["models"], "models"],
    [["models", "more"], "models, more"],
  ])("says where it looked: %j", (scope, expected) => {
    expect(nothingToJudge(scope).split("\n")[0]).toBe(`No model found in ${expected}.`);
  });

  it("shows a card that works once it is filled in, and not before", async () => {
    const text = nothingToJudge([""]);
    const card = text.slice(text.indexOf("  model:\n")).replaceAll(/^ {2}/gm, "");
    const rows = [
      ...Array<string>(91).fill("1,0.9"),
      ...Array<string>(9).fill("1,0.1"),
      ...Array<string>(10).fill("0,0.5"),
    ];
    const predictions = ["y_true,y_score", ...rows, ""].join("\n");
    const unfilled = await modelOf({ "model-card.yaml": card, "test-predictions.csv": predictions });
    expect(unfilled.findings.map(({ says }) => says).join("\n")).toContain("use.intended");
    expect(unfilled.recommendation).not.toBe("approve");
    const filled = card.replaceAll(/"<([^<>]*)>"/g, '"Real words on $1"');
    const model = await modelOf({ "model-card.yaml": filled, "test-predictions.csv": predictions });
    expect(model).toMatchObject({ id: "my-model", recommendation: "approve", findings: [] });
    expect(model.claims).toMatchObject([{ metric: "roc_auc", status: "reproduced" }]);
  });

  it.each(Object.entries(HOSTILE))("does no harm with a folder named %s", (_, name) => {
    const [first = ""] = nothingToJudge([name]).split("\n\n");
    expect(first).toMatch(/^No model found in .*\.$/);
    expect(first).not.toMatch(/^\s*::|##\[|\p{Cc}|\p{Cf}/u);
  });
});
