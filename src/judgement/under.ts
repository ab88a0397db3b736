import { type Case, isPresent } from "../case/case.ts";
import type { Dossier } from "../case/dossier.ts";
import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import { type Binding, bindClaim } from "../measurement/bind.ts";
import { execute } from "../measurement/execute.ts";
import type { Measured } from "../measurement/measured.ts";
import type { MetricNeed, Need } from "../measurement/need.ts";
import { metricsIn, planOf } from "../measurement/plan.ts";
import { type Effective, effectivePolicy } from "../policy/effective.ts";
import type { Policy } from "../policy/policy.ts";
import { RULES } from "../rules/catalogue.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Subject } from "../rules/subject.ts";
import { tierOf } from "../tiering/tiering.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import { type Judgement, judge, needsOf } from "./judge.ts";
import { stageOf } from "./stage.ts";

/** What a case is judged with, whatever the policy. */
export interface Circumstances {
  readonly head: Tree;
  readonly caps: Caps;
  /** Judge as if at this stage. */
  readonly stage: Lifecycle | null;
  /** UTC date, YYYY-MM-DD. */
  readonly asOf: string;
  readonly changes: Subject["policyChanges"];
  readonly approvals: Subject["approvals"];
  /** What is measured beside what the rules of the first policy want. */
  also(subject: Subject): readonly Need[];
}

/** A case as one policy sees it. */
export interface View {
  readonly subject: Subject;
  readonly effective: Effective;
  readonly rules: readonly AnyRule[];
  readonly judgement: Judgement;
}

export interface Views {
  readonly view: View;
  /** The same case under the other policy; null where there is none. */
  readonly other: View | null;
  readonly measured: Measured;
  /** Every metric that is wanted under the first policy. */
  readonly metrics: readonly MetricNeed[];
}

/** A case judged under one policy, and under another one beside it: each table is read once for both. */
export async function judgeUnder(
  policy: Policy,
  otherPolicy: Policy | null,
  one: Case,
  circumstances: Circumstances,
): Promise<Views> {
  const dossier = one.after ?? one.before!;
  const bindings = dossier.model.claims.map((claim) => bindClaim(claim, dossier));
  const first = seenBy(policy, one, bindings, circumstances);
  const second = otherPolicy && seenBy(otherPolicy, one, bindings, circumstances);
  const needs = [...wanted(first), ...circumstances.also(first.subject)];
  const plan = planOf(second ? [...needs, ...wanted(second)] : needs);
  const measured = await execute(circumstances.head, dossier, plan, circumstances.caps);
  return {
    view: judged(first, measured),
    other: second && judged(second, measured),
    measured,
    metrics: metricsIn(planOf(needs)),
  };
}

/** The tier that a policy gives a case, and the stage that it is judged at. */
export function standing(one: Case, policy: Policy, asked: Lifecycle | null) {
  const { tier, factors } = (one.after ?? one.before!).model;
  return {
    tiering: tierOf(tier?.value ?? null, factors, policy.tiering),
    stage: stageOf(one, policy.undeclaredStage, asked),
  };
}

/** The tier that one side's card has by itself. */
export function tierIn({ model }: Dossier, policy: Policy): Tier {
  return tierOf(model.tier?.value ?? null, model.factors, policy.tiering).effective;
}

type Seen = Omit<View, "judgement">;

function seenBy(
  policy: Policy,
  one: Case,
  bindings: readonly Binding[],
  { stage: asked, asOf, changes, approvals }: Circumstances,
): Seen {
  const { tiering, stage } = standing(one, policy, asked);
  const subject: Subject = {
    before: one.before,
    after: one.after ?? one.before!,
    removed: !isPresent(one),
    twins: one.twins,
    tiering,
    stage,
    asOf,
    bindings,
    approvals,
    tierBefore: one.before && tierIn(one.before, policy),
    policyChanges: changes,
  };
  const effective = effectivePolicy(policy, tiering.effective, stage);
  return { subject, effective, rules: [...RULES, ...policy.customRules] };
}

function wanted({ subject, effective, rules }: Seen): Need[] {
  return needsOf(subject, effective, rules);
}

function judged(seen: Seen, measured: Measured): View {
  return { ...seen, judgement: judge(seen.subject, seen.effective, measured, seen.rules) };
}
