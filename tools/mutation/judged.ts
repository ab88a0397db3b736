import { assembleDossiers } from "../../src/case/assemble.ts";
import type { Dossier } from "../../src/case/dossier.ts";
import type { EvidenceFile } from "../../src/evidence/file.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { discoverCards } from "../../src/inventory/discover.ts";
import { bindClaim } from "../../src/measurement/bind.ts";
import { execute } from "../../src/measurement/execute.ts";
import { planOf } from "../../src/measurement/plan.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { type AnyRule, defaultsOf } from "../../src/rules/rule.ts";
import type { Subject } from "../../src/rules/subject.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { CountedTree } from "./counted-tree.ts";
import { plainSubject } from "./plain-subject.ts";

/** A card that gives the rules something to hold a tool's file against. */
const CARD = `model:
  id: assistant
  version: 2.1.0
  task: binary-classification
  base_models: [gpt-4o-mini]
  artifacts: [{ path: model.pkl, sha256: ${"a".repeat(64)} }]
risk: { factors: { generative: true } }
requirements: [{ metric: recall, at_least: 0.6 }]
metrics:
  - { name: accuracy, value: 0.87, split: test }
  - { name: recall, value: 0.64 }
monitoring: { metrics: [{ name: latency, threshold: "> 2" }, { name: recall, alert: RecallLow }] }
evidence: [{ path: tool }]
`;

/** As strict as a policy can make them, so that no rule ends before it begins. */
const STRICT: Readonly<Record<string, Record<string, unknown>>> = {
  "evidence/subject-matches": { bound: true },
  "evidence/newer-than-model": { maximumAgeDays: 1, dated: true },
  "explainability/attributions-sane": { required: true, additive: true },
  "generative/attacks-resisted": { required: [{ attempts: 10, maximumRate: 0.1 }] },
  "security/scans-cover-artifacts": { required: true, severity: "info" },
  "monitoring/alerts-cover-metrics": { required: true },
};

/** The rules that look at tools' files. */
const OVER_FILES = RULES.filter(({ id, reads }) => reads !== undefined || id.startsWith("evidence/"));
/** Those whose findings damage must not take away: not understood, not whole, not what its rows give. */
const GUARDS: ReadonlySet<string> = new Set([
  "evidence/output-readable",
  "evidence/run-completed",
  "evidence/aggregates-agree",
]);

/** What the rules make of a file: how many of the guards' findings it has, all rules having answered. */
export type Judge = (state: OutputState, path: string) => number;

/** @throws Error when a rule says nothing; whatever a rule throws. */
export async function judge(): Promise<Judge> {
  const tree = new CountedTree(new Map([["model-card.yaml", new TextEncoder().encode(CARD)]]));
  const { cards } = await discoverCards(tree, [""], CAPS);
  const [dossier] = await assembleDossiers(tree, cards, CAPS);
  if (!dossier) throw new Error("the card of the mutations cannot be read");
  const measured = await execute(tree, dossier, planOf([]), CAPS);
  const rules = OVER_FILES.filter(({ id }) => id !== "evidence/required-present");
  return (output, path) => {
    const subject = subjectOf(dossier, output, path);
    const told = rules.map((rule) => {
      const verdicts = [...rule.check(subject, measured, parametersOf(rule))];
      if (verdicts.length === 0) throw new Error(`${rule.id} said nothing`);
      const wrong = verdicts.filter(({ outcome }) => outcome === "finding" || outcome === "cannot-tell");
      return GUARDS.has(rule.id) ? wrong.length : 0;
    });
    return told.reduce((total, wrong) => total + wrong, 0);
  };
}

function parametersOf(rule: AnyRule): Record<string, unknown> {
  return { ...defaultsOf(rule), ...STRICT[rule.id] };
}

function subjectOf(dossier: Dossier, output: OutputState, path: string): Subject {
  const at = dossier.model.id.at;
  const file: EvidenceFile = {
    id: path,
    path,
    kind: "unrecognised",
    split: null,
    declared: { value: path, raw: path, at },
    sha256: null,
    at,
    problem: null,
    output,
  };
  const after = { ...dossier, files: [file] };
  const bindings = after.model.claims.map((claim) => bindClaim(claim, after));
  return { ...plainSubject(after), bindings };
}
