import type { ErrorObject } from "ajv/dist/2020.js";
import { atPointer } from "./lookup.ts";
import { nearest } from "./nearest.ts";
import { type Place, startOf } from "./place.ts";
import { pointerKeys, pointerTo } from "./pointer.ts";
import type { Problem } from "./problem.ts";
import { example, line, retyped } from "./schema-fixes.ts";
import { type Renamed, withoutRenamed } from "./schema-renames.ts";
import { subjectAt } from "./schema-subject.ts";
import { withoutBranches } from "./schema-unions.ts";
import { describeTypes, listed, ruleInWords, shorten, shownValue, typesOf } from "./schema-words.ts";
import type { Value } from "./value.ts";

/** Words of a closed list that a message shows. */
const MOST_WORDS = 12;

/** One error of the schema's engine with what it is about. */
interface Wrong {
  readonly error: ErrorObject;
  readonly value: Value | null;
  readonly at: Place;
  /** In words; empty for the document itself. */
  readonly subject: string;
  readonly shown: string;
  /** The value's key; null for an entry of a list and for the document. */
  readonly key: string | null;
  readonly json: boolean;
}

/** What the schema's engine reports, as problems in plain words: one for each thing wrong, in document order. */
export function explain(errors: readonly ErrorObject[], root: Value): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { error, renamed } of withoutRenamed(withoutBranches(errors))) {
    if (error.keyword === "if") continue;
    const problem = problemOf(wrong(error, root), renamed);
    problems.set(`${problem.code} ${problem.about}`, problem);
  }
  return [...problems.values()].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

function wrong(error: ErrorObject, root: Value): Wrong {
  const value = atPointer(root, error.instancePath);
  const key = pointerKeys(error.instancePath).at(-1);
  return {
    error,
    value,
    at: { ...(value?.at ?? startOf(root.at.path)), pointer: error.instancePath },
    subject: subjectAt(error.instancePath, root),
    shown: value ? shownValue(contentOf(value)) : "empty",
    key: key === undefined || /^\d+$/.test(key) ? null : shorten(key).replaceAll("`", "'"),
    json: root.at.path.toLowerCase().endsWith(".json"),
  };
}

/** No deeper than what is shown: thousands of errors of one map must not each copy it. */
function contentOf(value: Value): unknown {
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "list":
      return value.items;
    case "map":
      return value.entries;
  }
}

function problemOf(found: Wrong, renamed: Renamed | null): Problem {
  const { keyword, params } = found.error;
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params.additionalProperty), found, renamed);
    case "unevaluatedProperties":
      return unknownKey(String(params.unevaluatedProperty), found, renamed);
    case "required":
      return missingKey(String(params.missingProperty), found);
    case "type":
      return wrongType(typesOf(params.type), found);
    case "enum":
      return wrongWord(Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [], found);
    default:
      return wrongValue(found);
  }
}

function unknownKey(key: string, found: Wrong, renamed: Renamed | null): Problem {
  const { error, value, at, subject } = found;
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const near = renamed ?? nearest(key, known);
  const entry = value?.kind === "map" ? value.entries.get(key) : undefined;
  const pointer = pointerTo(at.pointer, key);
  return {
    code: "unknown-key",
    about: pointer,
    at: { ...(entry?.keyAt ?? at), pointer },
    says: `\`${shorten(key)}\` is not a known key${subject === "" ? "" : ` of ${subject}`}`,
    fix: `${near ? `write \`${near}\`` : `known here: ${listed(known)}`}; a key of your own starts with \`x-\``,
  };
}

function missingKey(key: string, { at, subject, json }: Wrong): Problem {
  const says = subject === "" ? `\`${key}\` is missing` : `${subject} has no \`${key}\``;
  const fix = `add \`${line(key, "…", json)}\``;
  return { code: "missing-key", about: pointerTo(at.pointer, key), at, says, fix };
}

function wrongType(types: readonly string[], found: Wrong): Problem {
  const { at, subject, shown, value, key, json } = found;
  const wanted = describeTypes(types);
  const says = `${subject === "" ? "the document" : subject} must be ${wanted}, and is ${shown}`;
  const fixed =
    key === null
      ? `write ${wanted}`
      : `write ${retyped(key, value, types, json) ?? example(key, types, json)}`;
  return { code: "wrong-type", about: at.pointer, at, says, fix: fixed };
}

function wrongWord(allowed: readonly string[], { error, at, subject, shown, value }: Wrong): Problem {
  const near = value?.kind === "scalar" ? nearest(value.raw, allowed) : null;
  const says = `${subject} must be one of ${wordsOf(allowed)}, and is ${shown}`;
  const fix = near ? `write \`${near}\`` : `write one of ${wordsOf(allowed)}`;
  const meaning: unknown = error.parentSchema?.description;
  // Of a list that is not told in full, what it is of.
  const isWhole = wordsOf(allowed) === listed(allowed) || typeof meaning !== "string";
  return { code: "wrong-value", about: at.pointer, at, says, fix: isWhole ? fix : `${fix}: ${meaning}` };
}

/** A long list helps nobody: its first, and how many more. */
function wordsOf(allowed: readonly string[]): string {
  const more = allowed.length - MOST_WORDS;
  return more > 1 ? `${listed(allowed.slice(0, MOST_WORDS))} and ${more} more` : listed(allowed);
}

function wrongValue({ error, at, subject, shown }: Wrong): Problem {
  const rule = ruleInWords(error);
  const description: unknown = error.parentSchema?.description;
  const meaning = typeof description === "string" ? description : `it ${rule}`;
  const says = `${subject} ${rule}, and is ${shown}`;
  return { code: "wrong-value", about: at.pointer, at, says, fix: `correct ${subject}: ${meaning}` };
}
