import type { Receiver, RouteFact } from "../../output/fact.ts";
import type { Json } from "../../output/json.ts";

/** Places that alerts go to by name, without a tree that leads there; none when there are none. */
export function destinations(receivers: readonly Receiver[], at: Json): RouteFact[] {
  if (receivers.length === 0) return [];
  const root = { receiver: null, matchers: [], continues: false, routes: [] };
  return [{ kind: "route", root, receivers, at: at.at }];
}

/** Receivers of the same name as one. */
export function gathered(each: Iterable<Receiver>): readonly Receiver[] {
  const ways = new Map<string, string[]>();
  for (const { name, through } of each) ways.set(name, [...(ways.get(name) ?? []), ...through]);
  return [...ways].map(([name, through]) => ({ name, through: [...new Set(through)] }));
}
