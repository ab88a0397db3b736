import { list, mapping, scalar } from "../../documents/build.ts";
import type { Problem } from "../../documents/problem.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import { answer } from "../hugging-face/fields.ts";
import { labelOf } from "../hugging-face/model-index.ts";
import { claimEntry } from "../markdown/claim-entry.ts";
import { splitName } from "../markdown/splits.ts";
import { readNumber } from "../number.ts";

/** One reported number, as the dialects that are JSON have it. */
export interface Reported {
  readonly name: Value | null;
  readonly value: Value | null;
  /** Text such as "sex=female" or "Overall". */
  readonly slice?: Value | null;
  /** Where neither the slice nor the name says it. */
  readonly split?: Scalar | null;
  readonly low?: Value | null;
  readonly high?: Value | null;
  readonly threshold?: Value | null;
  readonly dataset?: Value | null;
}

export interface ReadClaims {
  readonly claims: readonly Mapping[];
  readonly problems: readonly Problem[];
}

export function claimsOf(reported: readonly Reported[]): ReadClaims {
  const claims: Mapping[] = [];
  const problems: Problem[] = [];
  for (const each of reported) {
    const name = answer(each.name);
    const value = answer(each.value);
    if (!name) continue;
    if (!value) {
      // A null or a placeholder is an answer that is not there yet; a key that is not there was lost.
      if (each.value === null) problems.push(withoutValue(name));
    } else if (readNumber(value.raw) === null) problems.push(notANumber(name, value));
    else claims.push(claimFrom(name, value, each));
  }
  return { claims, problems };
}

function claimFrom(name: Scalar, value: Scalar, reported: Reported): Mapping {
  const label = labelOf(name);
  const part = partOf(answer(reported.slice));
  const bounds = [answer(reported.low), answer(reported.high)];
  const interval = bounds.flatMap((bound) => (bound && readNumber(bound.raw) ? [bound] : []));
  const setting = (key: "k" | "beta") => {
    const number = label?.metric[key] ?? null;
    return number === null ? null : scalar(number, name.at, name.raw);
  };
  return claimEntry({
    name,
    value,
    split: part.split ?? label?.split ?? reported.split ?? null,
    dataset: answer(reported.dataset),
    threshold: answer(reported.threshold) ?? label?.threshold ?? null,
    slice: part.slice ?? null,
    average: label?.average ?? null,
    class: label?.class ?? null,
    k: setting("k"),
    beta: setting("beta"),
    interval: interval.length === 2 ? list(interval, interval[0]!.at) : null,
    unread: part.unread ?? null,
  });
}

const WHOLE = /^(?:overall|all|all data|total|whole|entire data ?set|none)$/i;
const SPLIT = /^(?:train|test|validation|holdout|held-out|evaluation|out-of-time|external|cross-validation)$/;
const PAIR = /^([^=:]{1,100})(?:=|:)([^=:]{1,100})$/;

/** Of whom the number is. A text that names no column and value is not understood, and the number not measured. */
function partOf(slice: Scalar | null): {
  readonly split?: Scalar;
  readonly slice?: Mapping;
  readonly unread?: Scalar;
} {
  const text = slice ? textOf(slice).trim() : "";
  if (!slice || text === "" || WHOLE.test(text)) return {};
  const split = splitName(text.slice(0, 100));
  if (SPLIT.test(split)) return { split: scalar(split, slice.at, slice.raw) };
  const pairs = text
    .slice(0, 500)
    .split(/[,;&]| and /)
    .map((part) => PAIR.exec(part.trim()));
  if (text.length > 500 || pairs.some((pair) => pair === null))
    return { unread: scalar(true, slice.at, slice.raw) };
  const entries = pairs.map((pair): [string, Value] => [
    pair![1]!.trim(),
    scalar(pair![2]!.trim(), slice.at),
  ]);
  return { slice: mapping(entries, slice.at) };
}

function notANumber(name: Scalar, value: Scalar): Problem {
  const metric = textOf(name).slice(0, 60);
  const says = `the value of ${metric} is ${JSON.stringify(value.raw.slice(0, 60))}, which is not a number`;
  return { code: "not-a-number", about: `metric ${metric}`, at: value.at, says, fix: "write one number" };
}

/** The oldest of Google's toolkits leaves a value of zero out. */
function withoutValue(name: Scalar): Problem {
  const metric = textOf(name).slice(0, 60);
  const says = `${metric} has no value`;
  return {
    code: "not-a-number",
    about: `metric ${metric}`,
    at: name.at,
    says,
    fix: "write its value, also a zero",
  };
}
