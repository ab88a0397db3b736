import { type CelInput, celList, celMap } from "@bufbuild/cel";
import { type Duration, type Timestamp, timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import { EXPRESSION_CAPS } from "./caps.ts";

/** A value that an expression is given: whole numbers as bigint, moments as Date, absent fields left out. */
export type Given =
  | string
  | number
  | bigint
  | boolean
  | Date
  | readonly Given[]
  | { readonly [field: string]: Given };

/** Something is larger than an expression may look at. */
export class TooLarge extends Error {}

/** The same in the library's own types, made once however many expressions see it. */
export function asInput(given: Given): CelInput {
  if (typeof given === "string" && given.length > EXPRESSION_CAPS.string)
    throw new TooLarge(`a text is longer than ${EXPRESSION_CAPS.string} characters`);
  if (typeof given !== "object") return given;
  if (given instanceof Date) return timestampFromDate(given);
  if (!isList(given))
    return celMap(new Map(Object.entries(given).map(([key, value]) => [key, asInput(value)])));
  if (given.length > EXPRESSION_CAPS.items)
    throw new TooLarge(`a list has more than ${EXPRESSION_CAPS.items} items`);
  return celList(given.map(asInput));
}

function isList(given: Given): given is readonly Given[] {
  return Array.isArray(given);
}

/** A value for a reader: numbers with six digits, moments at midnight as days, lists with commas. */
export function shown(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (typeof value !== "object" || value === null) return String(value);
  if ("message" in value) return shownTime(value.message as Timestamp | Duration);
  if (Symbol.iterator in value) return [...(value as Iterable<unknown>)].map(shown).join(", ");
  return "a record";
}

function shownTime(time: Timestamp | Duration): string {
  if (time.$typeName === "google.protobuf.Duration") return `${Number(time.seconds) + time.nanos / 1e9} s`;
  return timestampDate(time).toISOString().replace("T00:00:00.000Z", "");
}
