import type { Dossier } from "../../case/dossier.ts";
import type { BoundTask } from "../../statistics/consistency/resolved.ts";
import type { Binding } from "../bind.ts";
import type { Measured } from "../measured.ts";
import { type Consistency, consistencies } from "./consistent.ts";
import { bySameRows } from "./group.ts";
import { type OfSlices, overallsOfSlices } from "./slices.ts";
import { statedNumber } from "./stated-number.ts";

/** All that a card's numbers say of one another. */
export interface Together {
  readonly groups: readonly Consistency[];
  readonly overalls: readonly OfSlices[];
}

/** Scores that the searches for one model may compute: seconds, however many groups its card has. */
const STEPS_OF_A_MODEL = 6e7;

/** The card's numbers held against one another: those of the same rows, and those of all rows against their groups'. */
export function heldTogether(
  bindings: readonly Binding[],
  measured: Measured,
  task: BoundTask,
  dossier: Dossier,
): Together {
  const numbers = bindings.flatMap((binding) => statedNumber(binding, task, measured) ?? []);
  const steps = { left: STEPS_OF_A_MODEL };
  const groups = bySameRows(numbers).flatMap((rows) => consistencies(rows, task, dossier, steps));
  const counted = groups.flatMap(({ facts: { n }, numberOf }) =>
    n === null ? [] : [...numberOf.values()].map((number) => ({ number, n })),
  );
  return { groups, overalls: overallsOfSlices(counted, task) };
}
