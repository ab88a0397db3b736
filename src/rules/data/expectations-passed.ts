import type { CheckFact } from "../../evidence/output/fact.ts";
import { counted } from "../../measurement/number-format.ts";
import { oneByOne } from "../one-by-one.ts";
import { defineRule } from "../rule.ts";
import { factsOf, outputsOf, type Shown } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

export default defineRule({
  id: "data/expectations-passed",
  question: "Was every test of the data evaluated, and did it pass?",
  why: "A suite of expectations is what the team itself says must hold of its data. One that failed was waved through by someone; one that ended in an error says nothing, and is easily taken for a pass.",
  controls: ["DAT-07"],
  remedy: {
    says: "Mend the data, or the expectation that is wrong, and run the suite again. An error is mended in the suite: a column that is not there, a type that does not fit.",
    yaml: `
evidence:
  - id: expectations
    path: evidence/great-expectations-validation.json
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: loans, task: binary-classification }
evidence: [{ path: expectations.json }]
`,
      "expectations.json": `
{
  "meta": { "great_expectations_version": "1.9.1", "expectation_suite_name": "loans" },
  "success": false,
  "statistics": { "evaluated_expectations": 1, "successful_expectations": 0, "unsuccessful_expectations": 1 },
  "results": [
    {
      "expectation_config": {
        "type": "expect_column_values_to_be_between",
        "kwargs": { "column": "age", "min_value": 18, "max_value": 120 }
      },
      "result": { "element_count": 200, "missing_count": 0, "unexpected_count": 8, "unexpected_percent": 4.0 },
      "success": false
    }
  ]
}
`,
    },
    passing: {
      "expectations.json": `
{
  "meta": { "great_expectations_version": "1.9.1", "expectation_suite_name": "loans" },
  "success": true,
  "statistics": { "evaluated_expectations": 1, "successful_expectations": 1, "unsuccessful_expectations": 0 },
  "results": [
    {
      "expectation_config": {
        "type": "expect_column_values_to_be_between",
        "kwargs": { "column": "age", "min_value": 18, "max_value": 120 }
      },
      "result": { "element_count": 200, "missing_count": 0, "unexpected_count": 0, "unexpected_percent": 0.0 },
      "success": true
    }
  ]
}
`,
    },
  },
  parameters: {},
  reads: ["check"],
  needs: () => [],
  *check({ after }) {
    if (factsOf(after, "check").length === 0)
      yield notApplicable("no tool's file tells of a test of the data");
    for (const shown of outputsOf(after)) yield* answers(shown);
  },
});

function* answers(shown: Shown): Generator<Verdict> {
  const checks = shown.output.facts.filter((fact) => fact.kind === "check");
  if (checks.length === 0) return;
  const source = `${shown.file.path}, of ${shown.output.tool}`;
  const failed = checks.filter(({ outcome }) => outcome === "failed");
  const unknown = checks.filter(({ outcome }) => outcome === "error" || outcome === "skipped");
  const answer = (check: CheckFact, left: number): Verdict => {
    const place = { about: `${left === 0 ? nameOf(check) : check.outcome}|${shown.file.id}`, at: check.at };
    const more = left > 1 ? `, and so did ${left - 1} more` : "";
    if (check.outcome === "failed") {
      const says = `${source}: ${nameOf(check)} failed${numbersOf(check)}${more}`;
      return finding({
        ...place,
        says,
        fix: "mend the data, or the expectation that is wrong, and run it again",
      });
    }
    const how = check.outcome === "error" ? "ended in an error" : "was skipped";
    const says = `${source}: ${nameOf(check)} ${how}${more}`;
    return cannotTell({ ...place, says, needs: "mend the suite, so that it is evaluated, and run it again" });
  };
  for (const group of [failed, unknown]) yield* oneByOne(group, (check) => answer(check, 0), answer);
  const passed = checks.length - failed.length - unknown.length;
  const warned = checks.filter(({ outcome }) => outcome === "warned").length;
  if (passed > 0) {
    const warnings = warned > 0 ? `, ${warned} of them with a warning` : "";
    yield fine({ checked: `${source}: ${passed} of ${counted(checks.length, "test")} passed${warnings}` });
  }
}

function nameOf({ suite, name, column }: CheckFact): string {
  const what = column === null ? name : `${name} of ${column}`;
  return suite === null ? what : `${what} in ${suite}`;
}

function numbersOf({ value, threshold }: CheckFact): string {
  if (value === null) return "";
  return threshold === null ? `, at ${value}` : `, at ${value} with a limit of ${threshold}`;
}
