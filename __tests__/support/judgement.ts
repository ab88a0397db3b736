import { type Judgement, judge } from "../../src/judgement/judge.ts";
import { Measured } from "../../src/measurement/measured.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { RuleSetting } from "../../src/policy/policy.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import type { Subject } from "../../src/rules/subject.ts";
import { type PolicyWishes, policyOf } from "./policies.ts";
import { subjectOf } from "./subjects.ts";

const NOTHING_MEASURED = new Measured(new Map());

/** A model `m` whose card says nothing else. */
export const subject: Subject = await subjectOf({ "model-card.yaml": "model: { id: m }\n" });

/** What rules that need nothing measured make of a model. */
export function judged(
  rules: readonly AnyRule[],
  wishes: PolicyWishes = {},
  seen: Subject = subject,
): Judgement {
  return judge(seen, effectivePolicy(policyOf(wishes), "low", seen.stage), NOTHING_MEASURED, rules);
}

export const setting = (severity: RuleSetting["severity"], id = "test/rule") => ({
  [id]: severity ? { severity } : {},
});
