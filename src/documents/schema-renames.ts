import type { ErrorObject } from "ajv/dist/2020.js";
import { nearest } from "./nearest.ts";
import { typesOf } from "./schema-words.ts";

/** The key that an unknown one stands for. */
export type Renamed = string;

interface Keys {
  readonly unknown: ErrorObject[];
  readonly missing: ErrorObject[];
}

/** More unknown keys of one map than this are not compared with what it lacks. */
const MOST_COMPARED = 20;

/**
 * A map that lacks one key and has an unknown one has one thing wrong and not two: the unknown key stands for the
 * missing one, where it is spelt alike, or where it is the only one and like no other known key.
 */
export function withoutRenamed(
  errors: readonly ErrorObject[],
): { readonly error: ErrorObject; readonly renamed: Renamed | null }[] {
  const renames = new Map<ErrorObject, Renamed>();
  const answered = new Set<ErrorObject>();
  for (const { unknown, missing } of byMap(errors).values()) {
    if (unknown.length > MOST_COMPARED) continue;
    for (const lacking of missing) {
      const key = String(lacking.params.missingProperty);
      const stands = unknown.find((error) => !renames.has(error) && standsFor(error, key, unknown, missing));
      if (!stands) continue;
      renames.set(stands, key);
      answered.add(lacking);
    }
  }
  return errors
    .filter((error) => !answered.has(error))
    .map((error) => ({ error, renamed: renames.get(error) ?? null }));
}

function byMap(errors: readonly ErrorObject[]): ReadonlyMap<string, Keys> {
  const maps = new Map<string, Keys>();
  for (const error of errors) {
    const isMissing = error.keyword === "required";
    if (!isMissing && unknownKeyOf(error) === null) continue;
    const keys = maps.get(error.instancePath) ?? { unknown: [], missing: [] };
    maps.set(error.instancePath, keys);
    (isMissing ? keys.missing : keys.unknown).push(error);
  }
  return maps;
}

function unknownKeyOf({ keyword, params }: ErrorObject): string | null {
  if (keyword === "additionalProperties") return String(params.additionalProperty);
  return keyword === "unevaluatedProperties" ? String(params.unevaluatedProperty) : null;
}

function standsFor(
  error: ErrorObject,
  key: string,
  unknown: readonly ErrorObject[],
  missing: readonly ErrorObject[],
): boolean {
  const written = unknownKeyOf(error) ?? "";
  const known: Readonly<Record<string, { readonly type?: unknown }>> = error.parentSchema?.properties ?? {};
  const near = nearest(written, Object.keys(known));
  if (near !== null) return near === key;
  return unknown.length === 1 && missing.length === 1 && couldBe(known[key], fieldOf(error.data, written));
}

function fieldOf(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null
    ? (data as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** A text may stand for a text; a name at the root of a card is not its `model`. */
function couldBe(schema: { readonly type?: unknown } | undefined, data: unknown): boolean {
  const types = typesOf(schema?.type);
  if (typeof data === "number") return types.includes("number");
  return types.includes(Array.isArray(data) ? "array" : typeof data);
}
