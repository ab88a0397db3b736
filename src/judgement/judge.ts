import type { Measured } from "../measurement/measured.ts";
import type { Need } from "../measurement/need.ts";
import type { Effective } from "../policy/effective.ts";
import { atLeastAsSevere, type Severity } from "../policy/severity.ts";
import { type AnyRule, concerns } from "../rules/rule.ts";
import type { Subject } from "../rules/subject.ts";
import { cannotTell, type Verdict } from "../rules/verdict.ts";
import { type Finding, findingId } from "./finding.ts";
import { Meanings } from "./meanings.ts";
import { type Recommendation, recommend } from "./recommendation.ts";

/** What one rule answered about one model. */
export interface Check {
  readonly rule: AnyRule;
  readonly outcome: Verdict["outcome"];
  readonly checked: readonly string[];
}

export interface Judgement {
  readonly recommendation: Recommendation;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Rules that threw or said nothing: faults of ours, shown as cannot-tell. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly rule: string;
  readonly model: string;
  readonly cause: unknown;
}

/** All that the rules in force want measured. A rule that throws here throws again, and is told, when it is judged. */
export function needsOf(subject: Subject, effective: Effective, rules: readonly AnyRule[]): Need[] {
  return rules.flatMap((rule) => {
    const force = effective.force(rule);
    if (force.kind !== "in-force" || !concerns(rule, subject)) return [];
    try {
      return [...rule.needs(subject, force.parameters)];
    } catch {
      return [];
    }
  });
}

/** Runs the rules over what was measured. Pure: the same subject, policy and measurements give the same judgement. */
export function judge(
  subject: Subject,
  effective: Effective,
  measured: Measured,
  rules: readonly AnyRule[],
): Judgement {
  const checks: Check[] = [];
  const findings: Finding[] = [];
  const faults: Fault[] = [];
  const model = subject.after.model.id.value;
  const only = tellerOfUnread(subject, effective, rules);
  for (const rule of rules) {
    const force = effective.force(rule);
    if (force.kind === "off" || !concerns(rule, subject)) continue;
    if (force.kind === "not-due") {
      checks.push({ rule, outcome: "not-applicable", checked: [`due before ${force.due}`] });
      continue;
    }
    if (only !== null && rule !== only) {
      checks.push({ rule, outcome: "not-applicable", checked: ["the card cannot be read"] });
      continue;
    }
    const verdicts = run(rule, subject, measured, force.parameters, (cause) =>
      faults.push({ rule: rule.id, model, cause }),
    );
    checks.push({ rule, outcome: worst(verdicts), checked: verdicts.flatMap(said) });
    findings.push(...asFindings(rule, verdicts, model, force.severity, effective.blocking));
  }
  return { recommendation: recommend(findings), checks, findings, faults };
}

/** Seventeen rules that miss what no one could read would bury the one line that says why. */
function tellerOfUnread(subject: Subject, effective: Effective, rules: readonly AnyRule[]): AnyRule | null {
  const { root, problems } = subject.after.card;
  if (root !== null || problems.length === 0) return null;
  const holds = (rule: AnyRule) => {
    const force = effective.force(rule);
    return rule.tellsOfUnread && concerns(rule, subject) && force.kind === "in-force"
      ? blocks(force.severity, effective.blocking)
      : false;
  };
  return rules.find(holds) ?? null;
}

function run(
  rule: AnyRule,
  subject: Subject,
  measured: Measured,
  parameters: Record<string, unknown>,
  fault: (cause: unknown) => void,
): readonly Verdict[] {
  let cause: unknown;
  try {
    // A rule that cannot say what it needs has had nothing measured, whatever it would answer.
    Array.from(rule.needs(subject, parameters));
    const verdicts = [...rule.check(subject, measured, parameters)];
    if (verdicts.length > 0) return verdicts;
    cause = new Error("the rule said nothing");
  } catch (thrown) {
    cause = thrown;
  }
  fault(cause);
  const says = "this rule failed: a fault of effective-challenge, not of the model";
  return [
    cannotTell({
      about: "fault",
      at: subject.after.model.id.at,
      says,
      needs: "report the fault with this card",
    }),
  ];
}

function asFindings(
  rule: AnyRule,
  verdicts: readonly Verdict[],
  model: string,
  severity: Severity,
  blocking: Severity,
): Finding[] {
  const meanings = new Meanings();
  return verdicts.flatMap((verdict) => {
    if (verdict.outcome !== "finding" && verdict.outcome !== "cannot-tell") return [];
    const { outcome, about, at, says } = verdict;
    const fix = verdict.outcome === "finding" ? verdict.fix : verdict.needs;
    const also = (verdict.outcome === "finding" && verdict.also) || [];
    const meaning = meanings.distinct(about);
    const id = findingId(rule.id, model, meaning);
    const holds = blocks(severity, blocking);
    return [{ id, rule: rule.id, severity, outcome, about: meaning, at, also, says, fix, blocking: holds }];
  });
}

function blocks(severity: Severity, blocking: Severity): boolean {
  return severity !== "info" && atLeastAsSevere(severity, blocking);
}

const WORST_FIRST: readonly Verdict["outcome"][] = ["finding", "cannot-tell", "fine", "not-applicable"];

function worst(verdicts: readonly Verdict[]): Verdict["outcome"] {
  return (
    WORST_FIRST.find((outcome) => verdicts.some((verdict) => verdict.outcome === outcome)) ?? "cannot-tell"
  );
}

function said(verdict: Verdict): string[] {
  if (verdict.outcome === "fine") return [verdict.checked];
  return verdict.outcome === "not-applicable" ? [verdict.because] : [];
}
