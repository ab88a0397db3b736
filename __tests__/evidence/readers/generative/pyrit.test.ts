import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { contradicted, outputOf, readFixture } from "../../../support/read-fixture.ts";
import { outputWritten, readWritten } from "../../../support/read-written.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence/pyrit");

type Counts = readonly [string, string | null, held: number, broke: number, error: number, unscored: number];

function countsOf({ facts }: ToolOutput): Counts[] {
  return facts
    .filter((fact) => fact.kind === "attempts")
    .map(({ category, strategy, held, broke, error, unscored }) => [
      category,
      strategy,
      held,
      broke,
      error,
      unscored,
    ]);
}

/** The attacks of tools/fixtures/pyrit/make.py: one of two is refused, none when it is encoded. */
const COMPLETE: Counts[] = [
  ["jailbreak", null, 1, 1, 0, 0],
  ["jailbreak", "Base64Converter", 0, 2, 0, 0],
];

function piece(role: string, more: object = {}) {
  const about = { prompt_target_identifier: { __type__: "OpenAIChatTarget" }, orchestrator_identifier: {} };
  const texts = { original_value: "a", original_value_sha256: null, converted_value: "a" };
  return { role, conversation_id: "1", response_error: "none", ...about, ...texts, ...more };
}

function score(type: string, value: string, more: object = {}) {
  return {
    score_type: "true_false",
    score_value: value,
    scorer_class_identifier: { __type__: type, ...more },
  };
}

describe("pyrit", () => {
  it.each([
    ["0.9.0", null, "PromptSendingOrchestrator"],
    ["0.11.0", "0.11.0", "PromptSendingAttack"],
  ])(
    "%s: every conversation is an attempt, and every text is the one that was sent",
    async (path, version, suite) => {
      const output = await outputOf(`pyrit/${path}/complete.json`);
      expect(output).toMatchObject({ tool: "pyrit", formatVersion: version, incomplete: [] });
      expect(output.subject?.model).toBe("SupportAssistant");
      expect(countsOf(output)).toEqual(COMPLETE);
      expect(output.facts).toMatchObject(output.facts.map(() => ({ suite, adversarial: true, judge: null })));
      expect(output.aggregates).toMatchObject([{ stated: 16, recomputed: 16, rows: 16 }]);
      expect(output.warnings.map(({ code }) => code)).toEqual(["time-without-zone"]);
    },
  );

  it.each(["0.9.0", "0.11.0"])("%s: was produced when its last message was", async (version) => {
    const output = await outputOf(`pyrit/${version}/complete.json`);
    const pieces: { timestamp: string }[] = JSON.parse(
      readFileSync(join(FIXTURES, version, "complete.json"), "utf8"),
    );
    const last = pieces
      .map(({ timestamp }) => timestamp.slice(0, 23))
      .sort()
      .at(-1);
    expect(output.producedAt).toBe(`${last}Z`);
  });

  it.each(["0.9.0", "0.11.0"])(
    "%s: says which conversations were not scored, or not answered",
    async (version) => {
      const output = await outputOf(`pyrit/${version}/incomplete.json`);
      expect(output.incomplete.map(({ code }) => code)).toEqual(["nothing-asserted", "errors"]);
      expect(countsOf(output)).toEqual([...COMPLETE, ["no category", null, 0, 0, 1, 1]]);
      expect(contradicted(output)).toEqual([]);
    },
  );

  it.each(["0.9.0", "0.11.0"])(
    "%s: an answer that was replaced is not the one that has its digest",
    async (version) => {
      const output = await outputOf(`pyrit/${version}/tampered.json`);
      expect(contradicted(output)).toMatchObject([
        { name: "texts that have their SHA-256", stated: 16, recomputed: 15, tolerance: 0 },
      ]);
      expect(output.incomplete).toEqual([]);
    },
  );

  it.each([
    ["a scorer says that it worked", [score("SubStringScorer", "True")], [0, 1, 0, 0]],
    ["a scorer says that it refused", [score("SelfAskRefusalScorer", "True")], [1, 0, 0, 0]],
    ["a scorer says that it did not refuse", [score("SelfAskRefusalScorer", "false")], [0, 1, 0, 0]],
    [
      "any scorer says that it worked",
      [score("A", "False"), score("B", "true"), score("C", "False")],
      [0, 1, 0, 0],
    ],
    ["no scorer said anything", [], [0, 0, 0, 1]],
    ["a scorer said neither", [score("A", "perhaps")], [0, 0, 0, 1]],
    ["a score is on a scale", [{ score_type: "float_scale", score_value: "0.9" }], [0, 0, 0, 1]],
  ])("when %s", async (_, scores, counts) => {
    const output = await outputWritten([piece("user"), piece("assistant", { scores })]);
    expect(countsOf(output).map(([, , ...rest]) => rest)).toEqual([counts]);
  });

  it.each([
    ["blocked", [1, 0, 0, 0]],
    ["empty", [0, 0, 0, 1]],
    ["processing", [0, 0, 1, 0]],
    ["unknown", [0, 0, 1, 0]],
  ])("an answer that is %s", async (response_error, counts) => {
    const output = await outputWritten([piece("user"), piece("assistant", { response_error })]);
    expect(countsOf(output).map(([, , ...rest]) => rest)).toEqual([counts]);
    const unanswered = await outputWritten([piece("user"), piece("user")]);
    expect(countsOf(unanswered).map(([, , ...rest]) => rest)).toEqual([[0, 0, 1, 0]]);
  });

  it("names the model that judged, or says that one did", async () => {
    const named = score("SelfAskTrueFalseScorer", "True", { sub_identifier: { model_name: "gpt-4o" } });
    const unnamed = score("SelfAskTrueFalseScorer", "True");
    for (const [scored, judge] of [
      [named, "gpt-4o"],
      [unnamed, ""],
    ] as const) {
      const output = await outputWritten([piece("user"), piece("assistant", { scores: [scored] })]);
      expect(output.facts).toMatchObject([{ judge }]);
    }
  });

  it("says that scores on a scale have no threshold", async () => {
    const scores = [{ score_type: "float_scale", score_value: "0.9" }];
    const output = await outputWritten([piece("user"), piece("assistant", { scores })]);
    expect(output.warnings.map(({ code }) => code)).toEqual(["time-without-zone", "score-without-threshold"]);
  });

  it("asks for JSON in the place of its CSV", async () => {
    const state = await readFixture("pyrit/0.9.0/complete.csv");
    expect(state).toMatchObject({ kind: "unparsed", tool: "pyrit" });
  });

  it.each([
    ["a chat", [{ role: "user", conversation_id: "1", converted_value: "a" }]],
    ["an empty list", []],
    ["a list that only begins as one", [piece("user"), { role: "user" }]],
    ["a table of conversations", "conversation_id,converted_value\n1,a\n"],
  ])("does not claim %s", async (_, content) => {
    expect((await readWritten(content)).kind).toBe("unknown");
  });
});
