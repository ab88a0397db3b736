import type { Approvals } from "../../case/approvals.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping } from "../../documents/value.ts";
import { approvalsFrom } from "../../governance/approvals-from.ts";
import type { StatedApprovals } from "../../governance/stated-approvals.ts";
import type { Sourced } from "../../inventory/sourced.ts";
import type { StatedFacts } from "./stated-facts.ts";

/** The approvals that a test states: those of the change, and those of the base where they are said to be others. */
export function statedApprovals(
  facts: StatedFacts,
  written: Mapping | null,
  { value: id, at }: Sourced<string>,
): { readonly approvals: Approvals; readonly problems: readonly Problem[] } {
  const says = facts.approvals_unreadable;
  const fix = "mend the file of approvals";
  const unreadable = says === undefined ? [] : [{ code: "unreadable", about: "file", at, says, fix }];
  const after = approvalsFrom(written, "approvals");
  const before = facts.before_approvals === undefined ? after : approvalsFrom(written, "before_approvals");
  const side = ({ approvals }: typeof after): StatedApprovals => ({
    approvals: approvals.filter(({ model }) => model.value === id),
    problems: [],
    unreadable,
    others: approvals.flatMap(({ model }) => (model.value === id ? [] : model.value)),
  });
  return {
    approvals: { head: side(after), base: side(before) },
    problems: before === after ? after.problems : [...after.problems, ...before.problems],
  };
}
