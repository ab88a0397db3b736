import type { CheckFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";

/** One expectation with what became of it. */
export interface Expectation {
  readonly type: string;
  readonly column: string | null;
  readonly kwargs: Json;
  readonly severity: string | null;
  readonly outcome: CheckFact["outcome"];
  readonly result: Json;
  readonly success: Json;
  readonly at: Json;
}

export function expectationOf(result: Json): Expectation {
  const config = result.has("expectation_config") ? result.get("expectation_config") : result;
  const kwargs = config.get("kwargs");
  return {
    type: config.get("type").text() ?? config.get("expectation_type").text() ?? "",
    column: columnOf(kwargs),
    kwargs,
    severity: config.get("severity").text(),
    outcome: outcomeOf(result),
    result: result.get("result"),
    success: result.get("success"),
    at: result,
  };
}

function columnOf(kwargs: Json): string | null {
  const pair = [kwargs.get("column_A").text(), kwargs.get("column_B").text()];
  const list = [...kwargs.get("column_list").items()].map((column) => column.text());
  const several = [...pair, ...list].filter((column) => column !== null);
  return kwargs.get("column").text() ?? (several.length > 0 ? several.join(", ") : null);
}

/** An expectation that could not be evaluated is written as unsuccessful, and says nothing of the data. */
function outcomeOf(result: Json): Expectation["outcome"] {
  if (raised(result.get("exception_info")) || isSilent(result)) return "error";
  switch (result.get("success").boolean()) {
    case true:
      return "passed";
    case false:
      return "failed";
    default:
      return "skipped";
  }
}

/** 1.x writes one for each metric that the expectation needs. An error that does not say whether there was one is one. */
function raised(info: Json): boolean {
  const told = [info, ...[...info.entries()].map(([, metric]) => metric)].flatMap(
    (each) => each.get("raised_exception").boolean() ?? [],
  );
  return told.includes(true) || (told.length === 0 && info.size > 0);
}

/** Every result in full says whether there was an error; one that gave no result, and does not say, was none. */
function isSilent(result: Json): boolean {
  const isFull = result.has("expectation_config") && !result.has("exception_info");
  return isFull && result.get("result").size === 0 && result.get("success").boolean() === false;
}

/** What was observed, and the limit that it was held against, both in the tool's own unit. */
export function numbersOf({ kwargs, result }: Expectation): Pick<CheckFact, "value" | "threshold"> {
  const observed = result.get("observed_value").number();
  if (observed !== null) return { value: observed, threshold: limitOf(observed, kwargs) };
  const percent = result.get("unexpected_percent").number();
  return { value: percent, threshold: percent === null ? null : mostUnexpected(kwargs) };
}

/** Percent of the values that may be unexpected: nothing, unless `mostly` says more. */
export function mostUnexpected(kwargs: Json): number {
  const mostly = kwargs.get("mostly").number() ?? 1;
  return Number((100 - 100 * mostly).toFixed(9));
}

function limitOf(observed: number, kwargs: Json): number | null {
  const [min, max] = [kwargs.get("min_value").number(), kwargs.get("max_value").number()];
  if (max !== null && (observed > max || min === null)) return max;
  return min ?? kwargs.get("value").number();
}
