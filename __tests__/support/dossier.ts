import { assembleDossiers } from "../../src/case/assemble.ts";
import type { Dossier } from "../../src/case/dossier.ts";
import { discoverCards } from "../../src/inventory/discover.ts";
import { type Binding, bindClaim } from "../../src/measurement/bind.ts";
import { execute } from "../../src/measurement/execute.ts";
import type { Measured } from "../../src/measurement/measured.ts";
import type { Need } from "../../src/measurement/need.ts";
import { planOf } from "../../src/measurement/plan.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import type { Tree } from "../../src/workspace/tree.ts";
import { memoryTree } from "./memory-tree.ts";

export type Files = Record<string, string | Uint8Array>;

export const BINARY = { id: "m", task: "binary-classification" };

/** A native card; JSON is YAML, and numbers that must keep their digits are given as text. */
export function cardText(content: object): string {
  return JSON.stringify({ model: BINARY, ...content });
}

/** A model's folder at the root: its card, and the tables that the card names. */
export function folder(content: object, tables: Files = {}): Files {
  return { "model-card.yaml": cardText(content), ...tables };
}

export async function dossiersIn(tree: Tree, caps: Caps = CAPS): Promise<Dossier[]> {
  const { cards } = await discoverCards(tree, [""], caps);
  return assembleDossiers(tree, cards, caps);
}

export async function dossierOf(files: Files, caps: Caps = CAPS): Promise<Dossier> {
  const [dossier] = await dossiersIn(memoryTree(files), caps);
  if (!dossier) throw new Error("no card was found");
  return dossier;
}

export async function measure(files: Files, needs: readonly Need[]): Promise<Measured> {
  return execute(memoryTree(files), await dossierOf(files), planOf(needs), CAPS);
}

/** Every claim of the card, bound, with what they were measured as. */
export async function settled(files: Files): Promise<{ bindings: Binding[]; measured: Measured }> {
  const dossier = await dossierOf(files);
  const bindings = dossier.model.claims.map((claim) => bindClaim(claim, dossier));
  const needs = bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.need] : []));
  return { bindings, measured: await measure(files, needs) };
}

export async function bindingOf(files: Files): Promise<Binding> {
  const { bindings } = await settled(files);
  if (!bindings[0]) throw new Error("the card has no claim");
  return bindings[0];
}
