import type { AnyRule } from "../../rules/rule.ts";
import type { FindingReport, ModelReport } from "../report.ts";

/** What one rule has to say of a control it names. */
export interface RuleCoverage {
  readonly rule: string;
  /** Accepted: all that it found wrong was accepted. Not judged: off, not due, or nothing of its kind to judge. */
  readonly state: "fine" | "finding" | "accepted" | "cannot-tell" | "not-judged";
  /** What was checked, or why nothing was. */
  readonly because: readonly string[];
  readonly findings: readonly Pick<
    FindingReport,
    "id" | "severity" | "outcome" | "disposition" | "says" | "at"
  >[];
}

/** What the report has of one rule on one model; a rule that it has nothing of was not judged. */
export function ruleCoverage(
  rule: Pick<AnyRule, "id" | "judges">,
  model: ModelReport,
  findings: readonly FindingReport[],
): RuleCoverage {
  const check = model.checks.find((one) => one.rule === rule.id);
  const found = findings.map(({ id, severity, outcome, disposition, says, at }) => ({
    id,
    severity,
    outcome,
    disposition,
    says,
    at,
  }));
  if (check === undefined)
    return { rule: rule.id, state: "not-judged", because: [absence(rule, model)], findings: found };
  const { outcome, checked } = check;
  switch (outcome) {
    case "fine":
      return { rule: rule.id, state: "fine", because: checked, findings: found };
    case "cannot-tell":
      return { rule: rule.id, state: "cannot-tell", because: checked, findings: found };
    case "not-applicable":
      return { rule: rule.id, state: "not-judged", because: checked, findings: found };
    case "finding":
      return {
        rule: rule.id,
        state: isAccepted(findings) ? "accepted" : "finding",
        because: checked,
        findings: found,
      };
  }
}

function isAccepted(findings: readonly FindingReport[]): boolean {
  const wrong = findings.filter(({ outcome }) => outcome === "finding");
  return wrong.length > 0 && wrong.every(({ disposition }) => disposition === "accepted");
}

function absence({ judges = "present" }: Pick<AnyRule, "judges">, { inScope, change }: ModelReport): string {
  if (!inScope) return "the change does not touch this model";
  const removed = change === "removed";
  if (judges === "removed" && !removed) return "it judges only models whose card the change takes away";
  if (judges === "present" && removed) return "the change takes the model's card away";
  return "the policy that judged has it switched off, or the report is of a version without it";
}
