import type { Dossier } from "../case/dossier.ts";
import type { Requirement } from "../inventory/model.ts";
import { slicePart } from "../measurement/describe.ts";

/** Requirements with a limit that the base's card states and the head's no longer does, or only with a looser limit. */
export function droppedRequirements(before: Dossier | null, after: Dossier): readonly Requirement[] {
  const kept = new Map<string, Limits>();
  for (const later of after.model.requirements) {
    const subject = subjectOf(later);
    kept.set(subject, stricter(limitsOf(later), kept.get(subject) ?? NONE));
  }
  return (before?.model.requirements ?? []).filter((earlier) => {
    const now = kept.get(subjectOf(earlier)) ?? NONE;
    const then = limitsOf(earlier);
    return earlier.metric !== null && (now.least < then.least || now.most > then.most);
  });
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

const NONE: Limits = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

function limitsOf({ atLeast, atMost }: Requirement): Limits {
  return { least: atLeast?.value ?? NONE.least, most: atMost?.value ?? NONE.most };
}

function stricter(one: Limits, other: Limits): Limits {
  return { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) };
}

/** What a requirement is about, whatever its id and its limit. */
function subjectOf({ metric, split, slice }: Requirement): string {
  return JSON.stringify([metric?.value.toLowerCase() ?? null, split?.value ?? null, slicePart(slice)]);
}
