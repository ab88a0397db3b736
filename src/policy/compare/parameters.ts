import type { KeyedDirections } from "../../rules/direction.ts";
import type { ParameterSchema } from "../../rules/rule.ts";
import type { Settled } from "../settled.ts";
import { isStricter } from "../stricter.ts";
import { NOWHERE, type Shift, type Side, type Verdict } from "./shift.ts";
import { flow } from "./words.ts";

/** What two values of one parameter of a rule ask differently, by the direction that its schema states. */
export function parameterShifts(
  rule: string,
  name: string,
  { stricter }: ParameterSchema,
  before: Settled<unknown>,
  after: Settled<unknown>,
): readonly Shift[] {
  if (JSON.stringify(before.value) === JSON.stringify(after.value)) return [];
  if (stricter === "joined") return itemShifts(rule, before, after, (item) => JSON.stringify(item), flow);
  if (typeof stricter === "object" && "by" in stricter) return keyedShifts(rule, stricter, before, after);
  const verdict: Verdict = isStricter(stricter, after.value, before.value)
    ? "stricter"
    : isStricter(stricter, before.value, after.value)
      ? "looser"
      : "neither";
  return [changed(rule, name, verdict, before, after)];
}

function itemShifts<T>(
  rule: string,
  before: Settled<unknown>,
  after: Settled<unknown>,
  keyOf: (item: T) => string,
  words: (item: T) => string,
): readonly Shift[] {
  const [old, young] = [before, after].map(({ value }) => byKey<T>(value, keyOf));
  const only = (here: Map<string, T>, there: Map<string, T>) =>
    [...here].flatMap(([key, item]) => (there.has(key) ? [] : words(item)));
  const lost = only(old!, young!).map((item): Shift => {
    const was = { value: item, from: before.from };
    const is = { value: null, from: after.from };
    return {
      subject: rule,
      verdict: "looser",
      says: `${rule} no longer asks for`,
      item,
      before: was,
      after: is,
    };
  });
  const gained = only(young!, old!).map((item): Shift => {
    const was = { value: null, from: before.from };
    const is = { value: item, from: after.from };
    return { subject: rule, verdict: "stricter", says: `${rule} now asks for`, item, before: was, after: is };
  });
  return [...lost, ...gained];
}

type Item = Readonly<Record<string, unknown>>;

function keyedShifts(
  rule: string,
  { by, of }: KeyedDirections,
  before: Settled<unknown>,
  after: Settled<unknown>,
): readonly Shift[] {
  const keyOf = (item: Item) => JSON.stringify(by.map((name) => item[name] ?? null));
  const whole = (item: Item) => {
    const limits = Object.keys(of).flatMap((name) =>
      item[name] === undefined ? [] : `${name} ${flow(item[name])}`,
    );
    return limits.length === 0 ? named(item, by) : `${named(item, by)} (${limits.join(", ")})`;
  };
  const young = byKey<Item>(after.value, keyOf);
  const fields = [...byKey<Item>(before.value, keyOf)].flatMap(([key, item]) => {
    const other = young.get(key);
    return other ? fieldShifts(`${rule} ${named(item, by)}:`, rule, of, [item, before], [other, after]) : [];
  });
  return [...itemShifts(rule, before, after, keyOf, whole), ...fields];
}

function fieldShifts(
  head: string,
  rule: string,
  of: KeyedDirections["of"],
  [was, before]: readonly [Item, Settled<unknown>],
  [is, after]: readonly [Item, Settled<unknown>],
): readonly Shift[] {
  return Object.entries(of).flatMap(([name, direction]) => {
    const [old, young] = [was[name], is[name]];
    if (JSON.stringify(old) === JSON.stringify(young)) return [];
    const isOther = direction === "nearest" && old !== undefined && young !== undefined;
    const isMore = young !== undefined && (old === undefined || isStricter(direction, young, old));
    const sides = [sideOf(old, before), sideOf(young, after)] as const;
    return [told(rule, `${head} ${name}`, isOther ? "neither" : isMore ? "stricter" : "looser", sides)];
  });
}

function changed(
  rule: string,
  name: string,
  verdict: Verdict,
  before: Settled<unknown>,
  after: Settled<unknown>,
): Shift {
  return told(rule, `${rule} ${name}`, verdict, [sideOf(before.value, before), sideOf(after.value, after)]);
}

/** `WHAT 180 → 365`. */
export function told(
  subject: string,
  what: string,
  verdict: Verdict,
  [before, after]: readonly [Side, Side],
): Shift {
  const says = `${what} ${before.value ?? "not asked"} → ${after.value ?? "not asked"}`;
  return { subject, verdict, says, before, after };
}

function sideOf(value: unknown, { from }: Settled<unknown>): Side {
  return value === undefined ? { ...NOWHERE, from } : { value: flow(value), from };
}

function byKey<T>(value: unknown, keyOf: (item: T) => string): Map<string, T> {
  const items = Array.isArray(value) ? (value as readonly T[]) : [];
  return new Map(items.map((item) => [keyOf(item), item]));
}

const PHRASES: Readonly<Record<string, (value: string) => string>> = {
  kind: (value) => value,
  metric: (value) => value,
  split: (value) => `of ${value}`,
  task: (value) => `for ${value}`,
  average: (value) => `by ${value} average`,
};

/** `predictions of train`, from the keys that tell one requirement from another. */
function named(item: Item, by: readonly string[]): string {
  const words = by.flatMap((key) => {
    const value = item[key];
    if (value === undefined) return [];
    return (PHRASES[key] ?? ((text: string) => `${key} ${text}`))(flow(value));
  });
  return words.length === 0 ? "whatever there is" : words.join(" ");
}
