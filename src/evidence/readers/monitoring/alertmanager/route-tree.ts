import type { Matcher, Route } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { scalarText, textsOf, truth } from "../labels.ts";

const MOST_LEVELS = 100;

/** Why a tree is refused, and where. */
export class RouteFault extends Error {
  readonly json: Json;
  constructor(json: Json, says: string) {
    super(says);
    this.json = json;
  }
}

/** Reads what a tool's route matches; throws a RouteFault where the tool would refuse it. */
export type ReadMatchers = (route: Json) => readonly Matcher[];

/** A route and all below it. A route without a receiver has its parent's. */
export function routeTree(json: Json, matchersOf: ReadMatchers, level = 1): Route {
  if (level > MOST_LEVELS)
    throw new RouteFault(json, `routes are nested more than ${MOST_LEVELS} levels deep`);
  return {
    receiver: scalarText(json.get("receiver")) || null,
    matchers: matchersOf(json),
    continues: truth(json.get("continue")) === true,
    routes: [...json.get("routes").items()].map((child) => routeTree(child, matchersOf, level + 1)),
  };
}

/** `match` and `match_re`, the form before 0.22. */
export function oldMatchers(route: Json): readonly Matcher[] {
  const equal = Object.entries(textsOf(route.get("match")));
  const pattern = Object.entries(textsOf(route.get("match_re")));
  return [
    ...equal.map(([label, value]): Matcher => ({ label, operator: "=", value })),
    ...pattern.map(([label, value]): Matcher => ({ label, operator: "=~", value })),
  ];
}
