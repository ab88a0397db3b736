import type { CheckFact } from "../../output/fact.ts";
import type { Json } from "../../output/json.ts";
import type { Aggregate, Shortfall } from "../../output/output.ts";
import { defineReader } from "../../output/reader.ts";

const NUMERICAL = new Set(["Kolmogorov-Smirnov", "Earth Mover's Distance"]);
const LIMIT = {
  numerical: /numerical drift score < (\d{1,6}(?:\.\d{1,12})?)/,
  categorical: /categorical drift score < (\d{1,6}(?:\.\d{1,12})?)/,
};
const LONGEST_CONDITION = 300;

/** A deepchecks suite: each condition of each check. A check that could not run is a `CheckFailure`, and no failure. */
export const deepchecks = defineReader<"document">({
  tool: "deepchecks",
  form: "document",
  about: {
    versions: ["0.19.1"],
    detectedBy: "an object with `type: SuiteResult` and a list `results`",
    notRead: "checks without a condition; displays; values other than drift scores",
  },
  recognises: ({ root }) => root.get("type").text() === "SuiteResult" && root.get("results").isList,
  read({ root }) {
    const suite = root.get("name").text();
    const results = [...root.get("results").items()];
    const facts = results.flatMap((result) => checksOf(result, suite));
    return {
      kind: "output",
      output: {
        tool: "deepchecks",
        formatVersion: null,
        producedAt: null,
        subject: null,
        facts,
        incomplete: shortfallsOf(facts, root),
        aggregates: results.flatMap(driftOf),
        warnings: [],
      },
    };
  },
});

function checksOf(result: Json, suite: string | null): readonly CheckFact[] {
  const header = headerOf(result);
  const common = {
    kind: "check" as const,
    suite,
    column: null,
    severity: null,
    value: null,
    threshold: null,
  };
  if (result.get("type").text() !== "CheckResult")
    return [{ ...common, name: header, outcome: "error", at: result.at }];
  return [...result.get("conditions_results").items()].map((condition) => {
    const name = `${header}: ${condition.get("Condition").text() ?? ""}`;
    return { ...common, name, outcome: outcomeOf(condition.get("Status")), at: condition.at };
  });
}

function headerOf(result: Json): string {
  return result.get("header").text() ?? result.get("check", "name").text() ?? "";
}

function outcomeOf(status: Json): CheckFact["outcome"] {
  switch (status.text()) {
    case "PASS":
      return "passed";
    case "FAIL":
      return "failed";
    case "WARN":
      return "warned";
    default:
      return "error";
  }
}

function shortfallsOf(checks: readonly CheckFact[], root: Json): readonly Shortfall[] {
  const errors = checks.filter(({ outcome }) => outcome === "error");
  const found: Shortfall[] = [];
  if (checks.length === errors.length) {
    const says = "no check of the suite has a condition, so that none of them can fail";
    found.push({
      code: "nothing-asserted",
      says,
      fix: "add conditions to its checks",
      at: root.get("results").at,
    });
  }
  const [first] = errors;
  if (first) {
    const says = `${errors.length} of the suite's checks could not run`;
    const fix = "give the suite what the check needs, or take the check out, and run it again";
    found.push({ code: "errors", says, fix, at: first.at });
  }
  return found;
}

/** A condition of drift from the scores of its columns, as 1 for passed and 0 for not. */
function driftOf(result: Json): readonly Aggregate[] {
  const columns = [...result.get("value").entries()].map(([, column]) => column);
  const isDrift =
    !result.has("value") || columns.some((column) => column.has("Drift score") || column.has("Method"));
  if (!isDrift) return [];
  return [...result.get("conditions_results").items()].flatMap((condition): readonly Aggregate[] => {
    const written = condition.get("Condition").text()?.slice(0, LONGEST_CONDITION) ?? "";
    const status = outcomeOf(condition.get("Status"));
    if (status === "error" || (!result.has("value") && !written.includes("drift score"))) return [];
    const within = columns.map((column) => isWithin(column, written));
    const { at } = condition.get("Status");
    const name = `passed|${headerOf(result)}: ${written}`;
    const about = { name, stated: Number(status === "passed"), tolerance: 0, rows: columns.length, at };
    if (within.includes(null) || within.length === 0)
      return [{ ...about, recomputed: null, because: "a column's drift score or its limit is not there" }];
    return [{ ...about, recomputed: Number(!within.includes(false)), because: null }];
  });
}

/** Null where the score or its limit is not there. */
function isWithin(column: Json, condition: string): boolean | null {
  const written = column.get("Drift score");
  const score = written.isMap ? written.get("value").number() : written.number();
  const method = column.get("Method").text();
  const kind = NUMERICAL.has(method ?? "") ? "numerical" : "categorical";
  const limit = LIMIT[kind].exec(condition)?.[1];
  return score === null || method === null || limit === undefined ? null : score < Number(limit);
}
