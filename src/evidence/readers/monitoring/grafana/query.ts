import type { Json } from "../../../output/json.ts";
import { secondsOf } from "../duration.ts";

/** One of the queries and expressions that a rule is made of, by its `refId`. */
export interface Query {
  readonly ref: string;
  /** What the data source is asked, or the expression over other queries. */
  readonly model: Json;
  /** How far back it looks, in seconds. */
  readonly range: number | null;
}

/** The server's own data source for expressions, by today's name and by the number of old. */
const EXPRESSIONS: ReadonlySet<unknown> = new Set(["__expr__", "-100"]);
const KINDS: ReadonlySet<string> = new Set(["math", "reduce", "resample", "threshold", "classic_conditions"]);

/** The kind of expression; null for a query of a data source. */
export function expressionKind({ model }: Query): string | null {
  const type = model.get("type").text() ?? "";
  const source = model.get("datasource");
  const uid = source.text() ?? source.get("uid").text() ?? source.get("type").text();
  const own = source.exists ? EXPRESSIONS.has(uid) : true;
  return KINDS.has(type) && own ? type : null;
}

/** `data` of a provisioned rule. */
export function queriesOf(data: Json): readonly Query[] {
  return [...data.items()].map((each) => {
    const from = each.get("relativeTimeRange", "from").number();
    const to = each.get("relativeTimeRange", "to").number() ?? 0;
    return {
      ref: each.get("refId").text() ?? "",
      model: each.get("model"),
      range: from === null ? null : from - to,
    };
  });
}

/** Seconds of `for`, which is a duration or a number of seconds. */
export function secondsIn(json: Json): number | null {
  return json.number() ?? secondsOf(json.text() ?? "");
}

const VARIABLE = /\$\{[^{}]*\}|\$[A-Za-z_]\w*|\[\[\w+\]\]/g;

/** A dashboard's and the server's own variables stand for a duration or a number; `5m` is both. */
export function withoutVariables(expression: string): string {
  return expression.replaceAll(VARIABLE, "5m");
}
