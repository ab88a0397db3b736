export type SchemaName = "model-card" | "policy" | "configuration" | "policy-test" | "approvals";

/** A document with the cursor at `|`, and what an editor has to offer there. */
export interface EditorCase {
  readonly schema: SchemaName;
  readonly text: string;
  /** Completions that are among those offered. */
  readonly offers?: readonly string[];
  /** Completions that are not. */
  readonly never?: readonly string[];
  /** A part of what is shown about the word under the cursor. */
  readonly tells?: string;
  /** Parts of what is marked as wrong, one for each mark; [] for a document in which nothing is. */
  readonly marks?: readonly string[];
}

export const CASES: readonly EditorCase[] = [
  { schema: "model-card", text: "model:\n  id: a\n  ta|", offers: ["task"] },
  {
    schema: "model-card",
    text: "model:\n  id: a\n|",
    offers: ["risk", "metrics", "evidence"],
    never: ["model"],
  },
  {
    schema: "model-card",
    text: "model:\n  id: a\n  task: |",
    offers: ["binary-classification", "regression", "generation"],
    never: ["classification"],
  },
  {
    schema: "model-card",
    text: "model: { id: a }\nrisk:\n  tier: |",
    offers: ["low", "medium", "high", "critical"],
  },
  {
    schema: "model-card",
    text: "model: { id: a }\nrisk:\n  factors:\n    autonomy: |",
    offers: ["human-in-the-loop", "autonomous"],
  },
  {
    schema: "model-card",
    text: "model: { id: a }\nmetrics:\n  - name: recall\n    |",
    offers: ["value", "split", "threshold", "slice"],
    never: ["name"],
  },
  { schema: "model-card", text: "model:\n  id: a\n  life|cycle: staging\n", tells: "stage" },
  { schema: "model-card", text: "model: { id: a }\nrisk:\n  fac|tors: { domain: credit }\n", tells: "tier" },
  {
    schema: "model-card",
    text: "model: { id: a, task: regression }\nmetrics: [{ name: r2, value: 0.5 }]\n",
    marks: [],
  },
  { schema: "model-card", text: "model: { id: a, tsk: regression }\n", marks: ["tsk"] },
  { schema: "model-card", text: "model: { id: a, task: clustering }\n", marks: ["binary-classification"] },
  {
    schema: "policy",
    text: "name: ours\nversion: 1\n|",
    offers: ["extends", "tiering", "rules", "tiers", "custom_rules"],
  },
  {
    schema: "policy",
    text: "name: ours\ntiers:\n  low:\n    |",
    offers: ["blocking", "rules", "remediation_days", "escalate"],
  },
  {
    schema: "policy",
    text: "name: ours\nrules:\n  data/splits-disjoint:\n    severity: |",
    offers: ["critical", "high", "medium", "low", "info"],
  },
  {
    schema: "policy",
    text: "name: ours\nrules:\n  data/splits-disjoint:\n    due: |",
    offers: ["development", "staging", "production"],
  },
  {
    schema: "policy",
    text: "name: ours\ntiers:\n  low:\n    block|ing: { staging: high }\n",
    tells: "holds the model",
  },
  {
    schema: "policy",
    text: "name: ours\ntiers:\n  low:\n    blocking: { stag|ing: high }\n",
    tells: "holds a model in staging",
  },
  {
    schema: "policy",
    text: "name: ours\nrules:\n  |",
    offers: ["data/splits-disjoint", "inventory/review-current"],
    never: ["splits-disjoint"],
  },
  {
    schema: "policy",
    text: "name: ours\ntiers:\n  high:\n    stages:\n      staging:\n        rules:\n          inventory/review-current:\n            parameters:\n              |",
    offers: ["maximumDays", "required"],
  },
  {
    schema: "policy",
    text: "name: ours\nversion: 1\nextends: [baseline]\nrules: { inventory/owners-|named: { severity: high } }\n",
    tells: "Is someone named for every role",
  },
  {
    schema: "policy",
    text: "name: ours\nversion: 1\nextends: [baseline]\nrules: { inventory/review-current: { parameters: { maximumDays: soon } } }\n",
    marks: ["integer"],
  },
  {
    schema: "policy",
    text: "name: ours\nversion: 1\nextends: [baseline]\nrules: { ours/on-call: { severity: high } }\n",
    marks: [],
  },
  { schema: "policy", text: "name: ours\nversion: 1\nextends: [baseline]\n", marks: [] },
  { schema: "policy", text: "name: ours\nversion: 1\nextends: [baseline]\nrule: {}\n", marks: ["rule"] },
  {
    schema: "policy",
    text: "name: ours\nversion: 1\nextends: [baseline]\nrules: { data/splits-disjoint: { severity: hihg } }\n",
    marks: ["critical"],
  },
  { schema: "configuration", text: "|", offers: ["policy", "exclude", "limits"] },
  { schema: "configuration", text: "limits:\n  table|", offers: ["tableRows", "tableBytes"] },
  { schema: "configuration", text: "excl|ude: []\n", tells: "Glob patterns" },
  { schema: "configuration", text: 'policy: baseline\nexclude: ["old/**"]\n', marks: [] },
  { schema: "configuration", text: "polcy: baseline\n", marks: ["polcy"] },
  { schema: "configuration", text: "limits: { tableRows: many }\n", marks: ["integer"] },
  { schema: "policy-test", text: "as_of: 2026-11-23\n|", offers: ["tests", "cards", "facts", "policy"] },
  {
    schema: "policy-test",
    text: "as_of: 2026-11-23\ntests:\n  - name: a\n    tier: |",
    offers: ["low", "critical"],
  },
  { schema: "policy-test", text: "as_|of: 2026-11-23\ntests: []\n", tells: "date of the judgement" },
  {
    schema: "policy-test",
    text: "as_of: 2026-11-23\ntests: [{ name: a, expect: { recommendation: hold }, teir: low }]\n",
    marks: ["teir"],
  },
  {
    schema: "approvals",
    text: "approvals:\n  - model: a\n    |",
    offers: ["version", "by", "role", "date", "digest"],
    never: ["model"],
  },
  {
    schema: "approvals",
    text: "approvals:\n  - model: a\n    role: |",
    offers: ["validator", "business", "compliance"],
    never: ["developer"],
  },
  {
    schema: "approvals",
    text: "approvals: [{ model: a, version: 1.0.0, by: Ann Lee, role: validator, date: 2026-11-20 }]\n",
    marks: [],
  },
  {
    schema: "approvals",
    text: "approvals: [{ model: a, version: 1.0.0, by: Ann Lee, role: validater, date: 2026-11-20 }]\n",
    marks: ["validator"],
  },
];
