import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import type { AnyRule } from "../../rules/rule.ts";
import { effectivePolicy } from "../effective.ts";
import type { Policy } from "../policy.ts";
import { type Definitions, definitionShift, definitionsOf } from "./custom.ts";
import { escalationShifts } from "./escalation.ts";
import { gathered, type LocalShift } from "./gathered.ts";
import { ruleShifts, type Standing, standingOf } from "./rule.ts";
import { type PolicyShift, type Shift, type Side, VERDICTS } from "./shift.ts";
import { type Stand, termShifts } from "./terms.ts";
import { tieringShifts } from "./tiering.ts";

/**
 * All that two policies ask differently of models, tier by tier and stage by stage, what is looser first. Pure: what
 * changes no effective value is no shift, however it is written.
 */
export function comparePolicies(
  before: Policy,
  after: Policy,
  rules: readonly AnyRule[],
): readonly PolicyShift[] {
  if (before === after || before.sha256 === after.sha256) return [];
  const known = knownTo(before, after, rules);
  const tiering = tieringShifts(before, after).map((shift) => ({ ...shift, tiers: null, stages: null }));
  const local = TIERS.flatMap((tier) =>
    LIFECYCLES.flatMap((stage): readonly LocalShift[] => {
      const [was, is] = [before, after].map(
        (policy): Stand => ({ policy, tier, stage, effective: effectivePolicy(policy, tier, stage) }),
      );
      return shiftsAt(was!, is!, known).map((shift) => ({ tier, stage, shift }));
    }),
  );
  const shifts = [...tiering, ...gathered(local)];
  return VERDICTS.flatMap((verdict) => shifts.filter((shift) => shift.verdict === verdict));
}

interface Known {
  readonly rules: readonly {
    readonly id: string;
    readonly old: AnyRule | null;
    readonly young: AnyRule | null;
  }[];
  readonly families: readonly string[];
  readonly definitions: readonly [Definitions, Definitions];
}

function knownTo(before: Policy, after: Policy, rules: readonly AnyRule[]): Known {
  const [old, young] = [before, after].map(
    ({ customRules }) => new Map([...rules, ...customRules].map((rule) => [rule.id, rule])),
  );
  const ids = [...new Set([...old!.keys(), ...young!.keys()])];
  const escalated = [before, after].flatMap(({ files }) =>
    files.flatMap(({ tiers }) => TIERS.flatMap((tier) => [...tiers[tier].escalateFamilies.keys()])),
  );
  return {
    rules: ids.map((id) => ({ id, old: old!.get(id) ?? null, young: young!.get(id) ?? null })),
    families: [...new Set([...ids.map((id) => id.slice(0, id.indexOf("/"))), ...escalated])],
    definitions: [definitionsOf(before), definitionsOf(after)],
  };
}

function shiftsAt(before: Stand, after: Stand, { rules, families, definitions }: Known): readonly Shift[] {
  return [
    ...termShifts(before, after),
    ...rules.flatMap(({ id, old, young }) => {
      const [was, is] = [standing(old, before), standing(young, after)];
      const shifts = ruleShifts((young ?? old)!, was, is);
      if (old === null || young === null) return shifts.map((shift) => placedAt(shift, id, definitions));
      const inForce = was.kind === "in-force" && is.kind === "in-force";
      return inForce ? [...shifts, ...definitionShift(id, ...definitions)] : shifts;
    }),
    ...escalationShifts(families, before, after),
  ];
}

function standing(rule: AnyRule | null, { effective, stage }: Stand): Standing {
  return rule ? standingOf(effective.settled(rule), stage) : { kind: "absent" };
}

/** A rule that one side alone has is where it is written, also when it does not state its severity. */
function placedAt(shift: Shift, id: string, [old, young]: Known["definitions"]): Shift {
  const side = (one: Side, definitions: Definitions): Side => {
    const definition = definitions.get(id);
    return definition ? { ...one, from: [definition.at] } : one;
  };
  return { ...shift, before: side(shift.before, old), after: side(shift.after, young) };
}
