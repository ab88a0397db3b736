import type { Dossier } from "../case/dossier.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import type { FactKind, FactOf } from "../evidence/output/fact.ts";
import type { ToolOutput } from "../evidence/output/output.ts";

/** A tool's file that was understood, and what it says. */
export interface Shown {
  readonly file: EvidenceFile;
  readonly output: ToolOutput;
}

export interface ShownFact<K extends FactKind> extends Shown {
  readonly fact: FactOf<K>;
}

/** Each file once, though two entries of the card may name it: what is counted must not be counted twice. */
export function outputsOf({ files }: Dossier): readonly Shown[] {
  const byPath = new Map<string, Shown>();
  for (const file of files) {
    if (file.output.kind === "output" && !byPath.has(file.path))
      byPath.set(file.path, { file, output: file.output.output });
  }
  return [...byPath.values()];
}

/** Every fact of a kind, with the file that says it. */
export function factsOf<K extends FactKind>(dossier: Dossier, kind: K): readonly ShownFact<K>[] {
  const is = (fact: { readonly kind: FactKind }): fact is FactOf<K> => fact.kind === kind;
  return outputsOf(dossier).flatMap((shown) =>
    shown.output.facts.filter(is).map((fact) => ({ ...shown, fact })),
  );
}
