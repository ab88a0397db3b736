import { describe, expect, it } from "vitest";
import { LIFECYCLES } from "../../src/inventory/vocabulary.ts";
import { type Asked, broken, challenged, honest, modelOf, modelsOf } from "../support/challenged.ts";
import type { Files } from "../support/dossier.ts";

const A = honest("a");
const B = honest("b");
const BOTH = { ...A, ...B };
const { "b/test.csv": _, ...WITHOUT_EVIDENCE } = BOTH;

/** `id change recommendation`, `-` for what is not judged. */
async function told(head: Files, asked: Asked): Promise<string[]> {
  const models = await modelsOf(head, asked);
  for (const { inScope, recommendation } of models) expect(inScope).toBe(recommendation !== null);
  return models.map(({ id, change, recommendation }) => `${id} ${change} ${recommendation ?? "-"}`);
}

describe("which models are judged", () => {
  it.each<[string, Files, Asked, string[]]>([
    ["all of them, without a base", BOTH, {}, ["a null approve", "b null approve"]],
    ["none that is as it was", BOTH, { base: BOTH }, ["a unchanged -", "b unchanged -"]],
    [
      "one whose card changes",
      { ...BOTH, ...honest("a", "a", "x-note: 1") },
      { base: BOTH },
      ["a changed approve", "b unchanged -"],
    ],
    [
      "one whose evidence changes",
      { ...BOTH, ...broken("b") },
      { base: BOTH },
      ["a unchanged -", "b changed hold"],
    ],
    ["one whose evidence goes", WITHOUT_EVIDENCE, { base: BOTH }, ["a unchanged -", "b changed hold"]],
    [
      "not for a file that no card names",
      { ...BOTH, "a/notes.md": "two" },
      { base: { ...BOTH, "a/notes.md": "one" } },
      ["a unchanged -", "b unchanged -"],
    ],
    ["one that is new", BOTH, { base: A }, ["a unchanged -", "b added approve"]],
    ["one that is gone", A, { base: BOTH }, ["a unchanged -", "b removed hold"]],
    ["one that moved", { ...A, ...honest("b", "c") }, { base: BOTH }, ["a unchanged -", "b changed approve"]],
    [
      "a broken one that is as it was, not",
      { ...A, ...broken("b") },
      { base: { ...A, ...broken("b") } },
      ["a unchanged -", "b unchanged -"],
    ],
    ["the one that was asked for, changed or not", BOTH, { base: BOTH, model: "b" }, ["b unchanged approve"]],
    [
      "every one at the stage that was asked for",
      BOTH,
      { base: BOTH, stage: "staging" },
      ["a unchanged approve", "b unchanged approve"],
    ],
    ["those of one folder", BOTH, { scope: ["b"] }, ["b null approve"]],
    ["the one of one card", BOTH, { scope: ["a/model-card.yaml"] }, ["a null approve"]],
    ["none of a folder that has none", BOTH, { scope: ["c"] }, []],
    ["none that is not there", BOTH, { model: "c" }, []],
  ])("%s", async (_, head, asked, expected) => {
    expect(await told(head, asked)).toEqual(expected);
  });

  it("is all of them when the policy changes", async () => {
    const head = { ...BOTH, "effective-challenge.yaml": "exclude: [archive]" };
    expect((await modelsOf(head, { base: BOTH })).map(({ recommendation }) => recommendation)).toEqual([
      "approve-with-conditions",
      "approve-with-conditions",
    ]);
  });

  it("leaves out what the configuration excludes, and still reads what a card names there", async () => {
    const evidence = { "archive/test.csv": A["a/test.csv"]! };
    const card = String(A["a/model-card.yaml"]).replace("path: test.csv", "path: ../archive/test.csv");
    const files = { ...honest("old", "archive/old"), "a/model-card.yaml": card, ...evidence };
    expect(await told({ ...files, "effective-challenge.yaml": "exclude: ['archive/**']" }, {})).toEqual([
      "a null approve",
    ]);
    expect(await told(files, {})).toEqual(["a null approve", "old null approve"]);
  });

  it("knows every model, whichever was asked for", async () => {
    const { known, report } = await challenged(BOTH, { model: "b", base: { ...A, ...honest("gone") } });
    expect(known).toEqual(["a", "b", "gone"]);
    expect(report.models.map(({ id }) => id)).toEqual(["b"]);
  });

  it("tells how far it is after each", async () => {
    const steps: string[] = [];
    await challenged(BOTH, { base: BOTH, progress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(["1/2", "2/2"]);
  });
});

describe("the stage that a model is judged at", () => {
  const card = (lifecycle: string) =>
    String(A["a/model-card.yaml"]).replace("lifecycle: production,", lifecycle);
  const POLICY = {
    "effective-challenge.yaml": "policy: p.yaml",
    "p.yaml": `name: p
version: 1
tiering: { undeclared: low }
stages: { undeclared: staging }
tiers:
${["low", "medium", "high", "critical"].map((tier) => `  ${tier}: { blocking: { development: critical, staging: critical, production: critical, retired: critical }, stages: { ${LIFECYCLES.map((stage, index) => `${stage}: { rules: { performance/claims-reproduce: { severity: ${["info", "low", "high", "critical"][index]} } } }`).join(", ")} } }`).join("\n")}
`,
  };
  const wrong = (lifecycle: string) => card(lifecycle).replace("value: 0.667", "value: 0.9");

  it.each([
    ["is the card's", "lifecycle: development,", null, "info"],
    ["is the card's, in production", "lifecycle: production,", null, "high"],
    ["is the policy's where the card states none", "", null, "low"],
    ["is the policy's where the card's is no stage", "lifecycle: live,", null, "low"],
    ["is the one asked for, whatever the card states", "lifecycle: development,", "production", "high"],
  ] as const)("%s", async (_, lifecycle, stage, severity) => {
    const model = await modelOf({ ...A, ...POLICY, "a/model-card.yaml": wrong(lifecycle) }, { stage });
    const finding = model.findings.find(({ rule }) => rule === "performance/claims-reproduce");
    expect(finding?.severity).toBe(severity);
  });
});
