import { type AnyRule, defineRule, type ParameterSchema } from "../../src/rules/rule.ts";
import type { Verdict } from "../../src/rules/verdict.ts";

const AT = { path: "model-card.yaml", line: 1, column: 1, pointer: "" };

/** A rule that answers what it is told to. */
export function ruleSaying(
  id: string,
  verdicts: readonly Verdict[],
  more: Partial<Omit<AnyRule, "id" | "check">> = {},
): AnyRule {
  return madeRule(id, {
    ...more,
    *check() {
      yield* verdicts;
    },
  });
}

export function madeRule(id: string, more: Partial<Omit<AnyRule, "id">> = {}): AnyRule {
  const { parameters = {}, ...others } = more;
  return defineRule<Record<string, unknown>>({
    id,
    question: "Is it so?",
    why: "It was made for a test.",
    controls: ["TST-01"],
    remedy: { says: "Mend it.", yaml: "model: { id: mended }" },
    example: null,
    parameters: parameters as Readonly<Record<string, ParameterSchema>>,
    needs: () => [],
    *check() {
      yield FINE;
    },
    ...others,
  });
}

export const FINE: Verdict = { outcome: "fine", checked: "all is well" };

export const NOT_APPLICABLE: Verdict = { outcome: "not-applicable", because: "there is nothing to check" };

export function foundWrong(about: string): Verdict {
  return { outcome: "finding", about, at: AT, says: `${about} is wrong`, fix: `mend ${about}` };
}

export function cannotTellOf(about: string): Verdict {
  return { outcome: "cannot-tell", about, at: AT, says: `${about} is unknown`, needs: `show ${about}` };
}
