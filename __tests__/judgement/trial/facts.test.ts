import { describe, expect, it } from "vitest";
import type { Tested } from "../../../src/judgement/trial/tested.ts";
import { testedUnder } from "../../support/trials.ts";

const CARD = `
as_of: 2026-11-23
cards:
  pumps:
    model: { id: pumps, version: 2.0.0, task: binary-classification, lifecycle: production, artifacts: [{ path: m.onnx, sha256: ${"a".repeat(64)} }] }
    risk: { tier: medium, factors: { sensitive_attributes: [sex], people_affected: 5 } }
    prediction: { threshold: 0.5 }
    data: [{ split: train, path: train.csv, rows: 40, columns: { id: id } }]
    metrics: [{ name: recall, value: 0.80, split: test }]
    evidence:
      - { id: test, kind: predictions, path: test.csv, split: test, columns: { id: id, label: y, score: p, segments: [sex] } }
      - { path: tool.json }
tests:
`;
const RECALL = "{ metric: recall, split: test, value: 0.8, n: 50, interval: [0.7, 0.9] }";
const EVIDENCE = `m.onnx: { sha256: ${"a".repeat(64)} }, train.csv: { rows: 40 }, test.csv: { rows: 50, groups: { sex: { f: 30, m: 30 } }, shares: { train.csv: 0 } }, tool.json: { tool: any, produced: 2026-11-01 }`;

async function under(facts: string, card = ""): Promise<Tested> {
  const [tested] = await testedUnder(
    `${CARD}  - { name: a, card: { extends: pumps ${card} }, facts: { ${facts} }, expect: { tier: medium } }\n`,
  );
  if (!tested) throw new Error("no test");
  return tested;
}

function answersOf({ outcome }: Tested, rule: string): string[] {
  const { checks, findings } = outcome.judgement;
  const own = findings.filter((one) => one.rule === rule);
  if (own.length > 0) return own.map(({ outcome: answer, says }) => `${answer}: ${says}`);
  return checks.filter((check) => check.rule.id === rule).map(({ outcome: answer }) => answer);
}

describe("facts that a test states", () => {
  it.each<[string, string, string]>([
    ["performance/claims-reproduce", "", "fine"],
    ["performance/claims-bound", "", "fine"],
    ["evidence/required-present", "", "fine"],
    ["data/predictions-well-formed", "", "fine"],
    ["data/splits-disjoint", "", "fine"],
    ["data/declared-facts-true", "", "fine"],
    ["security/artifact-digests", "", "fine"],
    ["evidence/output-readable", "", "fine"],
    ["fairness/slices-present", "", "fine"],
    ["inventory/unique-id", "same_id: [other.yaml]", "finding: the id"],
    ["change/policy-unchanged", "policy_changed: [p.yaml]", "finding: this change alters p.yaml"],
  ])("answer %s%s", async (rule, more, expected) => {
    const tested = await under(`measurements: [${RECALL}], evidence: { ${EVIDENCE} }, ${more}`);
    expect(answersOf(tested, rule)[0]).toContain(expected);
  });

  it.each<[string, string, string, string]>([
    [
      "a measurement",
      `evidence: { ${EVIDENCE} }`,
      "performance/claims-bound",
      "the test does not state a measurement of recall on test",
    ],
    [
      "a table",
      `measurements: [], evidence: { tool.json: {} }`,
      "data/predictions-well-formed",
      "the test states nothing of test.csv",
    ],
    [
      "its rows",
      "evidence: { test.csv: {} }",
      "evidence/required-present",
      "the test does not state how many rows test has",
    ],
    [
      "its groups",
      "evidence: { test.csv: { rows: 50 } }",
      "fairness/slices-present",
      "the test does not state the groups by sex in test",
    ],
    [
      "what two tables share",
      "evidence: { train.csv: { rows: 40 }, test.csv: { rows: 50 } }",
      "data/splits-disjoint",
      "the test does not state how many ids data:train and test share",
    ],
    [
      "a digest",
      "evidence: { m.onnx: {} }",
      "security/artifact-digests",
      "the test does not state the digest of m.onnx",
    ],
    [
      "why a file cannot be opened",
      "evidence: { test.csv: { unreadable: it is locked } }",
      "data/predictions-well-formed",
      "it is locked",
    ],
  ])("that leave out %s leave it untold", async (_, facts, rule, expected) => {
    const answers = answersOf(await under(facts), rule);
    expect(answers.join("\n")).toContain(expected);
    expect(answers).not.toContain("fine");
  });

  it("are read as claims are: another slice, split or threshold is another measurement", async () => {
    const tested = await under(
      `measurements: [{ metric: sensitivity, split: test, threshold: 0.5, value: 0.8 }, { metric: recall, split: test, slice: { sex: f }, value: 0.1 }], evidence: { ${EVIDENCE} }`,
    );
    expect(answersOf(tested, "performance/claims-reproduce")[0]).toBe("fine");
    const other = await under(
      `measurements: [{ metric: recall, split: test, threshold: 0.6, value: 0.8 }], evidence: { ${EVIDENCE} }`,
    );
    expect(answersOf(other, "performance/claims-bound")[0]).toContain("does not state");
  });

  it("may state that a metric is undefined, and of which confidence an interval is", async () => {
    const none = await under(
      `measurements: [{ metric: recall, split: test, undefined: no positive rows }], evidence: { ${EVIDENCE} }`,
    );
    expect(answersOf(none, "performance/claims-bound")[0]).toContain("no positive rows");
    const limit = ", requirements: [{ id: Q, says: s, metric: recall, at_least: 0.6, split: test }]";
    const stated = (confidence: string) =>
      `measurements: [{ metric: recall, split: test, value: 0.8, interval: [0.7, 0.9] ${confidence} }, { metric: cohen_kappa, split: test, value: 0.5, interval: [0.4, 0.6] }], evidence: { ${EVIDENCE} }`;
    expect(answersOf(await under(stated(", confidence: 0.9"), limit), "performance/thresholds-met")).toEqual([
      "fine",
    ]);
    expect(answersOf(await under(stated(""), limit), "performance/thresholds-met")).toEqual(["fine"]);
    expect(
      answersOf(await under(stated(", confidence: 0.5"), limit), "performance/thresholds-met")[0],
    ).toContain("no interval is known");
  });

  it("are refused when they measure what the card does not have", async () => {
    await expect(under("measurements: [{ metric: recall, split: holdout, value: 0.8 }]")).rejects.toThrow(
      /measurement is of nothing that the card has: no predictions of split "holdout"/,
    );
    await expect(under("measurements: [{ metric: recall, split: test }]")).rejects.toThrow(/neither a value/);
  });
});
