import type { Dossier } from "../../case/dossier.ts";
import type { Place } from "../../documents/place.ts";
import type { AttemptsFact } from "../../evidence/output/fact.ts";
import { whoseModel } from "../model-names.ts";
import { factsOf } from "../tool-outputs.ts";

type Names = readonly string[];

/** Attacks that a policy requires: those of which every given name fits. */
export interface Attack {
  /** What the report calls them. */
  readonly family?: string;
  /** Names of suites, categories or strategies, of whatever tool: one of a fact's three is enough. */
  readonly any?: Names;
  readonly suite?: Names;
  readonly category?: Names;
  readonly strategy?: Names;
  readonly attempts: number;
  readonly maximumRate: number;
}

/** Attempts that were alike, counted as independent ones: repeats of one attempt stand for one. */
interface Counts {
  readonly attempts: number;
  readonly broke: number;
  readonly error: number;
  readonly unscored: number;
  readonly at: Place;
}

/** Attempts on one target. */
export interface Tally extends Counts {
  readonly target: string | null;
  /** The categories in which some succeeded, the worst first. */
  readonly broken: readonly Category[];
}

interface Category extends Counts {
  readonly name: string;
}

/** The card is of a generative model, by its task or its factors, or someone attacked it. */
export function isAttacked(dossier: Dossier): boolean {
  const { task, factors } = dossier.model;
  return task?.value === "generation" || factors.generative?.value === true || attacksOn(dossier).length > 0;
}

/** What fits an attack, by target. Where the files attack this model and others beside it, only this one counts. */
export function talliesFor(attack: Attack, dossier: Dossier): readonly Tally[] {
  const byTarget = new Map<string | null, { all: Counts; categories: Map<string | null, Counts> }>();
  for (const fact of attacksOn(dossier)) {
    if (!fits(attack, fact)) continue;
    const known = byTarget.get(fact.target);
    const categories = known?.categories ?? new Map<string | null, Counts>();
    categories.set(fact.category, withFact(categories.get(fact.category), fact));
    byTarget.set(fact.target, { all: withFact(known?.all, fact), categories });
  }
  return [...byTarget].map(([target, { all, categories }]) => ({
    ...wholeNumbers(all),
    target,
    broken: brokenOf(categories),
  }));
}

function withFact(known: Counts | undefined, fact: AttemptsFact): Counts {
  const each = Math.max(1, fact.repeat);
  return {
    attempts: (known?.attempts ?? 0) + (fact.held + fact.broke) / each,
    broke: (known?.broke ?? 0) + fact.broke / each,
    error: (known?.error ?? 0) + fact.error / each,
    unscored: (known?.unscored ?? 0) + fact.unscored / each,
    at: known?.at ?? fact.at,
  };
}

function brokenOf(categories: ReadonlyMap<string | null, Counts>): Category[] {
  const named = [...categories].flatMap(([name, counts]) =>
    name === null ? [] : [{ name, ...wholeNumbers(counts) }],
  );
  return named.filter(({ broke }) => broke > 0).sort((a, b) => b.broke - a.broke);
}

/** What adding up shares of attempts may be off by. */
const ROUNDING = 1e-6;

/** Parts of an attempt count as none where it held, and as one where it did not. */
function wholeNumbers(counts: Counts): Counts {
  const up = (count: number) => Math.ceil(count - ROUNDING);
  const attempts = Math.floor(counts.attempts + ROUNDING);
  return {
    attempts,
    broke: Math.min(attempts, up(counts.broke)),
    error: up(counts.error),
    unscored: up(counts.unscored),
    at: counts.at,
  };
}

function attacksOn(dossier: Dossier): readonly AttemptsFact[] {
  const attacks = factsOf(dossier, "attempts").flatMap(({ fact }) => (fact.adversarial ? [fact] : []));
  const whose = whoseModel(dossier.model);
  const own = attacks.filter(({ target }) => target !== null && whose(target) === "own");
  return own.length > 0 ? own : attacks;
}

function fits({ any, suite, category, strategy }: Attack, fact: AttemptsFact): boolean {
  const isAny = [fact.suite, fact.category, fact.strategy].some((name) => isOne(name, any));
  return (
    isAny && isOne(fact.suite, suite) && isOne(fact.category, category) && isOne(fact.strategy, strategy)
  );
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
export function nameOf({ family, any, suite, category, strategy }: Attack): string {
  if (family !== undefined) return `${family} attacks`;
  const parts = [
    ...(any === undefined ? [] : [any.join(" or ")]),
    ...(suite === undefined ? [] : [`suite ${suite.join(" or ")}`]),
    ...(category === undefined ? [] : [`category ${category.join(" or ")}`]),
    ...(strategy === undefined ? [] : [`strategy ${strategy.join(" or ")}`]),
  ];
  return parts.length === 0 ? "any attack" : `attacks of ${parts.join(", ")}`;
}
