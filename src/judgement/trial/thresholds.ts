import type { Plain } from "../../documents/plain.ts";
import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import { effectivePolicy } from "../../policy/effective.ts";
import { policyOf } from "../../policy/load.ts";
import type { Policy } from "../../policy/policy.ts";
import type { FoundPolicy } from "../../policy/source.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { expressionSteps } from "./expression-steps.ts";
import { type Outcome, outcomeAgain, outcomeOf, standingOf } from "./run.ts";
import { stepsFrom } from "./step.ts";
import type { Tested } from "./tested.ts";
import { type Change, Tries } from "./tries.ts";
import { type WrittenValue, withValue, writtenValues } from "./written-values.ts";

/** One step away from a written value, and whether any test noticed. */
export interface TriedStep {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly from: string;
  /** Null where the item was left out. */
  readonly to: string | null;
  /** The name of the first test that fails; null when none does: this side of the value is not reached. */
  readonly noticedBy: string | null;
  /** No tier asks for anything else at any stage, so that no test can notice: another file asks for as much. */
  readonly isIdle: boolean;
}

/**
 * Changes every value that the policy's own file writes by one step, in its rules' expressions too, and runs the tests
 * that it may concern again.
 */
export async function tryThresholds(
  tested: readonly Tested[],
  files: readonly FoundPolicy[],
  rules: readonly AnyRule[],
): Promise<readonly TriedStep[]> {
  const [own, ...extended] = files;
  if (!own) throw new RangeError("a policy is made of at least one file");
  const tries = new Tries(tested);
  const asIs = policyOf(files);
  const ofValues = writtenValues(own).flatMap((written) => {
    const { line, column, raw, pointers } = written;
    const [pointer = ""] = pointers;
    return stepsFrom(written.value, raw, pointer, rules).map((next): TriedStep => {
      const policy = policyOf([withValue(own, written, next), ...extended]);
      const noticedBy = tries.noticing(valueChange(written, policy, rules));
      const rule = ruleOf(pointer, rules);
      const isIdle = noticedBy === null && rule !== null && asksAlike(rule, asIs, policy);
      return { path: own.path, line, column, pointer, from: raw, to: shown(next), noticedBy, isIdle };
    });
  });
  const ofExpressions = (await expressionSteps(own)).map(({ rule, ...step }): TriedStep => {
    const noticedBy = tries.noticing(expressionChange(rule, step.from, rules));
    return { path: own.path, ...step, noticedBy, isIdle: false };
  });
  return [...ofValues, ...ofExpressions].sort((a, b) => a.line - b.line || a.column - b.column);
}

function shown(step: Plain): string | null {
  return step === null ? null : String(step);
}

function valueChange({ pointers, raw }: WrittenValue, policy: Policy, rules: readonly AnyRule[]): Change {
  const rule = ruleOf(pointers[0] ?? "", rules);
  const isOfTiering = pointers.some(
    (pointer) => pointer.startsWith("/tiering/") || pointer.startsWith("/stages/"),
  );
  return {
    tiers: pointers.map((pointer) => /^\/tiers\/([a-z]+)\//.exec(pointer)?.[1] ?? null),
    rule: rule?.id ?? null,
    raw,
    outcomeOf: (one) =>
      isOfTiering ? stoodElsewhere(one, policy, rules) : askedOtherwise(one, policy, rule, rules),
  };
}

function expressionChange(changed: AnyRule, raw: string, rules: readonly AnyRule[]): Change {
  const all = rules.map((rule) => (rule.id === changed.id ? changed : rule));
  return {
    tiers: [null],
    rule: changed.id,
    raw,
    outcomeOf({ prepared, outcome }) {
      if (outcome.effective.force(changed).kind !== "in-force") return null;
      // Of a card that cannot be read, one rule may speak for all.
      const whole = prepared.dossier.card.root === null;
      return outcomeAgain(prepared, outcome, outcome.effective, whole ? all : [changed]);
    },
  };
}

/** Whether two policies ask the same of a rule, in every tier and at every stage. */
function asksAlike(rule: AnyRule, one: Policy, other: Policy): boolean {
  const asked = (policy: Policy) =>
    TIERS.map((tier) => LIFECYCLES.map((stage) => effectivePolicy(policy, tier, stage).force(rule)));
  return JSON.stringify(asked(one)) === JSON.stringify(asked(other));
}

function ruleOf(pointer: string, rules: readonly AnyRule[]): AnyRule | null {
  const [, id] = /\/(?:custom_)?rules\/([^/]+)/.exec(pointer) ?? [];
  const plain = id?.replaceAll("~1", "/");
  return rules.find((rule) => rule.id === plain) ?? null;
}

/** Null where the tier, its reasons and the stage stay what they are. */
function stoodElsewhere(
  { prepared, outcome }: Tested,
  policy: Policy,
  rules: readonly AnyRule[],
): Outcome | null {
  const standing = standingOf(prepared, policy);
  const isSame =
    standing.stage === outcome.stage && JSON.stringify(standing.tiering) === JSON.stringify(outcome.tiering);
  if (isSame) return null;
  // Where the tier itself gives the step away, nobody needs to judge.
  const { tier } = prepared.trial.expect;
  const told = tier !== undefined && tier !== standing.tiering.effective;
  return told ? { ...outcome, ...standing } : outcomeOf(prepared, standing, rules);
}

/** Null where the same is asked of the model. */
function askedOtherwise(
  { prepared, outcome }: Tested,
  policy: Policy,
  rule: AnyRule | null,
  rules: readonly AnyRule[],
): Outcome | null {
  const effective = effectivePolicy(policy, outcome.tiering.effective, outcome.stage);
  if (rule === null) {
    const isSame = effective.blocking === outcome.effective.blocking;
    const standing = { ...outcome, effective };
    return isSame ? standing : outcomeOf(prepared, standing, rules);
  }
  const isSame = JSON.stringify(effective.force(rule)) === JSON.stringify(outcome.effective.force(rule));
  if (isSame) return null;
  // Of a card that cannot be read, one rule may speak for all.
  const whole = prepared.dossier.card.root === null;
  return outcomeAgain(prepared, outcome, effective, whole ? rules : [rule]);
}
