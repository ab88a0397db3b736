import { mapping, scalar } from "../../documents/build.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import type { Fact } from "./facts.ts";
import { textValue, trimMarks } from "./prose.ts";
import { isTemplateText } from "./template.ts";

const MOST_OWNERS = 50;
const LONGEST_NAME = 160;
const EMAIL = /[^\s<>()[\],;:]+@[^\s<>()[\],;:]+\.[^\s<>()[\],;:]+/;

/** An owner from "Developed by: …" or "Contact: …"; null for template text. */
export function ownerOf(fact: Fact): Mapping | null {
  const text = textValue(fact.value, trimMarks(fact.value.tokens));
  if (
    !text ||
    isTemplateText(String(text.value)) ||
    isTemplateText(fact.value.text.slice(fact.value.tokens[0]!.start))
  )
    return null;
  const [kind, role] = fact.path.split(":");
  if (kind === "contact") return contactOf(text);
  const key = textValue(fact.key);
  return personOf(text, role && key ? scalar(role, key.at, key.raw) : null);
}

export function personOf(text: Scalar, role: Scalar | null): Mapping {
  const email = emailIn(text);
  const named: [string, Value][] = [["name", email ? withoutEmail(text, email) : text]];
  if (email) named.push(["contact", email]);
  if (role) named.push(["role", role]);
  return mapping(named, text.at);
}

function contactOf(text: Scalar): Mapping {
  const email = emailIn(text);
  return mapping([["contact", email ?? text]], text.at);
}

/** Owners from the points under a heading such as "Authors" or, where only addresses count, "Contact". */
export function ownersFrom(points: readonly Scalar[], contactsOnly: boolean): Mapping[] {
  return points.slice(0, MOST_OWNERS).flatMap((point) => {
    const email = emailIn(point);
    if (contactsOnly || point.raw.length > LONGEST_NAME)
      return email ? [mapping([["contact", email]], point.at)] : [];
    return [personOf(point, null)];
  });
}

function emailIn(text: Scalar): Scalar | null {
  const found = text.raw.length > 2_000 ? null : EMAIL.exec(text.raw);
  if (!found) return null;
  return scalar(found[0], { ...text.at, column: text.at.column + found.index }, found[0]);
}

function withoutEmail(text: Scalar, email: Scalar): Scalar {
  const name = text.raw
    .replace(email.raw, "")
    .replace(/[\s<>()[\],;:–—-]+$/, "")
    .trim();
  return name === "" ? email : scalar(name, text.at, name);
}
