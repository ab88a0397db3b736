import type { Lifecycle } from "../../inventory/vocabulary.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { isDue } from "../layers.ts";
import type { SettledRule } from "../settled.ts";
import { SEVERITIES } from "../severity.ts";
import { parameterShifts, told } from "./parameters.ts";
import { NOWHERE, type Shift, type Side, verdictOf } from "./shift.ts";

/** How one rule stands under a policy; a rule that the policy does not know is absent. */
export type Standing =
  | { readonly kind: "absent" }
  | { readonly kind: "off" | "not-due" | "in-force"; readonly settled: SettledRule };

export function standingOf(settled: SettledRule, stage: Lifecycle): Standing {
  if (settled.severity.value === "off") return { kind: "off", settled };
  return { kind: isDue(settled.due.value, stage) ? "in-force" : "not-due", settled };
}

/** What two policies ask differently through one rule. Where it is in force under neither, nothing is. */
export function ruleShifts(rule: AnyRule, before: Standing, after: Standing): readonly Shift[] {
  const { id } = rule;
  if (before.kind === "in-force" && after.kind === "in-force")
    return shiftsInForce(rule, before.settled, after.settled);
  if (before.kind !== "in-force" && after.kind !== "in-force") return [];
  const [was, is] = [before, after].map((side) => (side.kind === "absent" ? null : side.settled));
  if (was && is && was.severity.value !== "off" && is.severity.value !== "off") {
    const sides = [due(was), due(is)] as const;
    return [told(id, `${id} due from`, after.kind === "in-force" ? "stricter" : "looser", sides)];
  }
  const held = { before: severity(was ?? null), after: severity(is ?? null) };
  if (after.kind !== "in-force") {
    const says = after.kind === "absent" ? `${id} is taken out` : `${id} is turned off`;
    return [{ subject: id, verdict: "looser", says, ...held }];
  }
  const how = before.kind === "absent" ? "is added" : "is turned on";
  const says = `${id} ${how}, as ${after.settled.severity.value}`;
  return [{ subject: id, verdict: "stricter", says, ...held }];
}

const GRAVEST_FIRST: readonly string[] = SEVERITIES;

function shiftsInForce(rule: AnyRule, before: SettledRule, after: SettledRule): readonly Shift[] {
  const { id } = rule;
  const milder = (settled: SettledRule) => GRAVEST_FIRST.indexOf(settled.severity.value);
  const graver = milder(before) - milder(after);
  const sides = [severity(before), severity(after)] as const;
  const graded = graver === 0 ? [] : [told(id, `${id} severity`, verdictOf(graver), sides)];
  const parameters = Object.entries(rule.parameters).flatMap(([name, schema]) => {
    const [was, is] = [before.parameters[name], after.parameters[name]];
    return was && is ? parameterShifts(id, name, schema, was, is) : [];
  });
  return [...graded, ...parameters];
}

function severity(settled: SettledRule | null): Side {
  return settled ? { value: settled.severity.value, from: settled.severity.from } : NOWHERE;
}

function due({ due }: SettledRule): Side {
  return { value: due.value, from: due.from };
}
