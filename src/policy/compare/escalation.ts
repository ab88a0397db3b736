import { placed } from "../settled.ts";
import { SEVERITIES, type Severity } from "../severity.ts";
import { escalation } from "../terms.ts";
import { told } from "./parameters.ts";
import { NOWHERE, type Shift, type Side } from "./shift.ts";
import type { Stand } from "./terms.ts";
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

function sideOf({ policy, tier }: Stand, family: string, severity: Severity): Side {
  const role = escalation(policy, tier, family, severity);
  return role ? placed(role) : NOWHERE;
}
