import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { Effective } from "../effective.ts";
import type { Spot } from "../layers.ts";
import type { Acceptance, Policy } from "../policy.ts";
import { placed, type Settled } from "../settled.ts";
import { SEVERITIES, type Severity } from "../severity.ts";
import { told } from "./parameters.ts";
import { NOWHERE, type Shift, type Side, verdictOf } from "./shift.ts";

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
  const side = ({ effective }: Stand): Side => ({
    value: `${effective.blocking} or worse`,
    from: placed(effective.terms.blocking).from,
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
    from: placesOf(stand.effective.terms.remediationDays[severity]),
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

  function sideOf({ effective: { terms } }: Stand): Side {
    const accepted = terms.accept[severity];
    if (!accepted) return NOWHERE;
    const { by, days } = accepted;
    return { value: `by ${by.value} for ${days.value} days`, from: [...placesOf(by), ...placesOf(days)] };
  }
}

function placesOf(settled: Settled<unknown, Spot> | undefined): Side["from"] {
  return settled ? placed(settled).from : [];
}
