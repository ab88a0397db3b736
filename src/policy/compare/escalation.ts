import { below } from "../leaves.ts";
import { SEVERITIES, type Severity } from "../severity.ts";
import { told } from "./parameters.ts";
import type { Shift, Side } from "./shift.ts";
import { type Stand, writtenIn } from "./terms.ts";
import { and } from "./words.ts";

/** Whom findings are escalated to: another role asks neither for more nor for less. */
export function escalationShifts(families: readonly string[], before: Stand, after: Stand): readonly Shift[] {
  return SEVERITIES.flatMap((severity) => {
    const moved = new Map<string, { readonly sides: readonly [Side, Side]; readonly of: string[] }>();
    for (const family of families) {
      const sides = [sideOf(before, family, severity), sideOf(after, family, severity)] as const;
      if (sides[0].value === sides[1].value) continue;
      const key = JSON.stringify(sides.map(({ value }) => value));
      const alike = moved.get(key) ?? { sides, of: [] };
      alike.of.push(family);
      moved.set(key, alike);
    }
    return [...moved.values()].map(({ sides, of }) => {
      const which = of.length === families.length ? "" : ` of ${and(of)}`;
      const what = `findings${which} of severity ${severity} are escalated to`;
      const [was, is] = sides.map((side) => ({ ...side, value: side.value ?? "no one" }));
      return told("escalate", what, "neither", [was!, is!]);
    });
  });
}

function sideOf({ policy, tier, effective }: Stand, family: string, severity: Severity): Side {
  const value = effective.escalateTo(`${family}/`, severity);
  if (value === null) return { value, from: [] };
  const own = writtenIn(
    policy,
    below(below(`/tiers/${tier}/escalate/families`, family), severity),
    (file) => {
      return file.tiers[tier].escalateFamilies.get(family)?.[severity] === value;
    },
  );
  const general = writtenIn(policy, `/tiers/${tier}/escalate/${severity}`, (file) => {
    return file.tiers[tier].escalate[severity] === value;
  });
  return { value, from: own.length > 0 ? own : general };
}
