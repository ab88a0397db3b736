import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";

/** The importance that `explain_global` states of a term. */
export interface Stated {
  readonly term: string;
  /** NaN when none is written. */
  readonly value: number;
  readonly at: Place;
}

/** `data()`, which is an object of three keys, or `data(-1)`, which has it under `overall`. */
export function isGlobal(root: Json): boolean {
  const overall = overallOf(root);
  const names = [...overall.get("names").items()];
  const isAlone = root.size === 3 || root.get("specific", 0).has("type", "density");
  return (
    isAlone &&
    overall.get("type").text() === "univariate" &&
    overall.get("scores").size === names.length &&
    names.every((name) => name.text() !== null)
  );
}

export function statedIn(root: Json): readonly Stated[] {
  const overall = overallOf(root);
  return [...overall.get("names").items()].map((name, index) => {
    const score = overall.get("scores", index);
    return { term: name.text() ?? "", value: score.number() ?? Number.NaN, at: score.at };
  });
}

function overallOf(root: Json): Json {
  return root.get("overall").isMap ? root.get("overall") : root;
}
