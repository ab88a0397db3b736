import { nearest } from "../../documents/nearest.ts";
import type { Problem } from "../../documents/problem.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Mapping } from "../../documents/value.ts";
import { mapAt, mapsAt } from "../../inventory/record/fields.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { MOST_TRIALS, MOST_VALUES } from "./variations.ts";

/** Rules that a test expects something of and that nobody knows. */
export function unknownRules(root: Mapping, rules: readonly AnyRule[]): Problem[] {
  const known = new Set(rules.map(({ id }) => id));
  return mapsAt(root, "tests").flatMap((test) => {
    const expect = mapAt(test, "expect");
    const named = [
      ...mapsAt(expect, "findings").flatMap((finding) => finding.entries.get("rule")?.value ?? []),
      ...["absent", "fine", "idle"].flatMap((key) => {
        const ids = expect?.entries.get(key)?.value;
        return ids?.kind === "list" ? ids.items : [];
      }),
    ];
    return named.flatMap((id) => {
      if (id.kind !== "scalar" || known.has(textOf(id))) return [];
      const close = nearest(textOf(id), known);
      const says = `there is no rule "${textOf(id).slice(0, 80)}"`;
      const fix = close === null ? "use the id of a rule, as docs/rules lists them" : `write \`${close}\``;
      return [{ code: "unknown-rule", about: textOf(id), at: id.at, says, fix }];
    });
  });
}

/** Many tests may start from one card that is wrong. */
export function eachOnce(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(
      problems.map((one) => [`${one.at.path}:${one.at.line}:${one.at.column} ${one.says}`, one]),
    ).values(),
  ];
}

export function noCard({ at }: Mapping): Problem {
  const says = "the test has no card";
  return {
    code: "missing-key",
    about: "card",
    at,
    says,
    fix: "add `card: { extends: … }`, or `each: { card: [ … ] }`",
  };
}

export function tooMany({ at }: Mapping): Problem {
  const says = `the file stands for more than ${MOST_TRIALS} tests`;
  return {
    code: "too-many-tests",
    about: "tests",
    at,
    says,
    fix: "give fewer values under `each`, or divide the file",
  };
}

export function tooLarge({ at }: Mapping): Problem {
  const says = `the cards of all tests hold more than ${MOST_VALUES} values together`;
  return { code: "too-many-values", about: "cards", at, says, fix: "use smaller cards, or divide the file" };
}
