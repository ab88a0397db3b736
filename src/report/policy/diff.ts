import type { Contrast, Outlook } from "../../judgement/contrast.ts";
import type { Finding } from "../../judgement/finding.ts";
import { type PolicyShift, VERDICTS, type Verdict } from "../../policy/compare/shift.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Severity } from "../../policy/severity.ts";
import { type ShiftReport, shiftReport } from "./shift-report.ts";

/** What two policies ask differently, and what that does to the models that were judged under both. */
export interface PolicyDiff {
  readonly schema: "effective-challenge/policy-diff/v1";
  readonly before: ComparedPolicy;
  readonly after: ComparedPolicy;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Looser first. */
  readonly shifts: readonly ShiftReport[];
  /** Null when no models were asked about. */
  readonly against: readonly ModelContrast[] | null;
}

export interface ComparedPolicy {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** The policy's own file first. */
  readonly files: readonly string[];
}

export interface ModelContrast {
  readonly model: string;
  readonly path: string;
  readonly before: Outlook;
  readonly after: Outlook;
  readonly appears: readonly FindingBrief[];
  readonly vanishes: readonly FindingBrief[];
  /** As it would be, with what it is now. */
  readonly regraded: readonly (FindingBrief & { readonly was: Grade })[];
}

interface Grade {
  readonly severity: Severity;
  readonly blocking: boolean;
}

export interface FindingBrief extends Grade {
  readonly id: string;
  readonly rule: string;
  readonly outcome: "finding" | "cannot-tell";
  readonly says: string;
  readonly at: string;
}

export function policyDiff(
  before: Policy,
  after: Policy,
  shifts: readonly PolicyShift[],
  contrasts: readonly Contrast[] | null,
): PolicyDiff {
  const count = (verdict: Verdict) => shifts.filter((shift) => shift.verdict === verdict).length;
  return {
    schema: "effective-challenge/policy-diff/v1",
    before: compared(before),
    after: compared(after),
    counts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as PolicyDiff["counts"],
    shifts: shifts.map(shiftReport),
    against: contrasts?.map(modelContrast) ?? null,
  };
}

/** Whether a model would be told anything else. */
export function differs({ before, after, appears, vanishes, regraded }: ModelContrast): boolean {
  const same =
    before.tier === after.tier &&
    before.stage === after.stage &&
    before.recommendation === after.recommendation;
  return !same || appears.length + vanishes.length + regraded.length > 0;
}

function compared({ name, version, sha256, files }: Policy): ComparedPolicy {
  return { name, version, sha256, files: files.map(({ path }) => path) };
}

function modelContrast({ model, path, before, after, appears, vanishes, regraded }: Contrast): ModelContrast {
  return {
    model,
    path,
    before,
    after,
    appears: appears.map(brief),
    vanishes: vanishes.map(brief),
    regraded: regraded.map(({ before, after }) => ({
      ...brief(after),
      was: { severity: before.severity, blocking: before.blocking },
    })),
  };
}

function brief({ id, rule, severity, outcome, blocking, says, at }: Finding): FindingBrief {
  return { id, rule, severity, outcome, blocking, says, at: `${at.path}:${at.line}` };
}
