import type { Json } from "../../../output/json.ts";
import { isDrift, outcomeOf, type SuiteTest } from "./suite-test.ts";

/** Half of the last digit of a legacy score: nearer to its threshold, the score does not tell. */
const HALF_DIGIT = 0.0005;

/** A test of the `TestSuite` before 0.7. */
export function legacyTest(test: Json): SuiteTest {
  const parameters = test.get("parameters");
  const [score, threshold] = [parameters.get("score").number(), parameters.get("threshold").number()];
  const method = parameters.get("stattest").text();
  const tells =
    score !== null && threshold !== null && method !== null && Math.abs(score - threshold) > HALF_DIGIT;
  return {
    name: test.get("name").text() ?? "",
    group: test.get("group").text(),
    column: parameters.get("column_name").text(),
    outcome: outcomeOf(test.get("status")),
    value: score ?? parameters.get("value").number(),
    threshold,
    holds: tells ? !isDrift(score, threshold, method) : null,
    at: test,
  };
}
