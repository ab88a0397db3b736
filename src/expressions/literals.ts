import { type Expr, syntaxOf } from "./syntax.ts";

/** A number or a truth value that an expression writes. */
export interface Literal {
  /** Where in the text, from 0, in UTF-16 units. */
  readonly offset: number;
  readonly raw: string;
  /** One step away, each way that there is: a whole number by one, a decimal by one of a digit more. */
  readonly beside: readonly string[];
}

/** Every literal of an accepted expression, in its order. Numbers inside texts, as of a duration, are none. */
export function literalsIn(text: string): readonly Literal[] {
  const { nodes, offsetOf } = syntaxOf(text);
  const found = [...nodes.values()].flatMap((node) => literalAt(node, text, offsetOf(node.id)));
  return found.sort((a, b) => a.offset - b.offset);
}

/** The text with another value in the place of a literal. */
export function withLiteral(text: string, { offset, raw }: Literal, next: string): string {
  // After another sign, as in `5-0`, a minus would make a new word.
  const written = next.startsWith("-") && !raw.startsWith("-") ? `(${next})` : next;
  return text.slice(0, offset) + written + text.slice(offset + raw.length);
}

const WRITTEN = /true\b|false\b|-?(?:0[xX][\da-fA-F]+|\d*\.\d+(?:[eE][+-]?\d+)?|\d+(?:[eE][+-]?\d+)?)/y;

/** Macros are written out with values of their own, which stand where no literal does. */
function literalAt({ exprKind }: Expr, text: string, offset: number): readonly Literal[] {
  if (exprKind.case !== "constExpr") return [];
  WRITTEN.lastIndex = offset;
  const raw = WRITTEN.exec(text)?.[0];
  if (raw === undefined) return [];
  const { constantKind } = exprKind.value;
  switch (constantKind.case) {
    case "boolValue":
      return [{ offset, raw, beside: [String(!constantKind.value)] }];
    case "int64Value":
      return [{ offset, raw, beside: [constantKind.value - 1n, constantKind.value + 1n].map(String) }];
    case "doubleValue":
      return [{ offset, raw, beside: decimalsBeside(constantKind.value, raw) }];
    default:
      return [];
  }
}

/** Most digits after the point that a number can be written with. */
const MOST_DIGITS = 100;

function decimalsBeside(value: number, raw: string): readonly string[] {
  const [, fraction = "", exponent = "0"] = /^[^.eE]*(?:\.(\d+))?(?:[eE](.+))?$/.exec(raw) ?? [];
  const digits = Math.min(Math.max(fraction.length - Number(exponent), 0) + 1, MOST_DIGITS);
  const step = 10 ** -digits;
  return [value - step, value + step].map((one) => one.toFixed(digits));
}
