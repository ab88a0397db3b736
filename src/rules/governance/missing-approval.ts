import { nearest } from "../../documents/nearest.ts";
import { withLines } from "../paste.ts";
import type { Subject } from "../subject.ts";
import { finding, type Verdict } from "../verdict.ts";
import type { SignOff } from "./sign-off.ts";
import type { Uncounted } from "./standing-approvals.ts";

/** Approvals that a message names. */
const SHOWN = 3;

/** A requirement that is not met: how far it is, why the others do not count, and the lines to add. */
export function missing(
  { after, approvals, asOf }: Subject,
  version: string,
  { required: { role, people, among }, given, uncounted: ownReasons }: SignOff,
  uncounted: readonly Uncounted[],
): Verdict {
  const { id } = after.model;
  const reasons = [...uncounted.filter(({ approval }) => approval.role.value === role), ...ownReasons];
  const count = given.length === 0 ? "no approval" : `${given.length} of ${people} approvals`;
  const says = `${count} with the role "${role}" ${given.length > 1 ? "count" : "counts"} for version ${version}${whyNot(reasons)}`;
  const nobody = approvals.head.approvals.length === 0 && (approvals.base?.approvals.length ?? 0) === 0;
  const slip = nobody
    ? nearest(id.value, [...approvals.head.others, ...(approvals.base?.others ?? [])])
    : null;
  const hint = slip === null ? "" : `; the file beside the card has approvals of "${slip}"`;
  const who = among
    ? `one of ${among.slice(0, SHOWN).join(", ")}${among.length > SHOWN ? ", …" : ""}`
    : "someone";
  const first = approvals.base ? ", and merge that first" : "";
  return finding({
    about: `role|${role}`,
    at: after.model.version?.at ?? id.at,
    says: `${says}${hint}`,
    fix: withLines(
      `have ${who} who did not build the model approve this version in governance/approvals.yaml beside the card${first}`,
      "yaml",
      [
        "approvals:",
        `  - { model: ${quoted(id.value)}, version: ${quoted(version)}, by: …, role: ${role}, date: ${asOf} }`,
      ],
    ),
  });
}

function whyNot(reasons: readonly Uncounted[]): string {
  if (reasons.length === 0) return "";
  const shown = reasons.slice(0, SHOWN).map(({ approval, why }) => `${approval.by.value} (${why})`);
  const more = reasons.length > SHOWN ? ` and ${reasons.length - SHOWN} more` : "";
  return `; not counted: ${shown.join(", ")}${more}`;
}

/** What YAML would read as something else stands in quotes. */
function quoted(text: string): string {
  return /^[A-Za-z][\w.-]*$/.test(text) || /^\d+\.\d+\.\d+$/.test(text) ? text : JSON.stringify(text);
}
