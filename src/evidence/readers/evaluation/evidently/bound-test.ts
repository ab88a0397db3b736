import type { Json } from "../../../output/json.ts";
import { isDrift, outcomeOf, type SuiteTest } from "./suite-test.ts";

const LONGEST_DESCRIPTION = 500;
const DRIFT = /drift detection method is ([^.]{1,80})\. The drift threshold is (\d{1,6}(?:\.\d{1,12})?)\.?$/;

/** A test of a report from 0.7 on. Its number is that of the metric that it is bound to. */
export function boundTest(test: Json, metrics: ReadonlyMap<string, Json>): SuiteTest {
  const metric = metrics.get(test.get("metric_config", "metric_id").text() ?? "");
  const value = metric ? numberOf(metric.get("value"), test.get("bound_test", "is_count").boolean()) : null;
  const description = test.get("description").text()?.slice(-LONGEST_DESCRIPTION) ?? "";
  const [, method, limit] = DRIFT.exec(description) ?? [];
  const config = test.get("test_config");
  const threshold =
    limit === undefined
      ? (config.get("threshold").number() ?? config.get("expected").number())
      : Number(limit);
  const compared =
    value === null || threshold === null
      ? null
      : method === undefined
        ? compare(config.get("type").text() ?? "", value, threshold)
        : !isDrift(value, threshold, method);
  return {
    name: test.get("name").text() ?? "",
    group: null,
    column: test.get("metric_config", "params", "column").text(),
    outcome: outcomeOf(test.get("status")),
    value,
    threshold,
    holds: compared,
    at: test,
  };
}

function numberOf(value: Json, isCount: boolean | null): number | null {
  if (!value.isMap) return value.number();
  return isCount === null ? null : value.get(isCount ? "count" : "share").number();
}

function compare(type: string, value: number, threshold: number): boolean | null {
  switch (type.split(":").at(-1)) {
    case "LessThanMetricTest":
      return value < threshold;
    case "LessOrEqualMetricTest":
      return value <= threshold;
    case "GreaterThanMetricTest":
      return value > threshold;
    case "GreaterOrEqualMetricTest":
      return value >= threshold;
    default:
      return null;
  }
}
