import type { EvidenceFile } from "../evidence/file.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import type { Card } from "../inventory/card.ts";
import type { Model } from "../inventory/model.ts";
import { resolveIn } from "../inventory/resolve.ts";

/** All that one tree holds about one model. */
export interface Dossier {
  readonly card: Card;
  readonly model: Model;
  readonly tables: readonly EvidenceTable[];
  readonly files: readonly EvidenceFile[];
}

/** Paths whose change puts the model in scope: its card's files and everything that the card names. */
export function referencedPaths({ card, model, tables, files }: Dossier): readonly string[] {
  const artifacts = model.artifacts.flatMap(({ path }) => (path ? [resolveIn(card.folder, path.value)] : []));
  const paths = [
    ...card.sources,
    ...tables.flatMap((table) => table.files),
    ...files.map((file) => file.path),
    ...artifacts,
  ];
  return [...new Set(paths)].sort();
}

export function tableById(dossier: Dossier, id: string): EvidenceTable | null {
  return dossier.tables.find((table) => table.id === id) ?? null;
}
