import { type Approval, meaningOf } from "../../governance/approval.ts";
import type { Owner } from "../../inventory/model.ts";
import { knownAs } from "../../inventory/person.ts";
import type { Subject } from "../subject.ts";
import { keysOf } from "./distinct-people.ts";

/** An approval of the model that does not count, and why. */
export interface Uncounted {
  readonly approval: Approval;
  readonly why: string;
}

export interface Standing {
  readonly counted: readonly Approval[];
  readonly uncounted: readonly Uncounted[];
}

type Asked = Pick<Subject, "before" | "after" | "approvals" | "asOf">;

/**
 * Which approvals count: of this version, no later than today, not by a developer of either side's card, and on the
 * base where there is one, as long as the change leaves them there.
 */
export function standingApprovals({ before, after, approvals, asOf }: Asked): Standing {
  const { head, base } = approvals;
  const version = after.model.version?.value ?? null;
  const digests = new Set(after.model.artifacts.flatMap(({ sha256 }) => sha256?.value.toLowerCase() ?? []));
  const developers = new Set(developersOf({ before, after }));
  const inHead = new Set(head.approvals.map(meaningOf));
  const onBase = base && new Set(base.approvals.map(meaningOf));
  const whyNot = (approval: Approval): string | null => {
    const meaning = meaningOf(approval);
    const { digest } = approval;
    if (approval.version.value !== version) return `of version ${approval.version.value}`;
    if (onBase && !onBase.has(meaning)) return "stated in this change; takes effect when merged";
    if (!inHead.has(meaning)) return "taken away by this change";
    if (keysOf(approval).some((key) => developers.has(key))) return "a developer of the model";
    if (approval.date.value > asOf) return `dated ${approval.date.value}, after ${asOf}`;
    if (digest && !digests.has(digest.value.toLowerCase()))
      return "of an artifact that the card does not name";
    return null;
  };
  const all = new Map([...(base?.approvals ?? []), ...head.approvals].map((one) => [meaningOf(one), one]));
  const judged = [...all.values()].map((approval) => ({ approval, why: whyNot(approval) }));
  return {
    counted: judged.flatMap(({ approval, why }) => (why === null ? approval : [])),
    uncounted: judged.flatMap(({ approval, why }) => (why === null ? [] : { approval, why })),
  };
}

export function hasDevelopers(subject: Pick<Subject, "before" | "after">): boolean {
  return developersOf(subject).length > 0;
}

/** By any key of theirs, on either side of the change. */
function developersOf({ before, after }: Pick<Subject, "before" | "after">): readonly string[] {
  return [before, after].flatMap((side) => side?.model.owners ?? []).flatMap(developerKeys);
}

function developerKeys({ role, name, contact }: Owner): readonly string[] {
  return role?.value === "developer" ? knownAs(name?.value ?? null, contact?.value ?? null) : [];
}
