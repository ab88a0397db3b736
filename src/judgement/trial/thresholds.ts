import type { Plain } from "../../documents/plain.ts";
import { effectivePolicy } from "../../policy/effective.ts";
import { type FoundPolicy, policyOf } from "../../policy/load.ts";
import type { Policy } from "../../policy/policy.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { mismatches } from "./mismatch.ts";
import type { Prepared } from "./prepared.ts";
import { type Outcome, outcomeAgain, outcomeOf, standingOf } from "./run.ts";
import { stepsFrom } from "./step.ts";
import type { Tested } from "./tested.ts";
import { type WrittenValue, withValue, writtenValues } from "./written-values.ts";

/** One step away from a written value, and whether any test noticed. */
export interface TriedStep {
  readonly path: string;
  readonly line: number;
  readonly pointer: string;
  readonly from: string;
  /** Null where the item was left out. */
  readonly to: string | null;
  /** The name of the first test that fails; null when none does: this side of the value is not reached. */
  readonly noticedBy: string | null;
}

/** Changes every value that the policy's own file writes by one step, and runs the tests that it may concern again. */
export function tryThresholds(
  tested: readonly Tested[],
  files: readonly FoundPolicy[],
  rules: readonly AnyRule[],
): readonly TriedStep[] {
  const [own, ...extended] = files;
  if (!own) throw new RangeError("a policy is made of at least one file");
  const tries = new Tries(tested, rules);
  return writtenValues(own).flatMap((written) => {
    const [pointer = ""] = written.pointers;
    return stepsFrom(written.value, written.raw, pointer, rules).map((next): TriedStep => {
      const changed = policyOf([withValue(own, written, next), ...extended]);
      const noticedBy = tries.noticing(changed, written);
      return { path: own.path, line: written.line, pointer, from: written.raw, to: shown(next), noticedBy };
    });
  });
}

function shown(step: Plain): string | null {
  return step === null ? null : String(step);
}

/** The tests, those first that are likely to notice: one that noticed the step before, and those that speak of it. */
class Tries {
  readonly #tested: readonly Tested[];
  readonly #rules: readonly AnyRule[];
  #latest: Tested | null = null;

  constructor(tested: readonly Tested[], rules: readonly AnyRule[]) {
    this.#tested = tested;
    this.#rules = rules;
  }

  noticing(policy: Policy, written: WrittenValue): string | null {
    for (const one of this.#inOrder(written)) {
      if (!this.#notices(one, policy, written)) continue;
      this.#latest = one;
      const { name, label } = one.prepared.trial;
      return label === "" ? name : `${name} (${label})`;
    }
    return null;
  }

  #notices({ prepared, outcome }: Tested, policy: Policy, written: WrittenValue): boolean {
    const changed = isOfTiering(written)
      ? this.#stoodElsewhere(prepared, outcome, policy)
      : this.#askedOtherwise(prepared, outcome, policy, written);
    return changed !== null && mismatches(prepared.trial.expect, changed).length > 0;
  }

  /** Null where the tier, its reasons and the stage stay what they are. */
  #stoodElsewhere(prepared: Prepared, outcome: Outcome, policy: Policy): Outcome | null {
    const standing = standingOf(prepared, policy);
    const isSame =
      standing.stage === outcome.stage &&
      JSON.stringify(standing.tiering) === JSON.stringify(outcome.tiering);
    if (isSame) return null;
    // Where the tier itself gives the step away, nobody needs to judge.
    const { tier } = prepared.trial.expect;
    const told = tier !== undefined && tier !== standing.tiering.effective;
    return told ? { ...outcome, ...standing } : outcomeOf(prepared, standing, this.#rules);
  }

  /** Null where the same is asked of the model. */
  #askedOtherwise(
    prepared: Prepared,
    outcome: Outcome,
    policy: Policy,
    written: WrittenValue,
  ): Outcome | null {
    const effective = effectivePolicy(policy, outcome.tiering.effective, outcome.stage);
    const rule = this.#ruleOf(written);
    if (rule === null) {
      const isSame = effective.blocking === outcome.effective.blocking;
      const standing = { ...outcome, effective };
      return isSame ? standing : outcomeOf(prepared, standing, this.#rules);
    }
    const isSame = JSON.stringify(effective.force(rule)) === JSON.stringify(outcome.effective.force(rule));
    if (isSame) return null;
    // Of a card that cannot be read, one rule may speak for all.
    const whole = prepared.dossier.card.root === null;
    return outcomeAgain(prepared, outcome, effective, whole ? this.#rules : [rule]);
  }

  #ruleOf({ pointers: [pointer = ""] }: WrittenValue): AnyRule | null {
    const [, id] = /\/rules\/([^/]+)/.exec(pointer) ?? [];
    const plain = id?.replaceAll("~1", "/");
    return this.#rules.find((rule) => rule.id === plain) ?? null;
  }

  *#inOrder(written: WrittenValue): Generator<Tested> {
    const { pointers, raw } = written;
    const tiers = pointers.map((pointer) => /^\/tiers\/([a-z]+)\//.exec(pointer)?.[1] ?? null);
    const concerned = this.#tested.filter(
      ({ outcome }) => tiers.includes(null) || tiers.includes(outcome.tiering.effective),
    );
    const rule = this.#ruleOf(written)?.id;
    const speaks = ({ prepared: { trial } }: Tested) =>
      rule === undefined
        ? trial.label.includes(raw)
        : (trial.expect.findings?.some((one) => one.rule === rule) ?? false) ||
          (trial.expect.absent?.includes(rule) ?? false);
    if (this.#latest && concerned.includes(this.#latest)) yield this.#latest;
    const rest = concerned.filter((one) => one !== this.#latest);
    yield* rest.filter(speaks);
    yield* rest.filter((one) => !speaks(one));
  }
}

function isOfTiering({ pointers }: WrittenValue): boolean {
  return pointers.some((pointer) => pointer.startsWith("/tiering/") || pointer.startsWith("/stages/"));
}
