import type { Finding } from "./finding.ts";
import { against } from "./relation.ts";
import type { Resolved } from "./resolved.ts";
import type { Window } from "./window.ts";

/** A law that gives one quantity's range from those of others, whatever the number of rows. */
export interface Identity {
  readonly gives: string;
  readonly from: readonly string[];
  readonly law: string;
  range(...from: Window[]): Window;
}

/** Every identity whose quantities are all there. */
export function identityFindings(
  identities: readonly Identity[],
  named: ReadonlyMap<string | undefined, Resolved>,
): Finding[] {
  return identities.flatMap(({ gives, from, law, range }) => {
    const one = named.get(gives);
    const others = from.flatMap((name) => named.get(name) ?? []);
    if (one === undefined || others.length < from.length) return [];
    return [against(one, others, range(...others.map(({ window }) => window)), law)];
  });
}
