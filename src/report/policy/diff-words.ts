import type { Outlook } from "../../judgement/contrast.ts";
import { count, recommendationWords } from "../renderings/words.ts";
import {
  type ComparedPolicy,
  differs,
  type FindingBrief,
  type ModelContrast,
  type PolicyDiff,
} from "./diff.ts";

/** Shifts, models, and findings of one model that a reader is shown; JSON has all of them. */
export const SHIFTS_SHOWN = 200;
export const MODELS_SHOWN = 50;
export const FINDINGS_SHOWN = 20;

export function comparedWords({ name, version }: ComparedPolicy): string {
  return `${name} ${version}`;
}

/** `2 looser, 1 stricter`. */
export function countWords({ counts }: Pick<PolicyDiff, "counts">): string {
  const { looser, unclear, stricter, neither } = counts;
  const parts = [
    [looser, "looser"],
    [unclear, "to read: looser or stricter, no program can tell"],
    [stricter, "stricter"],
    [neither, "neither"],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return said.length === 0
    ? "No difference: both ask for the same at every tier and stage."
    : `${said.join(", ")}.`;
}

/** `tier high → critical, approve → hold`, of which only what differs. */
export function outlookWords(before: Outlook, after: Outlook): string {
  const parts = [
    before.tier === after.tier ? `tier ${before.tier}` : `tier ${before.tier} → ${after.tier}`,
    before.stage === after.stage ? before.stage : `${before.stage} → ${after.stage}`,
    before.recommendation === after.recommendation
      ? `${recommendationWords(before.recommendation)} as before`
      : `${recommendationWords(before.recommendation)} → ${recommendationWords(after.recommendation)}`,
  ];
  return parts.join(", ");
}

export interface Change {
  readonly how: string;
  readonly finding: FindingBrief;
}

export function changesOf({ appears, vanishes, regraded }: ModelContrast): readonly Change[] {
  return [
    ...vanishes.map((finding) => ({ how: `vanishes (${gradeWords(finding)})`, finding })),
    ...appears.map((finding) => ({ how: `appears (${gradeWords(finding)})`, finding })),
    ...regraded.map((finding) => ({
      how: `${gradeWords(finding.was)} → ${gradeWords(finding)}`,
      finding,
    })),
  ];
}

function gradeWords({ severity, blocking }: Pick<FindingBrief, "severity" | "blocking">): string {
  return blocking ? `${severity}, holds` : severity;
}

/** Those that would be told something else, another recommendation first. */
export function differing(against: readonly ModelContrast[]): readonly ModelContrast[] {
  const other = against.filter(differs);
  const turned = ({ before, after }: ModelContrast) => before.recommendation !== after.recommendation;
  return [...other.filter(turned), ...other.filter((one) => !turned(one))];
}

/** `2 of 5 models would be told something else.` */
export function againstWords(against: readonly ModelContrast[]): string {
  const n = against.filter(differs).length;
  if (n === 0) return `Nothing changes for ${count(against.length, "model")}.`;
  return `${n} of ${count(against.length, "model")} would be told something else.`;
}

/** Null where all are shown. */
export function leftWords(total: number, shown: number): string | null {
  return total > shown ? `… ${total - shown} more; --format json lists them.` : null;
}
