import type { Dossier } from "../../case/dossier.ts";
import type { Place } from "../../documents/place.ts";
import type { AttemptsFact } from "../../evidence/output/fact.ts";
import { whoseModel } from "../model-names.ts";
import { factsOf } from "../tool-outputs.ts";

type Names = readonly string[];

/** Attacks that a policy requires: those of which every given name fits. */
export interface Attack {
  readonly suite?: Names;
  readonly category?: Names;
  readonly strategy?: Names;
  readonly attempts: number;
  readonly maximumRate: number;
}

/** Attempts on one target, counted as independent ones: repeats of one attempt stand for one. */
export interface Tally {
  readonly target: string | null;
  readonly attempts: number;
  readonly broke: number;
  readonly error: number;
  readonly unscored: number;
  readonly at: Place;
}

/** The card is of a generative model, by its task or its factors, or someone attacked it. */
export function isAttacked(dossier: Dossier): boolean {
  const { task, factors } = dossier.model;
  return task?.value === "generation" || factors.generative?.value === true || attacksOn(dossier).length > 0;
}

/** What fits an attack, by target. Where the files attack this model and others beside it, only this one counts. */
export function talliesFor(attack: Attack, dossier: Dossier): readonly Tally[] {
  const byTarget = new Map<string | null, Tally>();
  for (const fact of attacksOn(dossier)) {
    if (!fits(attack, fact)) continue;
    const { target, at } = fact;
    const known = byTarget.get(target) ?? { target, attempts: 0, broke: 0, error: 0, unscored: 0, at };
    const each = Math.max(1, fact.repeat);
    byTarget.set(target, {
      ...known,
      attempts: known.attempts + (fact.held + fact.broke) / each,
      broke: known.broke + fact.broke / each,
      error: known.error + fact.error / each,
      unscored: known.unscored + fact.unscored / each,
    });
  }
  return [...byTarget.values()].map(wholeNumbers);
}

/** What adding up shares of attempts may be off by. */
const ROUNDING = 1e-6;

/** Parts of an attempt count as none where it held, and as one where it did not. */
function wholeNumbers(tally: Tally): Tally {
  const up = (count: number) => Math.ceil(count - ROUNDING);
  const attempts = Math.floor(tally.attempts + ROUNDING);
  return {
    ...tally,
    attempts,
    broke: Math.min(attempts, up(tally.broke)),
    error: up(tally.error),
    unscored: up(tally.unscored),
  };
}

function attacksOn(dossier: Dossier): readonly AttemptsFact[] {
  const attacks = factsOf(dossier, "attempts").flatMap(({ fact }) => (fact.adversarial ? [fact] : []));
  const whose = whoseModel(dossier.model);
  const own = attacks.filter(({ target }) => target !== null && whose(target) === "own");
  return own.length > 0 ? own : attacks;
}

function fits({ suite, category, strategy }: Attack, fact: AttemptsFact): boolean {
  return isOne(fact.suite, suite) && isOne(fact.category, category) && isOne(fact.strategy, strategy);
}

/** The name itself, or the beginning of it up to where the tool divides it: "harmful" is "harmful:hate". */
function isOne(name: string | null, wanted: Names | undefined): boolean {
  if (wanted === undefined) return true;
  if (name === null) return false;
  const plain = name.toLowerCase();
  return wanted.some((one) => {
    const start = one.toLowerCase();
    return (
      plain.startsWith(start) && (plain.length === start.length || /[.:/|]/.test(plain.charAt(start.length)))
    );
  });
}

/** "the attacks promptinject or dan", "any attack". */
export function nameOf({ suite, category, strategy }: Attack): string {
  const parts = [
    ...(suite === undefined ? [] : [`suite ${suite.join(" or ")}`]),
    ...(category === undefined ? [] : [`category ${category.join(" or ")}`]),
    ...(strategy === undefined ? [] : [`strategy ${strategy.join(" or ")}`]),
  ];
  return parts.length === 0 ? "any attack" : `attacks of ${parts.join(", ")}`;
}
