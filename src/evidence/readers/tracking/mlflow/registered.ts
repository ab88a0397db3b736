import type { VersionFact } from "../../../output/fact.ts";

/** The newest version of each registered model: the one that is to be judged, whatever is served today. */
export function newestOf(versions: readonly VersionFact[]): readonly VersionFact[] {
  const newest = new Map<string, VersionFact>();
  for (const version of versions) {
    const known = newest.get(version.model);
    if (!known || Number(version.version) > Number(known.version)) newest.set(version.model, version);
  }
  return [...newest.values()];
}

/** MLflow keeps the place of a version that was deleted. */
export function isKept(stage: string | null): boolean {
  return stage !== "Deleted_Internal";
}

/** Null for MLflow's word for none. */
export function stageOf(written: string | null): string | null {
  return written === "None" ? null : written;
}
