import type { Dossier } from "../../case/dossier.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import { namesOneOf, spelt } from "../../tiering/words.ts";
import { isNamed, partsOf } from "./explanation.ts";

/** Where a feature of an explanation is in the data that the card names. */
export type Standing = "column" | "label" | "absent" | "unknown";

/** Tells for each feature, by its name. */
export function standingIn(dossier: Dossier): (feature: string) => Standing {
  const read = dossier.tables.flatMap((table) => readOf(table));
  const labels = new Set(read.flatMap(({ labels }) => labels.map(spelt)));
  const columns = new Set(read.flatMap(({ columns }) => columns.map(spelt)));
  // A name without a letter is spelt like nothing.
  for (const name of ["", ...labels]) columns.delete(name);
  labels.delete("");
  const areFeaturesKnown = read.some(({ holdsFeatures }) => holdsFeatures);
  return (feature) => {
    const parts = partsOf(feature);
    if (parts.some((part) => labels.has(spelt(part)))) return "label";
    // A pipeline writes its step or a category beside the column: "num__age", "sex_male".
    if (parts.every((part) => columns.has(spelt(part)) || namesOneOf(part, columns))) return "column";
    return areFeaturesKnown && isNamed(feature) ? "absent" : "unknown";
  };
}

interface Read {
  readonly columns: readonly string[];
  readonly labels: readonly string[];
  /** Data with columns that play no other role; predictions carry some of the features at most. */
  readonly holdsFeatures: boolean;
}

function readOf({ kind, content }: EvidenceTable): Read[] {
  if (content.kind !== "read") return [];
  const { label, labels, segments, scores, predictions, ...single } = content.reading.roles;
  const targets = [...(label === null ? [] : [label]), ...labels.values()];
  const others = [...Object.values(single), ...segments, ...scores.values(), ...predictions.values()];
  const inRole = new Set([...targets, ...others]);
  const columns = content.header.columns.map(({ name }) => name);
  const holdsFeatures = kind === "dataset" && columns.some((name) => !inRole.has(name));
  return [{ columns, labels: targets, holdsFeatures }];
}
