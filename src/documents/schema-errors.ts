import type { ErrorObject } from "ajv/dist/2020.js";
import { atPointer } from "./lookup.ts";
import { nearest } from "./nearest.ts";
import { type Place, startOf } from "./place.ts";
import { plain } from "./plain.ts";
import { pointerTo } from "./pointer.ts";
import type { Problem } from "./problem.ts";
import { withoutBranches } from "./schema-unions.ts";
import { describeTypes, listed, nameOf, ruleInWords, shorten, shownValue } from "./schema-words.ts";
import type { Value } from "./value.ts";

/** One error of the schema's engine with what it is about. */
interface Wrong {
  readonly error: ErrorObject;
  readonly value: Value | null;
  readonly at: Place;
  readonly name: string;
  readonly shown: string;
}

/** What the schema's engine reports, as problems in plain words: one for each thing wrong, in document order. */
export function explain(errors: readonly ErrorObject[], root: Value): Problem[] {
  const problems = new Map<string, Problem>();
  for (const error of withoutBranches(errors)) {
    if (error.keyword === "if") continue;
    const problem = problemOf(wrong(error, root));
    problems.set(`${problem.code} ${problem.about}`, problem);
  }
  return [...problems.values()].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

function wrong(error: ErrorObject, root: Value): Wrong {
  const value = atPointer(root, error.instancePath);
  return {
    error,
    value,
    at: { ...(value?.at ?? startOf(root.at.path)), pointer: error.instancePath },
    name: nameOf(error.instancePath),
    shown: value ? shownValue(plain(value)) : "empty",
  };
}

function problemOf(found: Wrong): Problem {
  const { keyword, params } = found.error;
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params.additionalProperty), found);
    case "unevaluatedProperties":
      return unknownKey(String(params.unevaluatedProperty), found);
    case "required":
      return missingKey(String(params.missingProperty), found);
    case "type":
      return wrongType(describeTypes(params.type), found);
    case "enum":
      return wrongWord(Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [], found);
    default:
      return wrongValue(found);
  }
}

function unknownKey(key: string, { error, value, at }: Wrong): Problem {
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const near = nearest(key, known);
  const entry = value?.kind === "map" ? value.entries.get(key) : undefined;
  const pointer = pointerTo(at.pointer, key);
  const place = at.pointer === "" ? "" : ` of \`${nameOf(at.pointer)}\``;
  return {
    code: "unknown-key",
    about: pointer,
    at: { ...(entry?.keyAt ?? at), pointer },
    says: `\`${shorten(key)}\` is not a known key${place}`,
    fix: `${near ? `did you mean \`${near}\`?` : `known here: ${listed(known)}.`} A key of your own starts with \`x-\``,
  };
}

function missingKey(key: string, { at, name }: Wrong): Problem {
  const says = name === "" ? `\`${key}\` is missing` : `\`${name}\` has no \`${key}\``;
  return { code: "missing-key", about: pointerTo(at.pointer, key), at, says, fix: `add \`${key}:\`` };
}

function wrongType(types: string, { at, name, shown }: Wrong): Problem {
  const subject = name === "" ? "the document" : `\`${name}\``;
  const says = `${subject} must be ${types}, and is ${shown}`;
  return { code: "wrong-type", about: at.pointer, at, says, fix: `write ${types}` };
}

function wrongWord(allowed: readonly string[], { at, name, shown, value }: Wrong): Problem {
  const near = value?.kind === "scalar" ? nearest(value.raw, allowed) : null;
  const says = `\`${name}\` must be one of ${listed(allowed)}, and is ${shown}`;
  const fix = near ? `did you mean \`${near}\`?` : `write one of ${listed(allowed)}`;
  return { code: "wrong-value", about: at.pointer, at, says, fix };
}

function wrongValue({ error, at, name, shown }: Wrong): Problem {
  const rule = ruleInWords(error);
  const description: unknown = error.parentSchema?.description;
  const meaning = typeof description === "string" ? description : `it ${rule}`;
  const says = `\`${name}\` ${rule}, and is ${shown}`;
  return { code: "wrong-value", about: at.pointer, at, says, fix: `correct \`${name}\`: ${meaning}` };
}
