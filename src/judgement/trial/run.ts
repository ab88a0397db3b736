import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import { type Effective, effectivePolicy } from "../../policy/effective.ts";
import type { Policy } from "../../policy/policy.ts";
import type { AnyRule } from "../../rules/rule.ts";
import type { Subject } from "../../rules/subject.ts";
import { type Tiering, tierOf } from "../../tiering/tiering.ts";
import { type Judgement, judge, needsOf } from "../judge.ts";
import { recommend } from "../recommendation.ts";
import { stageOf } from "../stage.ts";
import { tierIn } from "../under.ts";
import type { Prepared } from "./prepared.ts";

/** Where a model of a test stands under a policy. */
export interface Standing {
  readonly tiering: Tiering;
  readonly stage: Lifecycle;
  readonly effective: Effective;
  readonly tierBefore: Tier | null;
}

/** What a policy says of a test's model. */
export interface Outcome extends Standing {
  readonly judgement: Judgement;
}

export function standingOf({ trial, before, dossier }: Prepared, policy: Policy): Standing {
  const { tier, factors, id } = dossier.model;
  const found = tierOf(tier?.value ?? null, factors, policy.tiering);
  const tiering = trial.tier === null ? found : { ...found, effective: trial.tier };
  const after = trial.facts.removed === true ? null : dossier;
  const stage = stageOf({ id: id.value, before, after, twins: [] }, policy.undeclaredStage, trial.stage);
  const tierBefore = before && (trial.tier ?? tierIn(before, policy));
  return { tiering, stage, tierBefore, effective: effectivePolicy(policy, tiering.effective, stage) };
}

/** Judges as the gate does: the same rules, and a judge that knows of no test. */
export function outcomeOf(prepared: Prepared, standing: Standing, rules: readonly AnyRule[]): Outcome {
  const { trial, before, dossier, bindings, answers, approvals } = prepared;
  const { tiering, stage, effective, tierBefore } = standing;
  const { facts } = trial;
  const subject: Subject = {
    before,
    after: dossier,
    removed: facts.removed === true,
    twins: facts.same_id ?? [],
    tiering,
    stage,
    asOf: trial.asOf,
    bindings,
    approvals,
    tierBefore,
    policyChanges: (facts.policy_changed ?? []).map((path) => ({ path, problems: [] })),
  };
  const measured = answers.to(needsOf(subject, effective, rules));
  return { ...standing, judgement: judge(subject, effective, measured, rules) };
}

/** The same when only some of the rules are asked for something else, and nothing else has changed. */
export function outcomeAgain(
  prepared: Prepared,
  earlier: Outcome,
  effective: Effective,
  changed: readonly AnyRule[],
): Outcome {
  const { judgement: before } = earlier;
  const standing = { ...earlier, effective };
  if (changed.length === 0) return { ...standing, judgement: before };
  const { judgement: fresh } = outcomeOf(prepared, standing, changed);
  const ids = new Set(changed.map(({ id }) => id));
  const findings = [...before.findings.filter(({ rule }) => !ids.has(rule)), ...fresh.findings];
  const checks = [...before.checks.filter(({ rule }) => !ids.has(rule.id)), ...fresh.checks];
  const judgement = { recommendation: recommend(findings), checks, findings, faults: fresh.faults };
  return { ...standing, judgement };
}
