import type { IssueFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { Rules } from "./rules.ts";
import { isIssue, severityOf } from "./severity.ts";

const LONGEST = 300;

/** The issues of a run. One that the tool tells of as gone since its baseline is none. */
export function readResults(
  run: Json,
  scanner: string,
): { readonly issues: readonly IssueFact[]; readonly warnings: readonly OutputWarning[] } {
  const rules = new Rules(run);
  const issues: IssueFact[] = [];
  const torn: Json[] = [];
  for (const result of run.get("results").items()) {
    if (!isIssue(result) || result.get("baselineState").text() === "absent") continue;
    const named = rules.of(result);
    if (named.torn) torn.push(result);
    issues.push({
      kind: "issue",
      scanner,
      rule: named.id,
      severity: named.torn ? "unknown" : severityOf(result, named.rule),
      path: pathOf(result, run),
      suppressed: isSuppressed(result),
      says: messageOf(result, named.rule),
      at: result.at,
    });
  }
  return { issues, warnings: tornRules(torn) };
}

function tornRules(results: readonly Json[]): OutputWarning[] {
  const [first] = results;
  if (!first) return [];
  const says = `${results.length} of the results name one rule by id and another by index, so that their severity is not known`;
  return [{ code: "torn-rule", says, at: first.at }];
}

/** A suppression that is still under review, or was turned down, suppresses nothing. Source: SARIF 2.1.0, 3.27.23. */
function isSuppressed(result: Json): boolean {
  const suppressions = [...result.get("suppressions").items()];
  return suppressions.length > 0 && suppressions.every(isAccepted);
}

function isAccepted(suppression: Json): boolean {
  const status = suppression.get("status");
  return suppression.isMap && (!status.exists || status.text() === "accepted");
}

function pathOf(result: Json, run: Json): string | null {
  const artifact = result.get("locations", 0, "physicalLocation", "artifactLocation");
  const index = artifact.get("index").number();
  const listed = index === null || index < 0 ? null : run.get("artifacts", index, "location", "uri").text();
  const uri = artifact.get("uri").text() ?? listed;
  if (uri === null) return null;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function messageOf(result: Json, rule: Json | null): string {
  const message = result.get("message");
  const id = message.get("id").text();
  const text =
    message.get("text").text() ??
    (id === null ? null : (rule?.get("messageStrings", id, "text").text() ?? null)) ??
    rule?.get("shortDescription", "text").text() ??
    "it says no more";
  const line = text
    .slice(0, LONGEST * 2)
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
