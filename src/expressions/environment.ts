import {
  type CelEnv,
  type CelList,
  CelScalar,
  type CelValue,
  celEnv,
  celFunc,
  celList,
  listType,
} from "@bufbuild/cel";
import { RE2JS } from "@bufbuild/re2";
import { EXPRESSION_CAPS } from "./caps.ts";
import { ROUND } from "./cost.ts";
import { Meter } from "./meter.ts";

const { BOOL, DYN, INT, STRING } = CelScalar;
const LIST = listType(DYN);

/** One for all programs: an evaluation is never interrupted by another. */
export const METER = new Meter();

export const ENVIRONMENT: CelEnv = celEnv({
  funcs: [
    celFunc(ROUND, [INT, BOOL], BOOL, (work, goesOn) => {
      METER.charge(Number(work));
      return goesOn;
    }),
    celFunc("_+_", [STRING, STRING], STRING, (left, right) => {
      METER.charge((left.length + right.length) / 16);
      if (left.length + right.length > EXPRESSION_CAPS.string) METER.charge(EXPRESSION_CAPS.work);
      return left + right;
    }),
    celFunc("_+_", [LIST, LIST], LIST, appended),
  ],
  re2: { compile },
});

const GROWING = new WeakMap<CelList, CelValue[]>();

/**
 * What `map` and `filter` gather. Only they put lists together, each to one of its own, so that it can grow in place;
 * the library would nest as many lists as there are items.
 */
function appended(gathered: CelList, more: CelList): CelList {
  const items = GROWING.get(gathered);
  if (items) {
    items.push(...more);
    return gathered;
  }
  const first = [...gathered, ...more];
  const list = celList(first);
  GROWING.set(list, first);
  return list;
}

const COMPILED = new Map<string, RE2JS>();

/** Patterns stand in the policy, so there are as many of them as were written. */
function compile(pattern: string) {
  const regex = COMPILED.get(pattern) ?? RE2JS.compile(pattern);
  COMPILED.set(pattern, regex);
  return {
    test(text: string) {
      METER.charge((text.length * pattern.length) / 4);
      return regex.test(text);
    },
  };
}
