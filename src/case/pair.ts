import type { Case } from "./case.ts";
import type { Dossier } from "./dossier.ts";

/**
 * Pairs the two trees' dossiers by model id; where an id occurs twice, by card path as well. A card that gives its model
 * a new id is still held against the one that stood in its place. Ordered by path.
 */
export function pairDossiers(before: readonly Dossier[], after: readonly Dossier[]): readonly Case[] {
  const earlier = byId(before);
  const later = byId(after);
  const atPath = new Map(before.map((dossier) => [placeOf(dossier), dossier]));
  const byPath = new Map(before.map((dossier) => [dossier.card.path, dossier]));
  const cases: Case[] = [];
  for (const dossier of after) {
    const id = dossier.model.id.value;
    const twins = othersOf(dossier, later.get(id) ?? []);
    const samePath = atPath.get(placeOf(dossier));
    const moved = twins.length === 0 ? earlier.get(id)?.[0] : undefined;
    const renamed = byPath.get(dossier.card.path);
    cases.push({ id, before: samePath ?? moved ?? renamed ?? null, after: dossier, twins });
  }
  for (const [id, dossiers] of earlier) {
    if (later.has(id)) continue;
    for (const dossier of dossiers) cases.push({ id, before: dossier, after: null, twins: [] });
  }
  return cases.sort((a, b) => compare(pathOf(a), pathOf(b)));
}

/** Of thousands of cards with one id, each names only these few others. */
const MOST_TWINS = 10;

function othersOf(dossier: Dossier, sameId: readonly Dossier[]): string[] {
  const others = sameId.slice(0, MOST_TWINS + 1).filter((other) => other !== dossier);
  return others.slice(0, MOST_TWINS).map((other) => other.card.path);
}

function placeOf({ model, card }: Dossier): string {
  return JSON.stringify([model.id.value, card.path]);
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
