import type { AlertCondition } from "../../../output/fact.ts";
import { compared } from "./compared.ts";
import {
  type Expression,
  isComparison,
  isSetOperator,
  longestRange,
  type Operation,
  partsOf,
} from "./expression.ts";
import { combined, isPlain, measured, negated, type Quantity, written } from "./quantity.ts";

/** Names that stand for something else than a series, such as Grafana's `$B`. */
export type Meaning = (series: string) => Quantity | null;

const NOTHING_ELSE: Meaning = () => null;

/** They give one of the values they are given, or a mean of them. */
const KEEPS_VALUE: ReadonlySet<string> = new Set(
  `avg max min quantile topk bottomk limitk limit_ratio avg_over_time max_over_time min_over_time
  quantile_over_time first_over_time last_over_time sort sort_desc sort_by_label sort_by_label_desc label_replace
  label_join scalar vector info`.split(/\s+/),
);
/** They are how a counter, a histogram or a sum over parts is read; of `1 - x` they would be something else. */
const KEEPS_SERIES: ReadonlySet<string> = new Set(
  "sum sum_over_time rate irate increase histogram_quantile histogram_avg round predict_linear".split(" "),
);
const ABSENT: ReadonlySet<string> = new Set(["absent", "absent_over_time"]);

/** What has to hold for the expression to give any series; `seconds` is how long, null where no `for` says. */
export function conditionsIn(
  expression: Expression,
  seconds: number | null,
  meaning: Meaning = NOTHING_ELSE,
): { readonly conditions: readonly AlertCondition[]; readonly unread: string | null } {
  const window = seconds ?? longestRange(expression);
  const conditions = filters(expression, meaning).map((condition) => ({ ...condition, window }));
  return { conditions, unread: conditions.length > 0 ? null : whyNone(expression) };
}

function whyNone(expression: Expression): string {
  if (expression.kind === "operation" && expression.bool)
    return "`bool` keeps every series, so that it fires whatever the value is";
  if (expression.kind === "call" && ABSENT.has(expression.name))
    return "it fires when a series is absent, and compares no value";
  return "it compares no series with a number, so that no value of a metric makes it fire";
}

/** In an operand, a filter narrows what is computed, and so has to hold as well. */
function filters(expression: Expression, meaning: Meaning): readonly AlertCondition[] {
  if (expression.kind === "call" && ABSENT.has(expression.name)) return [];
  // What `unless` takes away silences an alert; it makes none fire.
  if (expression.kind === "operation" && expression.operator === "unless")
    return filters(expression.left, meaning);
  const inside = partsOf(expression).flatMap((part) => filters(part, meaning));
  if (expression.kind !== "operation" || expression.bool) return inside;
  return [...inside, ...comparison(expression, meaning)];
}

function comparison({ operator, left, right }: Operation, meaning: Meaning): readonly AlertCondition[] {
  if (!isComparison(operator)) return [];
  return compared(operator, quantityOf(left, meaning), quantityOf(right, meaning));
}

/** What the expression's value is about. */
export function quantityOf(expression: Expression, meaning: Meaning = NOTHING_ELSE): Quantity {
  switch (expression.kind) {
    case "number":
      return { kind: "constant", value: expression.value };
    case "string":
      return measured("text");
    case "series":
      return meaning(expression.name) ?? measured(expression.name);
    case "range":
      return quantityOf(expression.of, meaning);
    case "shifted": {
      const now = quantityOf(expression.of, meaning);
      return now.kind === "measured" ? { ...now, past: true } : now;
    }
    case "sign": {
      const plus = quantityOf(expression.of, meaning);
      return expression.negative ? negated(plus) : plus;
    }
    case "call":
      return quantityOfCall(expression.name, expression.arguments, meaning);
    case "operation":
      return quantityOfOperation(expression, meaning);
  }
}

/** A function's value may be about something else than its argument's: `count(accuracy)` is not about accuracy. */
function quantityOfCall(name: string, given: readonly Expression[], meaning: Meaning): Quantity {
  const subject = given.find(({ kind }) => kind !== "number" && kind !== "string") ?? given[0];
  if (subject === undefined) return measured(`${name}()`);
  const quantity = quantityOf(subject, meaning);
  if (KEEPS_VALUE.has(name) || (KEEPS_SERIES.has(name) && isPlain(quantity))) return quantity;
  return measured(`${name}(${written(quantity)})`);
}

function quantityOfOperation(operation: Operation, meaning: Meaning): Quantity {
  const { operator, bool } = operation;
  const left = quantityOf(operation.left, meaning);
  const right = quantityOf(operation.right, meaning);
  if (isComparison(operator)) {
    const [condition] = bool ? compared(operator, left, right) : [];
    if (condition) return { kind: "truth", of: condition };
    return left.kind === "constant" ? right : left;
  }
  if (!isSetOperator(operator)) return combined(operator, left, right);
  if (operator !== "or" || written(left) === written(right)) return left;
  if (left.kind === "measured" && right.kind === "constant")
    return { ...left, filled: (right.value - left.shift) / left.scale };
  return measured(`${written(left)} or ${written(right)}`);
}
