import type { AlertFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { secondsOf } from "../duration.ts";
import { scalarText, textsOf } from "../labels.ts";
import { conditionsIn } from "../promql/conditions.ts";
import type { ParsePromql } from "../promql/parse.ts";

/** One alerting rule. Its labels win over its group's. */
export function alertOf(rule: Json, groupLabels: Json, promql: ParsePromql): AlertFact {
  const expression = scalarText(rule.get("expr")) ?? "";
  return {
    kind: "alert",
    name: scalarText(rule.get("alert")) ?? "",
    expression,
    ...firing(expression, rule.get("for"), promql),
    labels: { ...textsOf(groupLabels), ...textsOf(rule.get("labels")) },
    enabled: true,
    actions: null,
    at: rule.at,
  };
}

function firing(
  expression: string,
  time: Json,
  promql: ParsePromql,
): Pick<AlertFact, "conditions" | "unread"> {
  const written = scalarText(time);
  const seconds = written === null ? null : secondsOf(written);
  if (written !== null && seconds === null)
    return { conditions: [], unread: `\`for\` is \`${written.slice(0, 40)}\`, which is no duration` };
  const parsed = promql(expression);
  return "unread" in parsed
    ? { conditions: [], unread: parsed.unread }
    : conditionsIn(parsed.expression, seconds);
}
