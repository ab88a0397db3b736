import { textOf } from "../../documents/text-of.ts";
import type { Mapping, Value } from "../../documents/value.ts";
import { readNumber } from "../number.ts";
import { flagAt, scalarAt } from "../record/fields.ts";

/** The claims without unread numbers that only say again what a claim says of the same metric. */
export function withoutRepeats(claims: readonly Mapping[], earlier: readonly Value[]): Mapping[] {
  const [read, unread] = [claims.filter((claim) => !isUnread(claim)), claims.filter(isUnread)];
  const said = new Set([...earlier.filter((item) => item.kind === "map"), ...read].map(saidBy));
  const fresh = new Map<string, Mapping>();
  for (const claim of unread) {
    const key = saidBy(claim);
    if (!said.has(key) && !fresh.has(key)) fresh.set(key, claim);
  }
  const kept = new Set([...read, ...fresh.values()]);
  return claims.filter((claim) => kept.has(claim));
}

export function isUnread(claim: Mapping): boolean {
  return flagAt(claim, "unread")?.value ?? false;
}

/** "f1 0.71", however the number is written. */
function saidBy(claim: Mapping): string {
  const [name, value] = [scalarAt(claim, "name"), scalarAt(claim, "value")];
  const number = value && readNumber(value.raw);
  const fraction = number?.percent ? Number((number.value / 100).toPrecision(15)) : number?.value;
  return `${name ? textOf(name).toLowerCase() : ""} ${fraction ?? value?.raw ?? ""}`;
}
