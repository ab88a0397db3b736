import { type Challenge, challenge, type Request } from "../../src/gate.ts";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import type { ModelReport } from "../../src/report/report.ts";
import type { Tree } from "../../src/workspace/tree.ts";
import type { Files } from "./dossier.ts";
import { memoryTree } from "./memory-tree.ts";

export interface Asked extends Partial<Omit<Request, "head" | "base">> {
  readonly base?: Files | Tree;
}

const NO_COMMIT = { head: null, evaluated: null, base: null, mergeBase: null };

/** The gate over files in memory, in 2026, asked for nothing in particular. */
export async function challenged(head: Files | Tree, { base, ...asked }: Asked = {}): Promise<Challenge> {
  return challenge({
    head: treeOf(head),
    base: base ? treeOf(base) : null,
    commit: NO_COMMIT,
    scope: [""],
    model: null,
    stage: null,
    asOf: "2026-11-23",
    advisory: false,
    shipped: await shippedPolicies(),
    version: "0.0.0",
    ...asked,
  });
}

function treeOf(files: Files | Tree): Tree {
  return isTree(files) ? files : memoryTree(files);
}

function isTree(files: Files | Tree): files is Tree {
  return typeof files.open === "function";
}

export async function modelsOf(head: Files | Tree, asked: Asked = {}): Promise<readonly ModelReport[]> {
  return (await challenged(head, asked)).report.models;
}

/** The one model of the report. */
export async function modelOf(head: Files | Tree, asked: Asked = {}): Promise<ModelReport> {
  const [model, ...others] = await modelsOf(head, asked);
  if (!model || others.length > 0) throw new Error("there is not one model");
  return model;
}

const ROWS = ["1,0.9", "1,0.8", "1,0.3", "0,0.4", "0,0.2", "0,0.1"];

/** A model of tier low in a folder of its own, whose every statement is true; `more` are further lines of its card. */
export function honest(id: string, folder: string = id, ...more: readonly string[]): Files {
  return {
    [`${folder}/model-card.yaml`]: [
      `model: { id: ${id}, name: Model ${id}, version: 1.0.0, task: binary-classification, lifecycle: production, owners: [{ name: Team, role: developer, contact: team@example.com }] }`,
      "risk: { tier: low, factors: { domain: maintenance, autonomy: human-in-the-loop, people_affected: 0, sensitive_attributes: [], external_facing: false, generative: false, tool_use: false, regulated: false } }",
      "use: { intended: Orders a list. }",
      "prediction: { threshold: 0.5 }",
      "metrics: [{ name: recall, value: 0.667, split: test }]",
      "evidence: [{ kind: predictions, path: test.csv, split: test }]",
      "limitations: [Old pumps are not in the data.]",
      ...more,
      "",
    ].join("\n"),
    [`${folder}/test.csv`]: ["y_true,y_score", ...ROWS, ""].join("\n"),
  };
}

/** The same model, with a label that no one can read: data/predictions-well-formed holds it. */
export function broken(id: string, folder: string = id): Files {
  return { ...honest(id, folder), [`${folder}/test.csv`]: "y_true,y_score\n1,nothing\n0,0.2\n" };
}
