import { describe, expect, it } from "vitest";
import { cardPathProblem, customRule } from "../../../src/rules/custom/custom-rule.ts";
import type { CustomRuleDefinition } from "../../../src/rules/custom/definition.ts";
import type { AnyRule } from "../../../src/rules/rule.ts";
import { type Files, testRule, verdictsOf } from "../../support/rule-tester.ts";

const CARD = `model: { id: pumps, version: 1.10, task: binary-classification, lifecycle: production }
use: { intended: Orders a list., fallback: TODO }
prediction: { threshold: 0.5 }
data: [{ split: train, rows: 500, period: { from: 2025-01-01, to: 2025-12-31 } }]
metrics: [{ name: recall, value: 66.7%, split: test, slice: {} }, { name: precision, value: 0.5, split: test }]
evidence: [{ id: test, kind: predictions, path: test.csv, split: test, columns: { segments: [site] } }]
limitations: Old pumps are not in the data.
risk: { factors: { people_affected: 12, generative: false, regions: [EU] } }
validation: { date: 2026-11-01 }
`;
const ROWS = "y_true,y_score,site\n1,0.9,a\n1,0.8,a\n1,0.3,b\n0,0.4,b\n0,0.2,b\n0,0.1,b\n";
const FILES: Files = { "model-card.yaml": CARD, "test.csv": ROWS };

let count = 0;

/** Each under an id of its own: schemas are known by it. */
function made(definition: Partial<CustomRuleDefinition>): AnyRule {
  const result = customRule(`ours/made-${++count}`, {
    question: "Is it so?",
    controls: ["DOC-01"],
    check: "true",
    message: "it is not so",
    fix: "make it so",
    ...definition,
  });
  if (result.kind === "wrong") throw new Error(result.problems[0]?.says);
  return result.rule;
}

const RECALL = [{ metric: "recall", split: "test" }];

testRule(made({ check: "card.risk.factors.people_affected < 100", at: "risk.factors" }), [
  {
    name: "is fine where its check is true",
    files: FILES,
    expects: [{ outcome: "fine", says: "Is it so?" }],
  },
  {
    name: "cannot tell what the card does not state, and names it",
    files: { ...FILES, "model-card.yaml": CARD.replace("people_affected: 12, ", "") },
    expects: [
      {
        outcome: "cannot-tell",
        about: "check",
        says: "`risk.factors.people_affected`",
        fix: "write",
        at: "model-card.yaml:8",
      },
    ],
  },
  {
    name: "cannot tell what is written as another type",
    files: { ...FILES, "model-card.yaml": CARD.replace("people_affected: 12", "people_affected: many") },
    expects: [{ outcome: "cannot-tell" }],
  },
]);

testRule(
  made({
    when: 'stage == "production"',
    needs: [...RECALL, { name: "site_a", metric: "recall", split: "test", slice: { site: "a" } }],
    check: "measured.recall.value >= 0.9",
    message:
      "{{ card.model.id }} {{ card.model.version }}: recall {{ measured.recall.value }} on {{ measured.recall.rows }} rows, {{ measured.site_a.value }}",
  }),
  [
    {
      name: "finds, and fills the holes of its message; what is too small to show stays unknown",
      files: FILES,
      expects: [
        {
          outcome: "finding",
          about: "check",
          says: "pumps 1.10: recall 0.666667 on 6 rows, (unknown)",
          fix: "make it so",
        },
      ],
    },
    {
      name: "is not about a model that its condition leaves out",
      files: FILES,
      stage: "staging",
      expects: [{ outcome: "not-applicable", says: "`when`" }],
    },
    {
      name: "cannot tell without the rows, and says why",
      files: { "model-card.yaml": CARD },
      expects: [{ outcome: "cannot-tell", says: /recall on test.*cannot be measured/ }],
    },
    {
      name: "cannot tell when nothing is declared to measure",
      files: { "model-card.yaml": CARD.replace(/evidence: .*/, "evidence: []") },
      expects: [{ outcome: "cannot-tell", says: /recall/ }],
    },
  ],
);

describe("the view", () => {
  it.each([
    'card.model.version == "1.10" && !has(card.use.fallback)',
    "card.limitations.size() == 1 && card.limitations[0].says.startsWith('Old')",
    'claims.exists(c, c.metric == "recall" && c.status == "reproduced" && c.reported == 0.667 && c.raw == "66.7%")',
    "claims.all(c, c.rows == 6 && c.recomputed_low < c.recomputed && c.recomputed <= c.recomputed_high)",
    'claims.exists(c, c.metric == "precision" && c.status == "differs")',
    'evidence.exists(e, e.id == "test" && e.opened && e.split == "test")',
    "!has(before.card)",
    'tier.effective == "low" && !has(tier.declared)',
    'as_of - card.validation.date < duration("720h") && card.data[0].period.to < as_of',
    '"EU" in card.risk.factors.regions && card.data[0].rows == 500',
    "measured.recall.value > 0.6 && measured.recall.low < 0.6 && measured.recall.rows == 6",
  ])("%s", async (check) => {
    expect(await verdictsOf(made({ check, needs: RECALL }), { files: FILES })).toMatchObject([
      { outcome: "fine" },
    ]);
  });

  it("tells what it measured where all is well, for the record", async () => {
    const rule = made({ check: "measured.recall.low >= 0.1", needs: RECALL });
    expect(await verdictsOf(rule, { files: FILES })).toMatchObject([
      {
        outcome: "fine",
        checked: expect.stringMatching(
          /^Is it so\? recall on test is 0\.666667 on 6 rows \[0\.\d+, 0\.\d+\]$/,
        ),
      },
    ]);
  });

  it("has the base's card and claims", async () => {
    const base = { ...FILES, "model-card.yaml": CARD.replace("66.7%", "0.70").replace("1.10", "1.9") };
    const check =
      'before.card.model.version == "1.9" && before.claims.exists(c, c.reported == 0.7 && !has(c.status))';
    expect(await verdictsOf(made({ check }), { files: FILES, base })).toMatchObject([{ outcome: "fine" }]);
  });

  it("cannot tell of a card with more than an expression may look at", async () => {
    const files = { ...FILES, "model-card.yaml": CARD.replace("Orders a list.", "x".repeat(70_000)) };
    const verdicts = await verdictsOf(made({ check: "has(card.use.intended)" }), { files });
    expect(verdicts).toMatchObject([{ outcome: "cannot-tell", says: expect.stringContaining("too costly") }]);
  });

  it("cannot tell when the check takes too much work", async () => {
    const metrics = Array.from({ length: 150 }, (_, index) => `{ name: recall, value: 0.${index + 100} }`);
    const files = {
      ...FILES,
      "model-card.yaml": CARD.replace(/metrics: .*/, `metrics: [${metrics.join(", ")}]`),
    };
    const check = "claims.all(a, claims.all(b, claims.all(c, a.reported + b.reported + c.reported > 0.0)))";
    expect(await verdictsOf(made({ check }), { files })).toMatchObject([
      { outcome: "cannot-tell", says: expect.stringContaining("too costly") },
    ]);
  });
});

describe("a definition that is wrong", () => {
  it.each<[string, Partial<CustomRuleDefinition>, string, number]>([
    ["a hole that is not closed", { message: "no {{ card.model.id" }, "message", 3],
    ["a hole with an unknown field", { message: "no {{ card.modl }}" }, "message", 11],
    ["a hole with a record", { message: "no {{ card.model }}" }, "message", 5],
    ["a condition that is none", { when: "card.model.id" }, "when", 0],
    ["a measurement that is not planned", { check: "measured.recall.value > 0.5" }, "check", 9],
  ])("%s", (_, definition, key, offset) => {
    const result = customRule("ours/made", {
      question: "?",
      controls: ["DOC-01"],
      check: "true",
      message: "no",
      fix: "mend it",
      ...definition,
    });
    expect(result.kind === "wrong" && result.problems).toMatchObject([{ key, offset }]);
  });

  it("points at a key of the card that there is not", () => {
    expect(cardPathProblem("use.fallback")).toBeNull();
    expect(cardPathProblem("use.falback")).toMatchObject({ offset: 4, unknown: { name: "falback" } });
  });
});
