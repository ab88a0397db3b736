import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { Effective } from "../effective.ts";
import { originOf } from "../layers.ts";
import { below } from "../leaves.ts";
import type { Acceptance, Policy, PolicyFile } from "../policy.ts";
import { SEVERITIES, type Severity } from "../severity.ts";
import { told } from "./parameters.ts";
import { type Shift, type Side, verdictOf } from "./shift.ts";

/** A policy as it stands for one tier and stage. */
export interface Stand {
  readonly policy: Policy;
  readonly tier: Tier;
  readonly stage: Lifecycle;
  readonly effective: Effective;
}

/** What holds a model, in how many days findings are to be closed, and who may accept them. */
export function termShifts(before: Stand, after: Stand): readonly Shift[] {
  return [
    ...blocking(before, after),
    ...SEVERITIES.flatMap((severity) => remediation(severity, before, after)),
    ...SEVERITIES.flatMap((severity) => acceptance(severity, before, after)),
  ];
}

function blocking(before: Stand, after: Stand): readonly Shift[] {
  const milder = ({ effective }: Stand) => SEVERITIES.indexOf(effective.blocking);
  const more = milder(after) - milder(before);
  if (more === 0) return [];
  const side = ({ policy, tier, stage, effective }: Stand): Side => ({
    value: `${effective.blocking} or worse`,
    from: writtenIn(policy, below(`/tiers/${tier}/blocking`, stage), (file) => {
      return file.tiers[tier].blocking[stage] === effective.blocking;
    }),
  });
  return [told("blocking", "a model is held by", verdictOf(more), [side(before), side(after)])];
}

function remediation(severity: Severity, before: Stand, after: Stand): readonly Shift[] {
  const days = ({ effective }: Stand) => effective.remediationDays[severity];
  const [was, is] = [days(before), days(after)];
  if (was === is) return [];
  const more = (was ?? Number.POSITIVE_INFINITY) - (is ?? Number.POSITIVE_INFINITY);
  const side = (stand: Stand): Side => ({
    value: days(stand) === undefined ? "any time" : `${days(stand)} days`,
    from: writtenIn(stand.policy, `/tiers/${stand.tier}/remediation_days/${severity}`, (file) => {
      return file.tiers[stand.tier].remediationDays[severity] === days(stand);
    }),
  });
  const what = `findings of severity ${severity} are to be closed in`;
  return [told("remediation_days", what, verdictOf(more), [side(before), side(after)])];
}

function acceptance(severity: Severity, before: Stand, after: Stand): readonly Shift[] {
  const [was, is] = [before, after].map(({ effective }) => effective.accept[severity]);
  const subject = "accept";
  const what = `findings of severity ${severity}`;
  const sides = [sideOf(before), sideOf(after)] as const;
  if (!was && !is) return [];
  if (!was || !is) {
    const [verdict, says] = is
      ? (["looser", `${what} may now be accepted, ${sides[1].value}`] as const)
      : (["stricter", `${what} may no longer be accepted`] as const);
    return [{ subject, verdict, says, before: sides[0], after: sides[1] }];
  }
  const [longer, other] = [is.days - was.days, is.by !== was.by];
  const said = (words: string, value: (side: Acceptance) => string, verdict: Shift["verdict"]) =>
    told(subject, `${what} may be accepted ${words}`, verdict, [
      { ...sides[0], value: value(was) },
      { ...sides[1], value: value(is) },
    ]);
  return [
    ...(longer === 0 ? [] : [said("for", ({ days }) => `${days} days`, verdictOf(-longer))]),
    ...(other ? [said("by", ({ by }) => by, "neither")] : []),
  ];

  function sideOf({ policy, tier, effective }: Stand): Side {
    const accepted = effective.accept[severity];
    if (!accepted) return { value: null, from: [] };
    const from = writtenIn(policy, `/tiers/${tier}/accept/${severity}`, (file) => {
      return file.tiers[tier].accept[severity] === accepted;
    });
    return { value: `by ${accepted.by} for ${accepted.days} days`, from };
  }
}

/** Where the files write it that say what holds. */
export function writtenIn(
  { files }: Policy,
  pointer: string,
  says: (file: PolicyFile) => boolean,
): Side["from"] {
  return files
    .filter(says)
    .map((file) => originOf(file, pointer))
    .filter(({ line }) => line > 0);
}
