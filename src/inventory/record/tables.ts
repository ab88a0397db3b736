import type { Mapping } from "../../documents/value.ts";
import type { Artifact, BaseModel, Dataset, EvidenceEntry } from "../model.ts";
import type { Sourced } from "../sourced.ts";
import { columnsFrom } from "./columns.ts";
import { mapAt, mapsAt, nameAt, namesAt, numberAt, textAt } from "./fields.ts";

export function datasetsFrom(root: Mapping | null): Dataset[] {
  return mapsAt(root, "data").map((entry) => ({
    split: textAt(entry, "split"),
    name: textAt(entry, "dataset"),
    path: pathAt(entry),
    rows: numberAt(entry, "rows"),
    sha256: textAt(entry, "sha256"),
    until: textAt(mapAt(entry, "period"), "to"),
    columns: columnsFrom(entry),
    at: entry.at,
  }));
}

export function evidenceFrom(root: Mapping | null): EvidenceEntry[] {
  return mapsAt(root, "evidence").map((entry) => ({
    id: nameAt(entry, "id"),
    kind: textAt(entry, "kind"),
    path: pathAt(entry),
    split: textAt(entry, "split"),
    sha256: textAt(entry, "sha256"),
    columns: columnsFrom(entry),
    at: entry.at,
  }));
}

export function artifactsFrom(root: Mapping | null): Artifact[] {
  return mapsAt(mapAt(root, "model"), "artifacts").map((entry) => ({
    path: pathAt(entry),
    sha256: textAt(entry, "sha256"),
    at: entry.at,
  }));
}

/** An entry is a name, or more about the model. */
export function baseModelsFrom(root: Mapping | null): BaseModel[] {
  const model = mapAt(root, "model");
  const named = mapsAt(model, "base_models").flatMap((entry) => {
    const name = textAt(entry, "name");
    return name ? [{ name, version: textAt(entry, "version") }] : [];
  });
  return [...named, ...namesAt(model, "base_models").map((name) => ({ name, version: null }))];
}

/** A path may look like a mark that stands for nothing, as `./` does, and name a folder. */
function pathAt(entry: Mapping): Sourced<string> | null {
  const path = nameAt(entry, "path");
  return path && /^[./]+$/.test(path.value) ? path : textAt(entry, "path");
}
