import type { Problem } from "../../documents/problem.ts";
import type { Policy } from "../../policy/policy.ts";
import type { AnyRule } from "../../rules/rule.ts";
import type { Caps } from "../../workspace/caps.ts";
import { type Mismatch, mismatches } from "./mismatch.ts";
import { type Prepared, Preparing } from "./prepared.ts";
import { type Outcome, outcomeOf, standingOf } from "./run.ts";
import type { Trial } from "./trial.ts";
import { eachOnce } from "./trial-problems.ts";

/** One test under the policy. It passes when nothing is expected in vain. */
export interface Tested {
  readonly prepared: Prepared;
  readonly outcome: Outcome;
  readonly mismatches: readonly Mismatch[];
}

export type Testing = { readonly tested: readonly Tested[] } | { readonly problems: readonly Problem[] };

/** Every test of a file under one policy; or what its facts say that no card of theirs can mean. */
export async function testPolicy(
  trials: readonly Trial[],
  policy: Policy,
  rules: readonly AnyRule[],
  caps: Caps,
): Promise<Testing> {
  const tested: Tested[] = [];
  const problems: Problem[] = [];
  const preparing = new Preparing(caps);
  for (const trial of trials) {
    const prepared = await preparing.prepare(trial);
    problems.push(...prepared.problems);
    if (prepared.problems.length > 0) continue;
    const outcome = outcomeOf(prepared, standingOf(prepared, policy), rules);
    tested.push({ prepared, outcome, mismatches: mismatches(trial.expect, outcome) });
  }
  return problems.length > 0 ? { problems: eachOnce(problems) } : { tested };
}
