import { isDate } from "../documents/date.ts";
import type { Problem } from "../documents/problem.ts";
import type { Mapping } from "../documents/value.ts";
import { mapsAt, nameAt, textAt, wordAt } from "../inventory/record/fields.ts";
import { APPROVAL_ROLES, type Approval } from "./approval.ts";

export interface ReadApprovals {
  readonly approvals: readonly Approval[];
  /** What the schema does not see: stand-ins for a name, and days that no calendar has. */
  readonly problems: readonly Problem[];
}

/** The entries under a key. One that lacks what makes it an approval is none: the schema's problems tell of it. */
export function approvalsFrom(root: Mapping | null, key = "approvals"): ReadApprovals {
  const entries = mapsAt(root, key);
  return { approvals: entries.flatMap(approvalFrom), problems: entries.flatMap(problemsOf) };
}

function approvalFrom(entry: Mapping): Approval[] {
  const model = nameAt(entry, "model");
  const version = textAt(entry, "version");
  const by = textAt(entry, "by");
  const role = wordAt(entry, "role", APPROVAL_ROLES);
  const date = textAt(entry, "date");
  if (!model || !version || !by || !role || !date || !isDate(date.value)) return [];
  const contact = textAt(entry, "contact");
  const digest = textAt(entry, "digest");
  return [{ model, version, by, contact, role, date, digest, at: entry.at }];
}

function problemsOf(entry: Mapping): Problem[] {
  const standIns = ["version", "by", "date"].flatMap((key): Problem[] => {
    const written = nameAt(entry, key);
    if (!written || textAt(entry, key)) return [];
    const says = `\`${key}: ${written.value}\` stands for an answer still to come`;
    return [
      { code: "placeholder", about: key, at: written.at, says, fix: "write it, or take the approval out" },
    ];
  });
  const date = textAt(entry, "date");
  // What is not even written as one the schema tells.
  if (!date || isDate(date.value) || !/^\d{4}-\d{2}-\d{2}$/.test(date.value)) return standIns;
  const says = `the date of the approval, ${date.value}, is no day of the calendar`;
  const fix = "write the day on which it was approved";
  return [...standIns, { code: "no-date", about: "date", at: date.at, says, fix }];
}
