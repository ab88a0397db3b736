import { LIFECYCLES, type Lifecycle, type Tier } from "../inventory/vocabulary.ts";
import type { Measured } from "../measurement/measured.ts";
import { effectivePolicy } from "../policy/effective.ts";
import type { Acceptance, Policy } from "../policy/policy.ts";
import { SEVERITIES, type Severity } from "../policy/severity.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Subject } from "../rules/subject.ts";
import { rank } from "../tiering/rank.ts";
import { tierOf } from "../tiering/tiering.ts";
import type { Turn } from "../tiering/turn.ts";
import { type Judgement, judge } from "./judge.ts";
import type { Recommendation } from "./recommendation.ts";

/** What would lift a hold beside mending what is wrong; each is somebody's to decide. */
export type WayOut =
  /** Who may accept the findings of a severity that hold the model; null where the policy lets nobody. */
  | {
      readonly kind: "accept";
      readonly severity: Severity;
      readonly findings: number;
      readonly by: Acceptance | null;
    }
  /** The stage, the furthest before today's, at which the same card and evidence are not held. */
  | { readonly kind: "stage"; readonly stage: Lifecycle; readonly recommendation: Recommendation }
  /** A factor that, were it otherwise, would give a lower tier at which the model is not held. */
  | { readonly kind: "factor"; readonly turn: Turn; readonly recommendation: Recommendation };

/** A judged subject with all that it was judged by. */
export interface Standing {
  readonly policy: Policy;
  readonly subject: Subject;
  readonly measured: Measured;
  readonly rules: readonly AnyRule[];
  readonly judgement: Judgement;
}

/** None for a model that is not held. Alternatives are judged by what was measured; one that needs more is not told. */
export function waysOut(standing: Standing): readonly WayOut[] {
  const { judgement, subject } = standing;
  if (judgement.recommendation !== "hold" || subject.removed) return [];
  return [...acceptances(standing), ...earlierStage(standing), ...otherFactors(standing)];
}

function acceptances({ policy, subject, judgement }: Standing): readonly WayOut[] {
  const { accept } = effectivePolicy(policy, subject.tiering.effective, subject.stage);
  return SEVERITIES.flatMap((severity): WayOut[] => {
    const holding = judgement.findings.filter((finding) => finding.blocking && finding.severity === severity);
    return holding.length === 0
      ? []
      : [{ kind: "accept", severity, findings: holding.length, by: accept[severity] ?? null }];
  });
}

function earlierStage(standing: Standing): readonly WayOut[] {
  const { subject } = standing;
  if (subject.stage === "retired") return [];
  const earlier = LIFECYCLES.slice(0, Math.max(0, LIFECYCLES.indexOf(subject.stage))).reverse();
  for (const stage of earlier) {
    const recommendation = judgedAs(standing, { ...subject, stage }, subject.tiering.effective);
    if (recommendation !== null && recommendation !== "hold")
      return [{ kind: "stage", stage, recommendation }];
  }
  return [];
}

function otherFactors(standing: Standing): readonly WayOut[] {
  const { subject, policy } = standing;
  const { tiering, after } = subject;
  // Where the card declares more than its factors give, no factor decides.
  if (tiering.computed !== tiering.effective) return [];
  return tiering.turns().flatMap((turn): WayOut[] => {
    if (rank(turn.tier) >= rank(tiering.effective)) return [];
    const stated = after.model.factors[turn.factor];
    if (stated === null) return [];
    const factors = { ...after.model.factors, [turn.factor]: { ...stated, value: turn.value } };
    const tier = after.model.tier && { ...after.model.tier, value: turn.tier };
    const model = { ...after.model, factors, tier };
    const other = {
      ...subject,
      before: null,
      after: { ...after, model },
      tiering: tierOf(turn.tier, factors, policy.tiering),
    };
    const recommendation = judgedAs(standing, other, turn.tier);
    return recommendation === null || recommendation === "hold"
      ? []
      : [{ kind: "factor", turn, recommendation }];
  });
}

/** Null when a rule would need what was not measured. */
function judgedAs(
  { policy, measured, rules }: Standing,
  subject: Subject,
  tier: Tier,
): Recommendation | null {
  const { faults, recommendation } = judge(
    subject,
    effectivePolicy(policy, tier, subject.stage),
    measured,
    rules,
  );
  return faults.length > 0 ? null : recommendation;
}
