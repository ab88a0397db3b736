import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import type { AttemptGroups } from "../attempt-groups.ts";

/** Why a run was not a whole one. `expected` is how many rows its configuration asks for at least, if that is known. */
export function shortfallsOf(groups: AttemptGroups, expected: number | null, whole: Json): Shortfall[] {
  const { attempts, total } = groups;
  if (attempts === 0) {
    const says = "promptfoo ran no test";
    const fix = "run `promptfoo eval` with its tests, and commit what it writes";
    return [{ code: "empty", says, fix, at: whole.at }];
  }
  const shortfalls: Shortfall[] = [];
  if (expected !== null && attempts < expected) {
    const says = `${attempts} of the ${expected} answers that its configuration asks for are there`;
    const fix = "run it without `--filter-…` options and to its end";
    shortfalls.push({ code: "limited", says, fix, at: whole.at });
  }
  if (total.unscored > 0) {
    const says = `${total.unscored} of ${attempts} rows assert nothing, so that they pass whatever the answer is`;
    shortfalls.push({ code: "nothing-asserted", says, fix: "give every test an `assert`", at: whole.at });
  }
  if (total.error > 0) {
    const says = `${total.error} of ${attempts} rows failed to run`;
    const fix = "run them again with `promptfoo eval --retry-errors`";
    shortfalls.push({ code: "errors", says, fix, at: whole.at });
  }
  return shortfalls;
}
