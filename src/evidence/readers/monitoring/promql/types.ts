import { type Expression, isComparison, isSetOperator, type Operation } from "./expression.ts";
import { givesScalar, signatureOf } from "./functions.ts";

type Type = "v" | "m" | "s" | "t";

const NAMES: Readonly<Record<Type, string>> = { v: "a vector", m: "a range", s: "a number", t: "text" };

/**
 * The grammar accepts `rate(x)` and `sum(x[5m])`, and Prometheus then refuses the whole file. Gives why, or
 * null when Prometheus can evaluate the expression as an alert.
 */
export function typeError(expression: Expression): string | null {
  const type = typeOf(expression);
  if (typeof type !== "string") return type.says;
  return type === "m" || type === "t" ? `it gives ${NAMES[type]}, and an alert needs a vector` : null;
}

function typeOf(expression: Expression): Type | { readonly says: string } {
  switch (expression.kind) {
    case "number":
      return "s";
    case "string":
      return "t";
    case "series":
      return expression.name === "" ? { says: "a selector asks for every series there is" } : "v";
    case "range": {
      if (!expression.subquery && expression.of.kind !== "series")
        return { says: "a range `[…]` follows something that is no selector" };
      const inner = typeOf(expression.of);
      if (inner === "v") return "m";
      return typeof inner === "string" ? { says: `a range is taken of ${NAMES[inner]}` } : inner;
    }
    case "shifted":
      if (!["series", "range", "shifted"].includes(expression.of.kind))
        return { says: "`offset` or `@` follows something that is no selector" };
      return typeOf(expression.of);
    case "sign": {
      const inner = typeOf(expression.of);
      return inner === "m" || inner === "t" ? { says: `a sign stands before ${NAMES[inner]}` } : inner;
    }
    case "call":
      return typeOfCall(expression.name, expression.arguments);
    case "operation":
      return typeOfOperation(expression);
  }
}

function typeOfCall(name: string, given: readonly Expression[]): Type | { readonly says: string } {
  const signature = signatureOf(name);
  if (signature === undefined) return { says: `\`${name}\` is no function of PromQL` };
  const takes = signature.replace(/[?*]/, "");
  const fewest = takes.length - (takes === signature ? 0 : 1);
  const most = signature.endsWith("*") ? Number.POSITIVE_INFINITY : takes.length;
  if (given.length < fewest || given.length > most)
    return { says: `\`${name}\` is given ${given.length} arguments` };
  for (const [index, argument] of given.entries()) {
    const type = typeOf(argument);
    if (typeof type !== "string") return type;
    const wanted = (takes[index] ?? takes.at(-1)) as Type;
    if (type !== wanted)
      return { says: `\`${name}\` is given ${NAMES[type]} where it takes ${NAMES[wanted]}` };
  }
  return givesScalar(name) ? "s" : "v";
}

function typeOfOperation({ operator, bool, left, right }: Operation): Type | { readonly says: string } {
  const types = [typeOf(left), typeOf(right)];
  for (const type of types) {
    if (typeof type !== "string") return type;
    if (type === "m" || type === "t") return { says: `\`${operator}\` is given ${NAMES[type]}` };
  }
  const numbers = types.every((type) => type === "s");
  if (bool && !isComparison(operator))
    return { says: `\`bool\` follows \`${operator}\`, which compares nothing` };
  if (isSetOperator(operator) && types.includes("s")) return { says: `\`${operator}\` is given a number` };
  if (isComparison(operator) && numbers && !bool)
    return { says: `\`${operator}\` compares two numbers without \`bool\`` };
  return numbers ? "s" : "v";
}
