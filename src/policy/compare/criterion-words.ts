import type { Condition, Criterion } from "../../tiering/criterion.ts";
import { and, several } from "./words.ts";

/** `autonomy is autonomous and people_affected is 1000 or more`. */
export function criterionWords({ when }: Criterion): string {
  return and([...when].map(([factor, condition]) => `${factor} ${conditionWords(condition)}`));
}

/** What changed of a criterion that keeps its reason. */
export function whenWords(before: Criterion, after: Criterion): string {
  const factors = [...new Set([...before.when.keys(), ...after.when.keys()])];
  const changes = factors.flatMap((factor) => {
    const [was, is] = [before.when.get(factor), after.when.get(factor)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    if (!was) return `now only when ${factor} ${conditionWords(is!)}`;
    if (!is) return `no longer only when ${factor} ${conditionWords(was)}`;
    return `${factor} ${betweenWords(was, is)}`;
  });
  const tier = before.tier === after.tier ? [] : [`tier ${before.tier} → ${after.tier}`];
  const said = [...tier, ...changes];
  return said.length === 0 ? "written twice" : and(said);
}

/** Of two lists of words, only those that are not in both. */
function betweenWords(was: Condition, is: Condition): string {
  if (was.kind !== "one-of" || is.kind !== "one-of") return `${conditionWords(was)} → ${conditionWords(is)}`;
  const [old, young] = [new Set(was.words), new Set(is.words)];
  const lost = [...old].filter((word) => !young.has(word));
  const gained = [...young].filter((word) => !old.has(word));
  const parts = [
    ...(lost.length === 0 ? [] : [`no longer for ${several(lost)}`]),
    ...(gained.length === 0 ? [] : [`now also for ${several(gained)}`]),
  ];
  return parts.length === 0 ? "in another order" : and(parts);
}

function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case "one-of":
      return `is ${several(condition.words)}`;
    case "is":
      return `is ${condition.value}`;
    case "at-least":
      return `is ${condition.value} or more`;
    case "any":
      return "has any";
  }
}
