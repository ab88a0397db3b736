import { nearest } from "../../documents/nearest.ts";
import type { Approval, ApprovalRole } from "../../governance/approval.ts";
import { knownAs } from "../../inventory/person.ts";
import { distinctPeople, keysOf, seated } from "./distinct-people.ts";
import type { Uncounted } from "./standing-approvals.ts";

/** What a policy asks for: so many people of one role, from among those who may. */
export interface Required {
  readonly role: ApprovalRole;
  readonly people: number;
  /** Names or addresses; absent where anyone may. */
  readonly among?: readonly string[];
}

export interface SignOff {
  readonly required: Required;
  readonly given: readonly Approval[];
  /** Approvals of the role that nobody is counted for, and why. */
  readonly uncounted: readonly Uncounted[];
}

/** Each requirement with the approvals that count for it. A person counts once, whatever roles they have. */
export function signOffs(all: readonly Required[], counted: readonly Approval[]): readonly SignOff[] {
  const people = distinctPeople(counted);
  const options = all.map((required) => optionsFor(required, counted));
  const seats = all.flatMap(({ people: count }, at) => Array.from({ length: count }, () => at));
  const taken = seated(seats.map((at) => [...new Set(options[at]!.may.map((index) => people[index]!))]));
  const holders = new Map(taken.flatMap((person, seat) => (person === null ? [] : [[person, seats[seat]!]])));
  return all.map((required, at) => {
    const { may, uncounted } = options[at]!;
    const mine = may.filter((index) => holders.get(people[index]!) === at);
    const given = [...new Map(mine.map((index) => [people[index]!, counted[index]!])).values()];
    const elsewhere = may.flatMap((index): Uncounted[] => {
      const other = holders.get(people[index]!);
      if (other === undefined || other === at) return [];
      return [{ approval: counted[index]!, why: `counts once, and does as ${all[other]!.role}` }];
    });
    return { required, given, uncounted: [...uncounted, ...elsewhere] };
  });
}

function optionsFor({ role, among }: Required, counted: readonly Approval[]) {
  const allowed = among && new Set(among.flatMap((name) => knownAs(name, null)));
  const may: number[] = [];
  const uncounted: Uncounted[] = [];
  for (const [index, approval] of counted.entries()) {
    if (approval.role.value !== role) continue;
    if (!allowed || keysOf(approval).some((key) => allowed.has(key))) may.push(index);
    else uncounted.push({ approval, why: `not among those who may${meant(approval, among ?? [])}` });
  }
  return { may, uncounted };
}

function meant({ by }: Approval, among: readonly string[]): string {
  const close = nearest(by.value, among);
  return close === null ? "" : `; ${close} is`;
}
