import type { Case } from "../case/case.ts";
import type { Lifecycle } from "../inventory/vocabulary.ts";

/** The stages on the way into use. A retired model has left that way. */
const ON_THE_WAY: readonly Lifecycle[] = ["development", "staging", "production"];

/**
 * The stage that a case is judged at: the one asked for, else the card's, else the policy's for cards without one.
 * A change cannot put a model back to where less is asked: it is judged at the stage that it comes from.
 */
export function stageOf({ before, after }: Case, undeclared: Lifecycle, asked: Lifecycle | null): Lifecycle {
  if (asked !== null) return asked;
  const was = before ? (before.model.lifecycle?.value ?? undeclared) : null;
  const is = after ? (after.model.lifecycle?.value ?? undeclared) : null;
  if (was === null || is === null) return is ?? was ?? undeclared;
  const isPutBack = ON_THE_WAY.includes(is) && ON_THE_WAY.indexOf(is) < ON_THE_WAY.indexOf(was);
  return isPutBack ? was : is;
}
