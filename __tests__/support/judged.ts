import { judge, needsOf } from "../../src/judgement/judge.ts";
import type { Judged } from "../../src/judgement/judged.ts";
import { waysOut } from "../../src/judgement/ways-out.ts";
import { bindClaim } from "../../src/measurement/bind.ts";
import { execute } from "../../src/measurement/execute.ts";
import { metricsIn, planOf } from "../../src/measurement/plan.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { recordNeeds } from "../../src/report/record-needs.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import type { Subject } from "../../src/rules/subject.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import type { Files } from "./dossier.ts";
import { memoryTree } from "./memory-tree.ts";
import { policyOf } from "./policies.ts";
import { subjectOf } from "./subjects.ts";

export interface Judging extends Partial<Pick<Subject, "removed" | "stage" | "tiering">> {
  readonly rules?: readonly AnyRule[];
  readonly policy?: Policy;
  readonly change?: Judged["change"];
}

/** The one model of these files at the end of the road, judged by the given rules alone. */
export async function judgedOf(files: Files, wishes: Judging = {}): Promise<Judged> {
  const { rules = [], policy = policyOf(), change = null, ...seen } = wishes;
  const found = await subjectOf(files, seen);
  const bindings = found.after.model.claims.map((claim) => bindClaim(claim, found.after));
  const subject: Subject = { ...found, bindings };
  const effective = effectivePolicy(policy, subject.tiering.effective, subject.stage);
  const needs = [...needsOf(subject, effective, rules), ...recordNeeds(subject)];
  const plan = planOf(needs);
  const measured = await execute(memoryTree(files), subject.after, plan, CAPS);
  const id = subject.after.model.id.value;
  const one = subject.removed
    ? { id, before: subject.after, after: null, twins: [] }
    : { id, before: null, after: subject.after, twins: [] };
  const judgement = judge(subject, effective, measured, rules);
  return {
    kind: "judged",
    case: one,
    change,
    subject,
    effective,
    measured,
    metrics: metricsIn(plan),
    judgement,
    waysOut: waysOut({ policy, subject, measured, rules, judgement }),
  };
}
