import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { Spot } from "./layers.ts";
import type { Policy, PolicyFile } from "./policy.ts";
import type { Settled } from "./settled.ts";
import { SEVERITIES, type Severity } from "./severity.ts";

type BySeverity<T> = Readonly<Partial<Record<Severity, T>>>;

/** Terms of a tier at a stage, each with every place that says what holds. */
export interface SettledTerms {
  readonly blocking: Settled<Severity, Spot>;
  readonly remediationDays: BySeverity<Settled<number, Spot>>;
  readonly accept: BySeverity<SettledAcceptance>;
}

export interface SettledAcceptance {
  readonly by: Settled<string, Spot>;
  readonly days: Settled<number, Spot>;
}

/** What one file says. */
interface Said<T> {
  readonly value: T;
  readonly at: Spot;
}

export function settledTerms({ files }: Policy, tier: Tier, stage: Lifecycle): SettledTerms {
  return {
    blocking: mildest(saidBy(files, tier, ["blocking", stage], (file) => file.tiers[tier].blocking[stage])),
    remediationDays: bySeverity((severity) => {
      const said = saidBy(files, tier, ["remediation_days", severity], (file) => {
        return file.tiers[tier].remediationDays[severity];
      });
      return said.length === 0 ? null : fewest(said);
    }),
    accept: accepted(
      files.filter((file) => Object.keys(file.tiers[tier].accept).length > 0),
      tier,
    ),
  };
}

/** The role that findings of a family's rules are escalated to, by the nearest file that says it; null for none. */
export function escalation(
  { files }: Policy,
  tier: Tier,
  family: string | null,
  severity: Severity,
): Settled<string, Spot> | null {
  for (const file of files) {
    const { escalate, escalateFamilies } = file.tiers[tier];
    const own = family === null ? undefined : escalateFamilies.get(family)?.[severity];
    const keys = own === undefined ? [severity] : ["families", family ?? "", severity];
    const role = own ?? escalate[severity];
    if (role !== undefined) return { value: role, from: [spot(file, tier, ["escalate", ...keys])] };
  }
  return null;
}

/** What blocks at the mildest severity blocks most. */
function mildest(said: readonly Said<Severity>[]): Settled<Severity, Spot> {
  const rank = ({ value }: Said<Severity>) => SEVERITIES.indexOf(value);
  const value = SEVERITIES[Math.max(0, ...said.map(rank))] ?? "critical";
  return whereSaid(value, said);
}

function fewest(said: readonly Said<number>[]): Settled<number, Spot> {
  return whereSaid(Math.min(...said.map(({ value }) => value)), said);
}

/** What every file that speaks of acceptance lets someone accept, for the fewest days; whom the nearest names. */
function accepted(speaking: readonly PolicyFile[], tier: Tier): SettledTerms["accept"] {
  return bySeverity((severity) => {
    const of = (file: PolicyFile) => file.tiers[tier].accept[severity];
    const days = saidBy(speaking, tier, ["accept", severity, "days"], (file) => of(file)?.days);
    const [by] = saidBy(speaking, tier, ["accept", severity, "by"], (file) => of(file)?.by);
    if (!by || days.length < speaking.length) return null;
    return { by: { value: by.value, from: [by.at] }, days: fewest(days) };
  });
}

function bySeverity<T>(of: (severity: Severity) => T | null): BySeverity<T> {
  const found: Partial<Record<Severity, T>> = {};
  for (const severity of SEVERITIES) {
    const one = of(severity);
    if (one !== null) found[severity] = one;
  }
  return found;
}

function saidBy<T>(
  files: readonly PolicyFile[],
  tier: Tier,
  keys: readonly string[],
  of: (file: PolicyFile) => T | undefined,
): readonly Said<T>[] {
  return files.flatMap((file) => {
    const value = of(file);
    return value === undefined ? [] : [{ value, at: spot(file, tier, keys) }];
  });
}

function whereSaid<T>(value: T, said: readonly Said<T>[]): Settled<T, Spot> {
  return { value, from: said.filter((one) => one.value === value).map(({ at }) => at) };
}

function spot(file: PolicyFile, tier: Tier, keys: readonly string[]): Spot {
  return { file, above: `/tiers/${tier}`, keys };
}
