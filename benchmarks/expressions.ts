import { writeFileSync } from "node:fs";
import { memoryTree } from "../__tests__/support/memory-tree.ts";
import { NONE_STATED } from "../src/case/approvals.ts";
import { assembleDossiers } from "../src/case/assemble.ts";
import { discoverCards } from "../src/inventory/discover.ts";
import { bindClaim } from "../src/measurement/bind.ts";
import { execute } from "../src/measurement/execute.ts";
import { planOf } from "../src/measurement/plan.ts";
import { customRule } from "../src/rules/custom/custom-rule.ts";
import type { CustomRuleDefinition } from "../src/rules/custom/definition.ts";
import type { AnyRule } from "../src/rules/rule.ts";
import type { Subject } from "../src/rules/subject.ts";
import { tierOf } from "../src/tiering/tiering.ts";
import { CAPS } from "../src/workspace/caps.ts";

const ROWS = "y_true,y_score\n1,0.9\n1,0.8\n1,0.3\n0,0.4\n0,0.2\n0,0.1\n";

/**
 * Rules of a policy's own over models, as many of both, from 100 to the number given: the time of one rule on one model
 * stays the same when the growth is linear. tsx benchmarks/expressions.ts [1000] [PAGE.md]
 */
const [largest = "1000", page] = process.argv.slice(2);
const sizes = [100, 200, 300, 500, 1_000].filter((size) => size <= Number(largest));

const lines = [
  "| rules | models | compiled in ms | judged in ms | µs a rule and model |",
  "| --- | --- | --- | --- | --- |",
];
for (const size of sizes) lines.push(await row(size));
const written = `${lines.join("\n")}\n`;
process.stdout.write(written);
if (page !== undefined) writeFileSync(page, written);

async function row(size: number): Promise<string> {
  const start = performance.now();
  const rules = Array.from({ length: size }, (_, index) => made(index));
  const compiled = performance.now() - start;
  const judged = await judging(rules, size);
  const each = (1_000 * judged) / (size * size);
  return `| ${size} | ${size} | ${compiled.toFixed(0)} | ${judged.toFixed(0)} | ${each.toFixed(2)} |`;
}

function made(index: number): AnyRule {
  const kinds: readonly CustomRuleDefinition["check"][] = [
    `has(card.use.fallback) && card.use.intended.size() > ${index % 50}`,
    `claims.all(c, c.reported <= 1.0 && c.raw != "${index}")`,
    `measured.recall.value >= 0.${index}`,
    `tier.effective != "low" || card.model.id.matches("^model-[0-9]{1,${(index % 9) + 1}}$")`,
  ];
  const rule = customRule(`ours/rule-${index}`, {
    question: "Is it so?",
    controls: ["DOC-01"],
    needs: [{ metric: "recall", split: "test" }],
    check: kinds[index % kinds.length]!,
    message: "{{ card.model.id }} at tier {{ tier.effective }}",
    fix: "mend it",
  });
  if (rule.kind === "wrong") throw new Error(rule.problems[0]?.says);
  return rule.rule;
}

/** Milliseconds of planning and judging alone; reading and measuring are not what is timed. */
async function judging(rules: readonly AnyRule[], models: number): Promise<number> {
  let spent = 0;
  for (let index = 0; index < models; index++) {
    const { tree, subject } = await modelNumber(index);
    const start = performance.now();
    const needs = rules.flatMap((rule) => [...rule.needs(subject, {})]);
    spent += performance.now() - start;
    const measured = await execute(tree, subject.after, planOf(needs), CAPS);
    const judged = performance.now();
    for (const rule of rules) for (const _ of rule.check(subject, measured, {}));
    spent += performance.now() - judged;
  }
  return spent;
}

async function modelNumber(index: number) {
  const tree = memoryTree({ "model-card.yaml": card(index), "test.csv": ROWS });
  const { cards } = await discoverCards(tree, [""], CAPS);
  const [after] = await assembleDossiers(tree, cards, CAPS);
  if (!after) throw new Error("there is no model");
  const subject: Subject = {
    before: null,
    after,
    removed: false,
    twins: [],
    tiering: tierOf("low", after.model.factors, { undeclared: "low", criteria: [], domains: new Map() }),
    stage: "production",
    asOf: "2026-11-20",
    bindings: after.model.claims.map((claim) => bindClaim(claim, after)),
    approvals: NONE_STATED,
    tierBefore: null,
    policyChanges: [],
  };
  return { tree, subject };
}

function card(index: number): string {
  const claims = Array.from(
    { length: 10 },
    (_, claim) => `{ name: recall, value: 0.${claim + 60}, split: test }`,
  );
  return `model: { id: model-${index}, version: 1.0.0, task: binary-classification, lifecycle: production }
use: { intended: Orders a list of pumps for the mechanics who look after them. }
prediction: { threshold: 0.5 }
metrics: [${claims.join(", ")}]
evidence: [{ kind: predictions, path: test.csv, split: test }]
`;
}
