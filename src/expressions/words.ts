import type { ExpressionProblem } from "./problem.ts";
import type { Expr } from "./syntax.ts";
import type { Type, Words } from "./type.ts";

/**
 * Comparisons that words settle before any model is seen: with a text that never stands there, so that a rule would be
 * about no model, and of words by their letters, where "critical" comes before "low".
 */
export function wordProblems(
  operator: string,
  operands: readonly Expr[],
  types: readonly Type[],
  at: number,
  offsetOf: (id: bigint) => number,
): readonly ExpressionProblem[] {
  const [left, right] = operands;
  const [ofLeft, ofRight] = types;
  if (!left || !right || !ofLeft || !ofRight) return [];
  switch (operator) {
    case "_==_":
    case "_!=_":
      return [...strangers([right], wordsOf(ofLeft)), ...strangers([left], wordsOf(ofRight))];
    case "@in":
      return [
        ...strangers([left], ofRight.kind === "list" ? wordsOf(ofRight.of) : null),
        ...strangers(itemsOf(right), wordsOf(ofLeft)),
      ];
    case "_<_":
    case "_<=_":
    case "_>_":
    case "_>=_": {
      const words = wordsOf(ofLeft) ?? wordsOf(ofRight);
      return words ? [byLetters(words, at)] : [];
    }
    default:
      return [];
  }

  function strangers(written: readonly Expr[], words: Words | null): ExpressionProblem[] {
    if (!words) return [];
    return written.flatMap((expr) => {
      const text = textIn(expr);
      return text === null || words.known.includes(text) ? [] : [stranger(text, words, offsetOf(expr.id))];
    });
  }
}

const quoted = (word: string) => JSON.stringify(word);

function stranger(text: string, { of, known }: Words, offset: number): ExpressionProblem {
  const among = known.map(quoted);
  const unknown = { name: quoted(text), among };
  return {
    code: "unknown-name",
    offset,
    says: `${quoted(text)} is no ${of}`,
    fix: `use one of: ${among.join(", ")}`,
    unknown,
  };
}

function byLetters({ of, known }: Words, offset: number): ExpressionProblem {
  const says = `texts are compared by their letters, which is no order of a ${of}`;
  return {
    code: "type",
    offset,
    says,
    fix: `name those that are meant: \`… in [${known.slice(-2).map(quoted).join(", ")}]\``,
  };
}

function wordsOf(type: Type): Words | null {
  return type.kind === "string" ? (type.words ?? null) : null;
}

function itemsOf({ exprKind }: Expr): readonly Expr[] {
  return exprKind.case === "listExpr" ? exprKind.value.elements : [];
}

function textIn({ exprKind }: Expr): string | null {
  if (exprKind.case !== "constExpr") return null;
  const { constantKind } = exprKind.value;
  return constantKind.case === "stringValue" ? constantKind.value : null;
}
