import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LIFECYCLES } from "../../src/inventory/vocabulary.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { defaultsOf } from "../../src/rules/rule.ts";
import { CARD, cardWith } from "../support/card-text.ts";
import { type Files, verdictsOf } from "../support/rule-tester.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WRONG_EVERYWHERE = `
model: [not, a, map]
risk: { tier: [], factors: { people_affected: many, sensitive_attributes: { sex: 1 } } }
requirements: [{ metric: "<metric>", at_least: [] }, 7, null]
prediction: { classes: {}, threshold: high }
data: [{ split: train, path: ../../../x.csv, rows: -1, sha256: no }, { split: train, path: [] }, text]
metrics: [{ name: recall, value: high }, { name: 7, value: 1e400 }, { value: 0.5 }, 0.9]
evidence: [{ kind: predictions, split: test, path: "**/*.csv", columns: { id: 7 } }, { kind: predictions }, []]
validation: { next_review: 0000-00-00 }
`;

/** Every file below the examples, as the tree that the rules see. */
function example(name: string): Files {
  const folder = `${ROOT}examples/${name}/`;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`.replaceAll("//", "/");
      return [path.slice(ROOT.length), readFileSync(path)];
    }),
  );
}

const examples = readdirSync(`${ROOT}examples`, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

const CARDS: readonly [string, Files][] = [
  ["an empty file", { [CARD]: "" }],
  ["no YAML", { [CARD]: "model: { id: [\n" }],
  ["not even text", { [CARD]: Uint8Array.of(0xff, 0xfe, 0, 0xd8) }],
  ["nothing but an id", cardWith({})],
  ["wrong types everywhere", { [CARD]: WRONG_EVERYWHERE }],
  ["names of an object's own", cardWith({ __proto__: "1", constructor: "{ prototype: 1 }" })],
  ...examples.map(({ name }): [string, Files] => [`the example ${name}`, example(name)]),
];

/** Parameters as strict as a policy can make them, so that no rule ends before it begins. */
const STRICT: Readonly<Record<string, Record<string, unknown>>> = {
  "evidence/required-present": {
    required: [
      { kind: "predictions", split: "test", rows: 100, digest: true },
      { kind: "dataset", split: "train" },
    ],
  },
  "inventory/owners-named": { roles: ["developer", "business", "production", "validator"] },
  "performance/thresholds-met": {
    thresholds: [
      { metric: "cohen_kappa", task: "binary-classification", at_least: 0 },
      { metric: "cohen_kappa", task: "multiclass-classification", at_least: 0 },
      { metric: "r2", task: "regression", at_least: 0 },
    ],
  },
  "evidence/subject-matches": { bound: true },
  "evidence/newer-than-model": { maximumAgeDays: 1, dated: true },
  "generative/attacks-resisted": { required: [{ attempts: 100, maximumRate: 0.1 }] },
  "security/artifact-digests": { required: true },
  "security/scans-cover-artifacts": { required: true, severity: "info" },
  "monitoring/alerts-cover-metrics": { required: true },
};

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const removed = rule.judges === "removed";

  it.each(CARDS)("answers %s", async (_name, files) => {
    for (const parameters of [{}, STRICT[id] ?? {}]) {
      // A need that was not planned would throw here, as it would in the gate.
      const verdicts = await verdictsOf(rule, removed ? { files: {}, base: files } : { files, parameters });
      expect(verdicts.length).toBeGreaterThan(0);
      for (const verdict of verdicts) {
        for (const text of wordsOf(verdict)) {
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/undefined(?! on)|\[object|\bNaN\b(?! or)|\bnull\b/);
        }
      }
    }
  });

  it("gives the same answer twice", async () => {
    const files = example("breast-cancer-triage");
    const one = removed ? { files: {}, base: files } : { files, base: files };
    expect(await verdictsOf(rule, one)).toEqual(await verdictsOf(rule, one));
  });

  it("answers at every stage", async () => {
    const files = example("breast-cancer-triage");
    for (const stage of LIFECYCLES) {
      const one = removed ? { files: {}, base: files, stage } : { files, stage };
      expect((await verdictsOf(rule, one)).length).toBeGreaterThan(0);
    }
  });

  it("has its id from its file, a question, and parameters that say what they set", () => {
    expect(readdirSync(`${ROOT}src/rules/${id.split("/")[0]}`)).toContain(`${id.split("/")[1]}.ts`);
    expect(rule.question).toMatch(/^[A-Z].*\?$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.controls.length).toBeGreaterThan(0);
    for (const { description } of Object.values(rule.parameters)) expect(description).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(defaultsOf(rule))).toEqual(Object.keys(rule.parameters));
  });

  it("has its tests in a file of its own", () => {
    expect(readdirSync(`${ROOT}__tests__/rules/${id.split("/")[0]}`)).toContain(
      `${id.split("/")[1]}.test.ts`,
    );
  });
});

function wordsOf(verdict: Awaited<ReturnType<typeof verdictsOf>>[number]): string[] {
  switch (verdict.outcome) {
    case "fine":
      return [verdict.checked];
    case "not-applicable":
      return [verdict.because];
    case "finding":
      return [verdict.about, verdict.says, verdict.fix];
    case "cannot-tell":
      return [verdict.about, verdict.says, verdict.needs];
  }
}

describe("the facts that rules read", () => {
  const sources = readdirSync(`${ROOT}src/rules`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name.split("/")[0], readFileSync(`${ROOT}src/rules/${name}`, "utf8")] as const);
  const asked = sources.flatMap(([family, text]) =>
    [...text.matchAll(/factsOf\([\w.]+, "(\w+)"\)/g)].map(([, kind]) => `${family} ${kind}`),
  );

  it("are those that they say", () => {
    const said = RULES.flatMap(({ id, reads = [] }) => reads.map((kind) => `${id.split("/")[0]} ${kind}`));
    expect([...new Set(said)].sort()).toEqual([...new Set(asked)].sort());
  });
});
