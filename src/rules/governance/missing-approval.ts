import { nearest } from "../../documents/nearest.ts";
import type { Approval } from "../../governance/approval.ts";
import { knownAs } from "../../inventory/person.ts";
import { withLines } from "../paste.ts";
import type { Subject } from "../subject.ts";
import { finding, type Verdict } from "../verdict.ts";
import { keysOf } from "./distinct-people.ts";
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
  const lacking = people - given.length;
  const count = people === 1 ? "no approval" : `${given.length || "none"} of ${people} approvals`;
  const says = `${count} with the role "${role}" ${given.length > 1 ? "count" : "counts"} for version ${version}${whyNot(reasons)}`;
  const nobody = approvals.head.approvals.length === 0 && (approvals.base?.approvals.length ?? 0) === 0;
  const slip = nobody
    ? nearest(id.value, [...approvals.head.others, ...(approvals.base?.others ?? [])])
    : null;
  const hint = slip === null ? "" : `; the file beside the card has approvals of "${slip}"`;
  const anyone = lacking === 1 ? "someone" : `${lacking} people`;
  const who = among ? someOf(lacking, stillAsked(among, given)) : anyone;
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
        ...Array.from(
          { length: lacking },
          () =>
            `  - { model: ${quoted(id.value)}, version: ${quoted(version)}, by: …, role: ${role}, date: ${asOf} }`,
        ),
      ],
    ),
  });
}

/** Of those who may, whoever is not counted yet. */
function stillAsked(among: readonly string[], given: readonly Approval[]): readonly string[] {
  const taken = new Set(given.flatMap(keysOf));
  return among.filter((name) => !knownAs(name, null).some((key) => taken.has(key)));
}

function someOf(count: number, names: readonly string[]): string {
  if (names.length < count)
    return `${count === 1 ? "someone" : `${count} people`}, whom the policy has to name under \`among\` first,`;
  const rest = names.length > SHOWN ? ", …" : "";
  return `${count === 1 ? "one" : count} of ${names.slice(0, SHOWN).join(", ")}${rest}`;
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
