import type { Dossier } from "../../case/dossier.ts";
import { readEvidence } from "../../evidence/read.ts";
import type { Card } from "../../inventory/card.ts";
import type { ColumnMap, Model } from "../../inventory/model.ts";
import { modelFrom } from "../../inventory/record.ts";
import { resolveIn } from "../../inventory/resolve.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { StatedFile, StatedFiles } from "./stated-facts.ts";
import { statedOutput } from "./stated-output.ts";
import { statedTree } from "./stated-tree.ts";

/** The files by path from the root, later ones over earlier ones. */
export function filesFrom(...all: readonly (StatedFiles | undefined)[]): Map<string, StatedFile> {
  const files = new Map<string, StatedFile>();
  for (const stated of all) {
    for (const [written, file] of Object.entries(stated ?? {})) {
      const path = resolveIn("", written);
      if (file === null) files.delete(path);
      else files.set(path, { ...files.get(path), ...file });
    }
  }
  return files;
}

/** A card with the files that a test states, opened as the gate opens real ones. */
export async function statedDossier(
  card: Card,
  files: ReadonlyMap<string, StatedFile>,
  caps: Caps,
): Promise<Dossier> {
  const model = modelFrom(card);
  const evidence = await readEvidence(statedTree(files, mappedColumns(model)), card.folder, model, caps);
  return {
    card,
    model,
    tables: evidence.tables,
    files: evidence.files.map((file) => {
      const stated = files.get(file.path);
      if (stated?.tool === undefined) return file;
      return { ...file, problem: null, output: statedOutput(stated.tool, stated, file.at) };
    }),
  };
}

/** The columns that the card gives a role in each table, by the table's path. */
function mappedColumns({ data, evidence }: Model): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...data, ...evidence].flatMap(({ path, columns }) =>
      path ? [[resolveIn("", path.value), columnsOf(columns)] as const] : [],
    ),
  );
}

function columnsOf({ scores, labels, predictions, segments, ...single }: ColumnMap): readonly string[] {
  const several = [scores, labels, predictions].flatMap((columns) => [...columns.values()]);
  const all = [...Object.values(single), ...several, ...segments];
  return [...new Set(all.flatMap((column) => column?.value ?? []))];
}
