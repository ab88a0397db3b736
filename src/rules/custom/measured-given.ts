import type { Dossier } from "../../case/dossier.ts";
import { type Given, shown } from "../../expressions/value.ts";
import { bindAsk } from "../../measurement/ask.ts";
import type { Binding } from "../../measurement/bind.ts";
import { phraseOf } from "../../measurement/describe.ts";
import type { Measured } from "../../measurement/measured.ts";
import { isTooSmall, TOO_SMALL } from "../../measurement/settle.ts";
import { type MeasuredNeed, nameOf } from "./definition.ts";
import { stated } from "./stated.ts";

/** A need of a rule, bound to the rows of one model. */
export interface BoundNeed {
  readonly name: string;
  readonly binding: Binding;
}

/** Why a measurement is not there, and what would bring it. */
export interface Lack {
  readonly says: string;
  readonly needs: string;
}

interface Outcome {
  readonly given: Given;
  /** The same for a reader. */
  readonly told: string;
}

const DEFAULT_CONFIDENCE = 0.95;

export function boundNeeds(needs: readonly MeasuredNeed[], dossier: Dossier): BoundNeed[] {
  const { at } = dossier.model.id;
  return needs.map((need) => {
    const { metric, split, slice = {}, average = null, threshold = null } = need;
    const confidence = need.confidence ?? DEFAULT_CONFIDENCE;
    return {
      name: nameOf(need),
      binding: bindAsk({ metric, split, slice, average, threshold, confidence, at }, dossier),
    };
  });
}

/** `measured` for one rule and one model, and in words; what could not be measured is absent, and `lacks` says why. */
export function measuredGiven(
  needs: readonly BoundNeed[],
  measured: Measured,
): { given: Given; lacks: ReadonlyMap<string, Lack>; told: readonly string[] } {
  const given: Record<string, Given> = {};
  const lacks = new Map<string, Lack>();
  const told: string[] = [];
  for (const { name, binding } of needs) {
    const outcome = outcomeOf(binding, measured);
    if ("says" in outcome) lacks.set(name, outcome);
    else {
      given[name] = outcome.given;
      told.push(outcome.told);
    }
  }
  return { given, lacks, told };
}

function outcomeOf(binding: Binding, measured: Measured): Outcome | Lack {
  const phrase = phraseOf(binding);
  if (binding.kind !== "bound")
    return { says: `${phrase} cannot be measured: ${binding.says}`, needs: binding.fix };
  const result = measured.of(binding.need);
  if (isTooSmall(binding.need.slice, result))
    return { says: `${phrase}: ${TOO_SMALL}`, needs: "evaluate on more rows of this slice" };
  switch (result.kind) {
    case "cannot-tell":
      return { says: `${phrase} cannot be measured: ${result.says}`, needs: result.fix };
    case "undefined":
      return { says: `${phrase} is undefined: ${result.reason}`, needs: "add rows on which it is defined" };
    case "value": {
      const { value, interval, n } = result;
      const [low, high] = [interval?.low ?? null, interval?.high ?? null];
      const range = low === null || high === null ? "" : ` [${shown(low)}, ${shown(high)}]`;
      const told = `${phrase} is ${shown(value)} on ${n} rows${range}`;
      return { given: stated({ value, low, high, rows: BigInt(n) }), told };
    }
  }
}
