import type { AlertCondition } from "../../../output/fact.ts";

/** What stands on one side of a comparison. */
export type Quantity =
  | { readonly kind: "constant"; readonly value: number }
  | Measured
  /** 1 where the conditions hold, else 0: a comparison with `bool`. */
  | { readonly kind: "truth"; readonly of: AlertCondition };

/** `scale · name + shift`, so that `1 - accuracy` and `100 * accuracy` are still about accuracy. */
export interface Measured {
  readonly kind: "measured";
  /** A series, or what is computed from several, such as "errors / requests". */
  readonly name: string;
  readonly scale: number;
  readonly shift: number;
  /** Whether it is the value of another moment. */
  readonly past: boolean;
  /** What `or vector(0)` puts beside the series, or in its place; in the series' own unit. */
  readonly filled: number | null;
}

export function measured(name: string): Measured {
  return { kind: "measured", name, scale: 1, shift: 0, past: false, filled: null };
}

export function isPlain(quantity: Quantity): boolean {
  return (
    quantity.kind !== "truth" &&
    (quantity.kind === "constant" || (quantity.scale === 1 && quantity.shift === 0))
  );
}

/** Two quantities under `+ - * / % ^ atan2`. */
export function combined(operator: string, left: Quantity, right: Quantity): Quantity {
  if (left.kind === "constant" && right.kind === "constant")
    return { kind: "constant", value: folded(operator, left.value, right.value) };
  if (left.kind === "measured" && right.kind === "constant") {
    const { value } = right;
    if (operator === "+") return { ...left, shift: left.shift + value };
    if (operator === "-") return { ...left, shift: left.shift - value };
    if (operator === "*") return { ...left, scale: left.scale * value, shift: left.shift * value };
    if (operator === "/") return { ...left, scale: left.scale / value, shift: left.shift / value };
  }
  if (left.kind === "constant" && right.kind === "measured") {
    if (operator === "+" || operator === "*") return combined(operator, right, left);
    if (operator === "-") return combined("+", negated(right), left);
  }
  if (left.kind === "measured" && right.kind === "measured" && left.shift === 0 && right.shift === 0) {
    const scale = operator === "*" ? left.scale * right.scale : left.scale / right.scale;
    const name = `${bracketed(left.name)} ${operator} ${bracketed(right.name)}`;
    if (operator === "*" || operator === "/") return { ...measured(name), scale };
  }
  return measured(`${inner(left)} ${operator} ${inner(right)}`);
}

export function negated(quantity: Quantity): Quantity {
  return combined("*", quantity, { kind: "constant", value: -1 });
}

/** As people read it. */
export function written(quantity: Quantity): string {
  switch (quantity.kind) {
    case "constant":
      return String(quantity.value);
    case "truth":
      return `${quantity.of.metric} ${quantity.of.operator} ${quantity.of.threshold ?? "another series"}`;
    case "measured": {
      const { name, scale, shift } = quantity;
      const scaled = scale === 1 ? name : `${scale} * ${bracketed(name)}`;
      return shift === 0 ? scaled : `${scaled} ${shift < 0 ? "-" : "+"} ${Math.abs(shift)}`;
    }
  }
}

function inner(quantity: Quantity): string {
  return bracketed(written(quantity));
}

function bracketed(text: string): string {
  return text.includes(" ") ? `(${text})` : text;
}

function folded(operator: string, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "^":
      return left ** right;
    case "atan2":
      return Math.atan2(left, right);
    default:
      return Number.NaN;
  }
}
