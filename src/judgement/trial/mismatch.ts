import type { Effective } from "../../policy/effective.ts";
import type { Acceptance } from "../../policy/policy.ts";
import { SEVERITIES } from "../../policy/severity.ts";
import type { Finding } from "../finding.ts";
import type { Outcome } from "./run.ts";
import type { Expectation, ExpectedFinding, ExpectedTerms } from "./trial.ts";

const SHOWN = 4;

/** One thing that a test expects, and what came instead. */
export interface Mismatch {
  readonly expected: string;
  readonly came: string;
}

/** What of a test's expectations an outcome does not meet. */
export function mismatches(expect: Expectation, outcome: Outcome): Mismatch[] {
  const { judgement, tiering, stage, effective } = outcome;
  const found: Mismatch[] = [];
  const same = <T>(what: string, expected: T | undefined, came: T) => {
    if (expected !== undefined && expected !== came)
      found.push({ expected: `${what} ${String(expected)}`, came: String(came) });
  };
  same("tier", expect.tier, tiering.effective);
  same("stage", expect.stage, stage);
  if (expect.recommendation !== undefined && expect.recommendation !== judgement.recommendation) {
    const came = `${judgement.recommendation}${openWords(judgement.findings)}`;
    found.push({ expected: `recommendation ${expect.recommendation}`, came });
  }
  if (
    expect.because !== undefined &&
    !tiering.because.some((reason) => reason.includes(expect.because ?? ""))
  )
    found.push({ expected: `the tier's reason "${expect.because}"`, came: tiering.because.join("; ") });
  for (const wanted of expect.findings ?? []) {
    const own = judgement.findings.filter(({ rule }) => rule === wanted.rule);
    if (!own.some((one) => fits(wanted, one, effective)))
      found.push({ expected: findingText(wanted), came: cameOf(wanted.rule, own, outcome) });
  }
  for (const rule of expect.absent ?? []) {
    const own = judgement.findings.filter((one) => one.rule === rule);
    if (own.length > 0) found.push({ expected: `nothing of ${rule}`, came: cameOf(rule, own, outcome) });
  }
  for (const rule of expect.fine ?? []) {
    const own = judgement.findings.filter((one) => one.rule === rule);
    const outcomeOfRule = judgement.checks.find((check) => check.rule.id === rule)?.outcome;
    if (outcomeOfRule !== "fine") found.push({ expected: `${rule} fine`, came: cameOf(rule, own, outcome) });
  }
  for (const rule of expect.idle ?? []) {
    const own = judgement.findings.filter((one) => one.rule === rule);
    const check = judgement.checks.find((one) => one.rule.id === rule);
    if (check?.outcome !== "not-applicable" || effective.force(check.rule).kind !== "in-force")
      found.push({ expected: `${rule} idle`, came: cameOf(rule, own, outcome) });
  }
  for (const { rule, cause } of judgement.faults)
    found.push({ expected: `${rule} to answer`, came: `it failed, a fault of ours: ${String(cause)}` });
  return [...found, ...termMismatches(expect.terms ?? {}, outcome)];
}

/** The findings that decide, those that hold before the others. */
function openWords(findings: readonly Finding[]): string {
  const holding = findings.filter(({ blocking }) => blocking);
  const deciding = holding.length > 0 ? holding : findings.filter(({ severity }) => severity !== "info");
  if (deciding.length === 0) return "";
  const shown = deciding.slice(0, SHOWN).map(({ rule, about }) => `${rule} (${about})`);
  const more = deciding.length - shown.length;
  return `, by ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function fits(wanted: ExpectedFinding, finding: Finding, effective: Effective): boolean {
  const { outcome, severity, about, says, blocking, days, escalate_to: role } = wanted;
  return (
    (outcome === undefined || outcome === finding.outcome) &&
    (severity === undefined || severity === finding.severity) &&
    (about === undefined || about === finding.about) &&
    (says === undefined || finding.says.includes(says)) &&
    (blocking === undefined || blocking === finding.blocking) &&
    (days === undefined || days === effective.remediationDays[finding.severity]) &&
    (role === undefined || role === effective.escalateTo(finding.rule, finding.severity))
  );
}

function findingText({ rule, ...wanted }: ExpectedFinding): string {
  const parts = Object.entries(wanted).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return [`a finding of ${rule}`, ...parts].join(", ");
}

/** What a rule did say. */
function cameOf(rule: string, own: readonly Finding[], { judgement, effective }: Outcome): string {
  if (own.length > 0) {
    const shown = own.slice(0, 3).map((one) => {
      const terms = `${one.severity} ${one.outcome}${one.blocking ? ", blocking" : ""}`;
      const days = effective.remediationDays[one.severity];
      const role = effective.escalateTo(one.rule, one.severity);
      return `${terms}, about "${one.about}"${days === undefined ? "" : `, ${days} days`}${role === null ? "" : `, to ${role}`}: ${one.says}`;
    });
    return `${shown.join("; ")}${own.length > 3 ? `; and ${own.length - 3} more` : ""}`;
  }
  const check = judgement.checks.find((one) => one.rule.id === rule);
  if (!check) return "the rule is off, or not for such a change";
  return `${check.outcome}: ${check.checked.slice(0, 3).join("; ")}`;
}

function termMismatches(terms: ExpectedTerms, { effective, judgement }: Outcome): Mismatch[] {
  const { days = {}, escalate = {}, accept = {}, severity = {} } = terms;
  const wanted: (readonly [string, string | undefined, string | undefined])[] = [
    ["blocking", terms.blocking, effective.blocking],
    ...SEVERITIES.flatMap((one) => [
      [`days of ${one}`, days[one]?.toString(), effective.remediationDays[one]?.toString()] as const,
      [`escalate of ${one}`, escalate[one], effective.escalateTo("", one) ?? undefined] as const,
      [`accept of ${one}`, acceptance(accept[one]), acceptance(effective.accept[one])] as const,
    ]),
    ...Object.entries(severity).map(([id, expected]) => {
      const rule = judgement.checks.find((check) => check.rule.id === id)?.rule;
      return [`severity of ${id}`, expected, rule ? effective.settled(rule).severity.value : "off"] as const;
    }),
  ];
  return wanted.flatMap(([what, expected, came]) =>
    expected === undefined || expected === came
      ? []
      : [{ expected: `${what}: ${expected}`, came: came ?? "nothing" }],
  );
}

function acceptance(given: Acceptance | undefined): string | undefined {
  return given && `${given.by} for ${given.days} days`;
}
