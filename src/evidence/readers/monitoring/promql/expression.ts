/** A PromQL expression without its brackets, grouping and label matchers. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string" }
  | { readonly kind: "series"; readonly name: string }
  /** A stretch of time of a selector or, as a subquery, of any vector. */
  | { readonly kind: "range"; readonly of: Expression; readonly seconds: number; readonly subquery: boolean }
  /** `offset` and `@`: the value of another moment. */
  | { readonly kind: "shifted"; readonly of: Expression }
  | { readonly kind: "sign"; readonly of: Expression; readonly negative: boolean }
  /** A function or an aggregation. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[] }
  | Operation;

export interface Operation {
  readonly kind: "operation";
  readonly operator: string;
  /** With `bool` a comparison gives 0 or 1 for every series, and filters none. */
  readonly bool: boolean;
  readonly left: Expression;
  readonly right: Expression;
}

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);
const SETS: ReadonlySet<string> = new Set(["and", "or", "unless"]);

export function isComparison(operator: string): operator is Comparison {
  return COMPARISONS.has(operator);
}

export function isSetOperator(operator: string): boolean {
  return SETS.has(operator);
}

/** The operands and arguments. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "string":
    case "series":
      return [];
    case "range":
    case "shifted":
    case "sign":
      return [expression.of];
    case "call":
      return expression.arguments;
    case "operation":
      return [expression.left, expression.right];
  }
}

/** Every series that it names, each once, in order. */
export function seriesIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === "series") names.add(next.name);
    open.push(...partsOf(next).toReversed());
  }
  return [...names];
}

/** The longest stretch of time that it looks back over, in seconds; null when it looks at one moment. */
export function longestRange(expression: Expression): number | null {
  let longest: number | null = null;
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === "range") longest = Math.max(longest ?? 0, next.seconds);
    open.push(...partsOf(next));
  }
  return longest;
}
