import type { Case } from "./case.ts";
import type { Dossier } from "./dossier.ts";

/** Pairs the two trees' dossiers by model id; where an id occurs twice, by card path as well. Ordered by path. */
export function pairDossiers(before: readonly Dossier[], after: readonly Dossier[]): readonly Case[] {
  const earlier = byId(before);
  const later = byId(after);
  const cases: Case[] = [];
  for (const dossier of after) {
    const id = dossier.model.id.value;
    const twins = (later.get(id) ?? []).filter((twin) => twin !== dossier).map((twin) => twin.card.path);
    const candidates = earlier.get(id) ?? [];
    const samePath = candidates.find((candidate) => candidate.card.path === dossier.card.path);
    cases.push({
      id,
      before: samePath ?? (twins.length === 0 ? candidates[0] : null) ?? null,
      after: dossier,
      twins,
    });
  }
  for (const [id, dossiers] of earlier) {
    if (later.has(id)) continue;
    for (const dossier of dossiers) cases.push({ id, before: dossier, after: null, twins: [] });
  }
  return cases.sort((a, b) => compare(pathOf(a), pathOf(b)));
}

function byId(dossiers: readonly Dossier[]): Map<string, Dossier[]> {
  const groups = new Map<string, Dossier[]>();
  for (const dossier of dossiers) {
    const id = dossier.model.id.value;
    const group = groups.get(id);
    if (group) group.push(dossier);
    else groups.set(id, [dossier]);
  }
  return groups;
}

function pathOf(subject: Case): string {
  return (subject.after ?? subject.before)?.card.path ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
