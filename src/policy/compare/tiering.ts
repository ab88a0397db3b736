import { LIFECYCLES, type Lifecycle } from "../../inventory/vocabulary.ts";
import type { Criterion } from "../../tiering/criterion.ts";
import { rank } from "../../tiering/rank.ts";
import { spelt } from "../../tiering/words.ts";
import { type Origin, originOf } from "../layers.ts";
import type { Policy } from "../policy.ts";
import { covers } from "./cover.ts";
import { criterionWords, whenWords } from "./criterion-words.ts";
import { told } from "./parameters.ts";
import { NOWHERE, type Shift, type Side, verdictOf } from "./shift.ts";
import { several } from "./words.ts";

/** Looser where models could get a lower tier, or be judged as at an earlier stage. */
export function tieringShifts(before: Policy, after: Policy): readonly Shift[] {
  return [
    ...undeclaredTier(before, after),
    ...undeclaredStage(before, after),
    ...criteria(before, after),
    ...harmless(before, after),
  ];
}

function undeclaredTier(before: Policy, after: Policy): readonly Shift[] {
  const tierOf = ({ tiering }: Policy) => tiering.undeclared;
  const more = rank(tierOf(after)) - rank(tierOf(before));
  if (more === 0) return [];
  const side = (policy: Policy) => placed(policy, tierOf(policy), "/tiering/undeclared");
  return [
    told(SUBJECT, "a model of unknown tier is judged as", verdictOf(more), [side(before), side(after)]),
  ];
}

/** A retired model has left the road. */
const LATER: readonly Lifecycle[] = ["retired", ...LIFECYCLES.filter((stage) => stage !== "retired")];

function undeclaredStage(before: Policy, after: Policy): readonly Shift[] {
  const more = LATER.indexOf(after.undeclaredStage) - LATER.indexOf(before.undeclaredStage);
  if (more === 0) return [];
  const side = (policy: Policy) => placed(policy, policy.undeclaredStage, "/stages/undeclared");
  const what = "a model of unknown stage is judged as if in";
  return [told("stages", what, verdictOf(more), [side(before), side(after)])];
}

const SUBJECT = "tiering";

interface Placed {
  readonly criterion: Criterion;
  readonly at: readonly Origin[];
  /** What it asks for and gives, without its reason. */
  readonly key: string;
}

function criteria(before: Policy, after: Policy): readonly Shift[] {
  const [old, young] = [criteriaOf(before), criteriaOf(after)];
  const alone = (these: readonly Placed[], those: readonly Placed[]) =>
    these.filter((one) => !those.some(({ criterion }) => covers(criterion, one.criterion)));
  const [lost, gained] = [alone(old, young), alone(young, old)];
  const changed = (one: Placed, others: readonly Placed[]) =>
    others.find(({ criterion, key }) => criterion.because === one.criterion.because && key !== one.key);
  return [
    ...lost.map((one) => gone(one, changed(one, young))),
    ...gained.map((one) => come(one, changed(one, old))),
    ...reworded(old, young),
  ];
}

function gone(one: Placed, now: Placed | undefined): Shift {
  const what = `${one.criterion.tier} because “${one.criterion.because}”`;
  const sides = { before: sideOf(one), after: now ? sideOf(now) : NOWHERE };
  const says = now
    ? `${what}: ${whenWords(one.criterion, now.criterion)}`
    : `no longer ${what}: when ${criterionWords(one.criterion)}`;
  return { subject: SUBJECT, verdict: "looser", says, ...sides };
}

function come(one: Placed, was: Placed | undefined): Shift {
  const what = `${one.criterion.tier} because “${one.criterion.because}”`;
  const sides = { before: was ? sideOf(was) : NOWHERE, after: sideOf(one) };
  const says = was
    ? `${what}: ${whenWords(was.criterion, one.criterion)}`
    : `now ${what}: when ${criterionWords(one.criterion)}`;
  return { subject: SUBJECT, verdict: "stricter", says, ...sides };
}

/** The same in other words. */
function reworded(old: readonly Placed[], young: readonly Placed[]): readonly Shift[] {
  const reasons = (all: readonly Placed[], key: string) =>
    all.filter((one) => one.key === key).map(({ criterion }) => criterion.because);
  const keys = new Set(old.map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const [was, is] = [reasons(old, key).sort(), reasons(young, key).sort()];
    if (is.length === 0 || was.join("\n") === is.join("\n")) return [];
    const [first, second] = [old, young].map((all) => all.find((one) => one.key === key)!);
    const sides = [sideOf(first!), sideOf(second!)] as const;
    const because = `because “${was.join("”, “")}” → “${is.join("”, “")}”`;
    const says = `${first!.criterion.tier} ${because}`;
    return [{ subject: SUBJECT, verdict: "neither", says, before: sides[0], after: sides[1] } as const];
  });
}

/** Words of use that no criterion asks for: a domain of these alone is known, and of no matter. */
function harmless(before: Policy, after: Policy): readonly Shift[] {
  const [old, young] = [unasked(before), unasked(after)];
  if (old === null || young === null) return [];
  const only = (here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>) =>
    [...here].flatMap(([word, written]) => (there.has(word) ? [] : written));
  const [gone, come] = [only(old, young), only(young, old)];
  const shift = (
    verdict: "looser" | "stricter",
    says: string,
    words: readonly string[],
  ): readonly Shift[] => {
    if (words.length === 0) return [];
    const side = (policy: Policy, value: string | null) => placed(policy, value, "/tiering/domains");
    const said = several(words);
    const sides =
      verdict === "looser"
        ? { before: side(before, null), after: side(after, said) }
        : { before: side(before, said), after: side(after, null) };
    return [{ subject: SUBJECT, verdict, says: `${says} ${said}`, ...sides }];
  };
  return [
    ...shift("looser", "known, and asked for by no criterion, are now domains of", come),
    ...shift("stricter", "no longer among the domains known and asked for by no criterion:", gone),
  ];
}

/** In one spelling, with how each is written; null where no criterion asks for a domain, and so none is unknown. */
function unasked({ tiering }: Policy): ReadonlyMap<string, string> | null {
  const asked = tiering.criteria.flatMap(({ when }) => {
    const condition = when.get("domain");
    return condition?.kind === "one-of" ? condition.words.map(spelt) : [];
  });
  if (asked.length === 0) return null;
  const held = new Set(asked);
  const words = [...tiering.domains].flatMap(([name, words]) => [name, ...words]);
  return new Map(words.map((word) => [spelt(word), word] as const).filter(([word]) => !held.has(word)));
}

function criteriaOf({ files, tiering }: Policy): readonly Placed[] {
  const places = files.flatMap((file) => {
    const found: Origin[] = [];
    const pointer = () => `/tiering/criteria/${found.length}/tier`;
    while (file.leaves.has(pointer())) found.push(originOf(file, pointer()));
    return found;
  });
  return tiering.criteria.map((criterion, index) => {
    const when = [...criterion.when].sort(([a], [b]) => (a < b ? -1 : 1));
    return { criterion, at: places.slice(index, index + 1), key: JSON.stringify([criterion.tier, when]) };
  });
}

function sideOf({ criterion, at }: Placed): Side {
  return { value: `${criterion.tier} when ${criterionWords(criterion)}`, from: at };
}

function placed({ files }: Policy, value: string | null, pointer: string): Side {
  const from = files.map((file) => originOf(file, pointer)).filter(({ line }) => line > 0);
  return { value, from };
}
