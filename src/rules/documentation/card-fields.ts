import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";

/** What is written for a field until its author fills it in: `…`, which counts as absent, in the field's shape. */
const SHAPES: Readonly<Record<string, string>> = {
  "model.artifacts": "[{ path: …, sha256: … }]",
  "model.owners": "[{ name: …, role: …, contact: … }]",
  "model.endpoints": "[…]",
  "model.base_models": "[{ name: …, version: …, supplier: …, license: … }]",
  "risk.factors": "{ domain: …, autonomy: …, people_affected: … }",
  "risk.risks": "[{ id: …, harm: …, controls: […], residual: … }]",
  requirements: "[{ id: …, says: …, metric: …, at_least: … }]",
  "use.out_of_scope": "[…]",
  "prediction.classes": "[…]",
  data: "[{ split: …, path: … }]",
  metrics: "[{ name: …, value: …, split: … }]",
  evidence: "[{ kind: …, path: …, split: … }]",
  limitations: "[…]",
  ethical_considerations: "[…]",
  "security.privacy": "{ lawful_basis: …, retention: …, assessment: … }",
  "security.scans": "[{ tool: …, path: … }]",
  "system.components": "[{ name: …, purpose: … }]",
  "system.tools": "[{ name: …, permissions: …, confirmation: … }]",
  "system.prompts": "[{ path: …, sha256: … }]",
  "monitoring.metrics": "[{ name: …, threshold: …, alert: … }]",
  "monitoring.retraining_triggers": "[…]",
  "launch.stages": "[{ name: …, criteria: … }]",
};

const HINTS: Readonly<Record<string, string>> = {
  "model.task": "such as binary-classification or regression",
  "model.lifecycle": LIFECYCLES.join(" | "),
  "risk.tier": TIERS.join(" | "),
  "validation.date": "YYYY-MM-DD",
  "validation.next_review": "YYYY-MM-DD",
};

/** A heading that the readers of Markdown and Hugging Face cards take for the field; a test holds them to it. */
const HEADINGS: Readonly<Record<string, string>> = {
  "model.version": "Version",
  "model.license": "License",
  "use.intended": "Intended use",
  "use.users": "Intended users",
  "use.out_of_scope": "Out of scope",
  "use.fallback": "Fallback",
  "use.human_oversight": "Human oversight",
  limitations: "Limitations",
  ethical_considerations: "Ethical considerations",
  "explainability.method": "Explainability",
  "security.threat_model": "Threat model",
  "monitoring.metrics": "Monitoring",
  "monitoring.retraining_triggers": "Retraining triggers",
};

/** The field's value as YAML in one line, with `…` where its author has to write. */
export function shapeOf(field: string): string {
  return SHAPES[field] ?? "…";
}

/** What to write in place of `…`, where the field takes only some words or one form. */
export function hintFor(field: string): string | null {
  return HINTS[field] ?? null;
}

export function headingFor(field: string): string | null {
  return HEADINGS[field] ?? null;
}

export const FIELDS_WITH_A_HEADING: readonly string[] = Object.keys(HEADINGS);
