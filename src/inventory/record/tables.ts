import type { Mapping } from "../../documents/value.ts";
import type { Artifact, Dataset, EvidenceEntry } from "../model.ts";
import { columnsFrom } from "./columns.ts";
import { mapAt, mapsAt, nameAt, numberAt, textAt } from "./fields.ts";

export function datasetsFrom(root: Mapping | null): Dataset[] {
  return mapsAt(root, "data").map((entry) => ({
    split: textAt(entry, "split"),
    name: textAt(entry, "dataset"),
    path: textAt(entry, "path"),
    rows: numberAt(entry, "rows"),
    sha256: textAt(entry, "sha256"),
    columns: columnsFrom(entry),
    at: entry.at,
  }));
}

export function evidenceFrom(root: Mapping | null): EvidenceEntry[] {
  return mapsAt(root, "evidence").map((entry) => ({
    id: nameAt(entry, "id"),
    kind: textAt(entry, "kind"),
    path: textAt(entry, "path"),
    split: textAt(entry, "split"),
    sha256: textAt(entry, "sha256"),
    columns: columnsFrom(entry),
    at: entry.at,
  }));
}

export function artifactsFrom(root: Mapping | null): Artifact[] {
  return mapsAt(mapAt(root, "model"), "artifacts").map((entry) => ({
    path: textAt(entry, "path"),
    sha256: textAt(entry, "sha256"),
    at: entry.at,
  }));
}
