import type { IssueFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";

type Severity = IssueFact["severity"];

/**
 * `security-severity` where the rule or the result has one, rated as CVSS 3.1 rates its scores; else the level of
 * the result, of its rule, or SARIF's own, which is "warning".
 */
export function severityOf(result: Json, rule: Json | null): Severity {
  const kind = result.get("kind").text() ?? "fail";
  if (kind === "informational") return "info";
  if (kind !== "fail") return "unknown";
  const score = scoreOf(result) ?? (rule && scoreOf(rule));
  if (score) return rated(score.number());
  const level = result.get("level");
  if (level.exists) return leveled(level.text());
  const usual = rule?.get("defaultConfiguration", "level");
  return usual?.exists ? leveled(usual.text()) : "medium";
}

/** "pass" and "notApplicable" are answers of a tool that also tells what it did not find. */
export function isIssue(result: Json): boolean {
  const kind = result.get("kind").text();
  return kind !== "pass" && kind !== "notApplicable";
}

function scoreOf(json: Json): Json | null {
  const score = json.get("properties", "security-severity");
  return score.exists ? score : null;
}

/** Source: CVSS 3.1, qualitative severity rating scale. */
function rated(score: number | null): Severity {
  if (score === null || score < 0 || score > 10) return "unknown";
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  if (score >= 4) return "medium";
  return score > 0 ? "low" : "info";
}

function leveled(level: string | null): Severity {
  switch (level) {
    case "error":
      return "high";
    case "warning":
      return "medium";
    case "note":
      return "low";
    case "none":
      return "info";
    default:
      return "unknown";
  }
}
