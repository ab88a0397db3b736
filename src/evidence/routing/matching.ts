import type { Matcher } from "../output/fact.ts";
import { matchesWhole } from "./pattern.ts";

/** An alert's labels. Null is a value that is known only when the alert fires; a label that is not there is "". */
export type AlertLabels = ReadonlyMap<string, string | null>;

/** Whether all matchers accept the labels; null when that cannot be told. */
export function allMatch(matchers: readonly Matcher[], labels: AlertLabels): boolean | null {
  let known = true;
  for (const matcher of matchers) {
    const match = matches(matcher, labels);
    if (match === false) return false;
    if (match === null) known = false;
  }
  return known ? true : null;
}

function matches({ label, operator, value }: Matcher, labels: AlertLabels): boolean | null {
  const given = labels.has(label) ? labels.get(label)! : "";
  if (given === null) return null;
  switch (operator) {
    case "=":
      return given === value;
    case "!=":
      return given !== value;
    case "=~":
      return matchesWhole(value, given);
    case "!~": {
      const match = matchesWhole(value, given);
      return match === null ? null : !match;
    }
  }
}
