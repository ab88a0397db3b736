import type { AlertCondition, AlertFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { compared } from "../promql/compared.ts";
import { conditionsIn, quantityOf } from "../promql/conditions.ts";
import type { Comparison } from "../promql/expression.ts";
import type { ParsePromql } from "../promql/parse.ts";
import { measured, type Quantity, written } from "../promql/quantity.ts";
import { expressionKind, type Query, withoutVariables } from "./query.ts";

type Firing = Pick<AlertFact, "conditions" | "unread">;

const MOST_STEPS = 30;
const EVALUATORS: ReadonlyMap<string, readonly (readonly [Comparison, number])[]> = new Map([
  ["gt", [[">", 0]]],
  ["gte", [[">=", 0]]],
  ["lt", [["<", 0]]],
  ["lte", [["<=", 0]]],
  ["eq", [["==", 0]]],
  ["ne", [["!=", 0]]],
  [
    "within_range",
    [
      [">", 0],
      ["<", 1],
    ],
  ],
  [
    "within_range_included",
    [
      [">=", 0],
      ["<=", 1],
    ],
  ],
  [
    "outside_range",
    [
      ["<", 0],
      [">", 1],
    ],
  ],
  [
    "outside_range_included",
    [
      ["<=", 0],
      [">=", 1],
    ],
  ],
]);

/** What a rule's queries and expressions ask of a metric, followed from its condition. */
export class GrafanaCondition {
  readonly #queries: ReadonlyMap<string, Query>;
  readonly #promql: ParsePromql;
  #steps = 0;
  /** Why a query that an expression names gives nothing. */
  #fault: string | null = null;

  constructor(queries: readonly Query[], promql: ParsePromql) {
    this.#queries = new Map(queries.map((query) => [query.ref, query]));
    this.#promql = promql;
  }

  /** `seconds` is `for`; without it, how far back the first query looks. */
  firing(ref: string, seconds: number | null): Firing {
    const window = seconds ?? [...this.#queries.values()].find(({ range }) => range !== null)?.range ?? null;
    const firing = this.#firing(ref);
    if (this.#fault !== null) return unread(this.#fault);
    return { ...firing, conditions: firing.conditions.map((condition) => ({ ...condition, window })) };
  }

  #firing(ref: string): Firing {
    const query = this.#queries.get(ref);
    if (query === undefined) return unread(`its condition \`${ref.slice(0, 40)}\` is none of its queries`);
    if (++this.#steps > MOST_STEPS) return unread("its expressions refer to one another in a circle");
    switch (expressionKind(query)) {
      case "threshold":
      case "classic_conditions":
        return this.#evaluated(query);
      case "math":
        return this.#promqlFiring(mathAsPromql(query.model.get("expression").text() ?? ""));
      case "reduce":
      case "resample":
        return this.#firing(sourceOf(query.model));
      default: {
        const expression = query.model.get("expr").text();
        if (expression === null) return unread(`query \`${ref.slice(0, 40)}\` is no PromQL, and is not read`);
        return this.#promqlFiring(withoutVariables(expression));
      }
    }
  }

  #promqlFiring(expression: string): Firing {
    const parsed = this.#promql(expression);
    return "unread" in parsed ? unread(parsed.unread) : conditionsIn(parsed.expression, null, this.#meaning);
  }

  #evaluated({ model }: Query): Firing {
    const found: AlertCondition[] = [];
    let because = "its condition evaluates nothing";
    for (const condition of model.get("conditions").items()) {
      const from = condition.get("query", "params", 0).text() ?? sourceOf(model);
      const quantity = this.#quantity(from);
      if (typeof quantity === "string") because = quantity;
      else found.push(...evaluated(condition, quantity));
    }
    return found.length > 0 ? { conditions: found, unread: null } : unread(because);
  }

  readonly #meaning = (series: string): Quantity | null => {
    if (!series.startsWith(REFERENCE)) return null;
    const quantity = this.#quantity(series.slice(REFERENCE.length));
    if (typeof quantity !== "string") return quantity;
    this.#fault ??= quantity;
    return measured("?");
  };

  /** What a query gives, or why that cannot be told. */
  #quantity(ref: string): Quantity | string {
    const query = this.#queries.get(ref);
    if (query === undefined) return `it refers to \`${ref.slice(0, 40)}\`, which is none of its queries`;
    if (++this.#steps > MOST_STEPS) return "its expressions refer to one another in a circle";
    const { model } = query;
    switch (expressionKind(query)) {
      case "reduce": {
        const quantity = this.#quantity(sourceOf(model));
        const counts = model.get("reducer").text() === "count" && typeof quantity !== "string";
        return counts ? measured(`count(${written(quantity)})`) : quantity;
      }
      case "resample":
        return this.#quantity(sourceOf(model));
      case "threshold":
      case "classic_conditions": {
        const [condition, ...others] = this.#evaluated(query).conditions;
        if (condition && others.length === 0) return { kind: "truth", of: condition };
        return "it compares what several conditions come to";
      }
      case "math":
        return this.#promqlQuantity(mathAsPromql(model.get("expression").text() ?? ""));
      default: {
        const name = model.get("metricName").text();
        if (name !== null) return measured(name);
        const expression = model.get("expr").text();
        if (expression === null) return `query \`${ref.slice(0, 40)}\` is no PromQL, and is not read`;
        return this.#promqlQuantity(withoutVariables(expression));
      }
    }
  }

  #promqlQuantity(expression: string): Quantity | string {
    const parsed = this.#promql(expression);
    return "unread" in parsed ? parsed.unread : quantityOf(parsed.expression, this.#meaning);
  }
}

function unread(because: string): Firing {
  return { conditions: [], unread: because };
}

/** `expression` names a query, with or without a `$`. */
function sourceOf(model: Json): string {
  return (model.get("expression").text() ?? "").replace(/^\$\{?/, "").replace(/\}$/, "");
}

function evaluated(condition: Json, quantity: Quantity): readonly AlertCondition[] {
  const evaluator = condition.get("evaluator");
  const comparisons = EVALUATORS.get(evaluator.get("type").text() ?? "") ?? [];
  const counts = condition.get("reducer", "type").text() === "count";
  const subject = counts ? measured(`count(${written(quantity)})`) : quantity;
  return comparisons.flatMap(([operator, index]) => {
    const value = evaluator.get("params", index).number();
    return value === null ? [] : compared(operator, subject, { kind: "constant", value });
  });
}

/** No series of Prometheus starts so. */
const REFERENCE = "ref:";

/** Grafana's arithmetic over queries is PromQL's, with other words for `and` and `or`. */
function mathAsPromql(expression: string): string {
  return expression
    .replaceAll(/\$\{?([A-Za-z_]\w*)\}?/g, `${REFERENCE}$1`)
    .replaceAll("&&", " and ")
    .replaceAll("||", " or ");
}
