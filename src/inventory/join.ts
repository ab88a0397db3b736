import { pointerTo } from "../documents/pointer.ts";
import type { Problem } from "../documents/problem.ts";
import type { Entry, List, Mapping, Value } from "../documents/value.ts";
import { agree, disagreement } from "./agreement.ts";
import type { Card } from "./card.ts";
import { claimKey } from "./claims.ts";
import { says } from "./presence.ts";
import { claimFrom } from "./record/claims.ts";

/**
 * A native card with the card that it completes. Where both speak the native one counts, and where they disagree,
 * that is a problem that names both places.
 */
export function joinCards(native: Card, completed: Card): Card {
  const problems: Problem[] = [...native.problems, ...completed.problems];
  const root =
    native.root && completed.root
      ? joinMaps(native.root, completed.root, "", problems)
      : (native.root ?? completed.root);
  const sources = [...new Set([...native.sources, ...completed.sources])];
  return { ...native, sources, root, problems };
}

function joinMaps(native: Mapping, other: Mapping, pointer: string, problems: Problem[]): Mapping {
  const entries = new Map<string, Entry>(native.entries);
  for (const [key, theirs] of other.entries) {
    const ours = native.entries.get(key);
    const value = ours
      ? joinValues(ours.value, theirs.value, pointerTo(pointer, key), problems)
      : theirs.value;
    entries.set(key, ours ? { ...ours, value } : theirs);
  }
  return { ...native, entries };
}

function joinValues(native: Value, other: Value, pointer: string, problems: Problem[]): Value {
  if (!says(other)) return native;
  if (!says(native)) return other;
  if (native.kind === "map" && other.kind === "map") return joinMaps(native, other, pointer, problems);
  if (native.kind === "list" && other.kind === "list") {
    return pointer === "/metrics" ? joinClaims(native, other, problems) : native;
  }
  if (native.kind === "scalar" && other.kind === "scalar" && !agree(native, other)) {
    problems.push(disagreement(pointer.slice(1).replaceAll("/", "."), native, other));
  }
  return native;
}

/** Claims of both, those that are about the same thing once, with the native one's number and place. */
function joinClaims(native: List, other: List, problems: Problem[]): List {
  const ours = new Map(native.items.map((item) => [keyOf(item), item]));
  const numbers = new Set(native.items.map(numberIn));
  const added = other.items.filter((item) => {
    if (isUnread(item) && numbers.has(numberIn(item))) return false;
    const key = keyOf(item);
    const same = key === null ? undefined : ours.get(key);
    if (same === undefined || key === null) return true;
    tellApart(key, same, item, problems);
    return false;
  });
  return { ...native, items: [...native.items, ...added] };
}

/** A number of a sentence that was not understood is accounted for where the native card claims the same number. */
function isUnread(item: Value): boolean {
  return item.kind === "map" && claimFrom(item)?.unread === true;
}

function numberIn(item: Value): number | null {
  const claim = item.kind === "map" ? claimFrom(item) : null;
  return claim && (claim.percent ? Number((claim.reported / 100).toPrecision(15)) : claim.reported);
}

function tellApart(key: string, native: Value, other: Value, problems: Problem[]): void {
  const ours = native.kind === "map" ? native.entries.get("value")?.value : undefined;
  const theirs = other.kind === "map" ? other.entries.get("value")?.value : undefined;
  if (ours?.kind !== "scalar" || theirs?.kind !== "scalar" || agree(ours, theirs)) return;
  problems.push(disagreement(key, ours, theirs));
}

function keyOf(item: Value): string | null {
  const claim = item.kind === "map" ? claimFrom(item) : null;
  return claim && claimKey(claim);
}
