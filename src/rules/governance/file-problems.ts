import type { Problem } from "../../documents/problem.ts";
import type { StatedApprovals } from "../../governance/stated-approvals.ts";
import { oneByOne } from "../one-by-one.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, type Verdict } from "../verdict.ts";

interface Told {
  readonly problem: Problem;
  readonly isUnread: boolean;
  /** Before what it says: which side it is on. */
  readonly where: string;
}

/** What is wrong on either side, once; files that nobody can read first. */
export function* problemsOf({ approvals: { head, base } }: Subject): Generator<Verdict> {
  const told = [...problemsIn(head, ""), ...(base ? problemsIn(base, "on the base, ") : [])];
  const once = new Map<string, Told>();
  for (const one of told) {
    const { at, says } = one.problem;
    const key = `${at.path}:${at.pointer} ${says}`;
    if (!once.has(key)) once.set(key, one);
  }
  const all = [...once.values()].sort((a, b) => Number(b.isUnread) - Number(a.isUnread));
  yield* oneByOne(all, verdictOf, ({ problem: { at } }, left) =>
    finding({
      about: "more",
      at,
      says: `${left} more problems like these follow`,
      fix: "correct those above first",
    }),
  );
}

function problemsIn({ unreadable, problems }: StatedApprovals, where: string): Told[] {
  return [
    ...unreadable.map((problem) => ({ problem, where, isUnread: true })),
    ...problems.map((problem) => ({ problem, where, isUnread: false })),
  ];
}

function verdictOf({ problem: { code, about, at, says, fix }, isUnread, where }: Told): Verdict {
  const told = { about: `${code}|${at.path}|${about}`, at, says: `${where}${says}` };
  return isUnread ? cannotTell({ ...told, needs: fix }) : finding({ ...told, fix });
}
