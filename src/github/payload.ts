import { isRealCommit } from "./commit-id.ts";
import { SetupError } from "./setup-error.ts";

/** The value under a dotted name, or undefined where the payload has no such thing. */
export function fieldIn(payload: unknown, name: string): unknown {
  return name.split(".").reduce<unknown>(memberOf, payload);
}

export function commitField(payload: unknown, name: string): string {
  const value = fieldIn(payload, name);
  if (typeof value === "string" && isRealCommit(value)) return value;
  throw wrong(name, value, "a full commit id");
}

export function numberField(payload: unknown, name: string): number {
  const value = fieldIn(payload, name);
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw wrong(name, value, "a positive whole number");
}

function memberOf(parent: unknown, key: string): unknown {
  if (typeof parent !== "object" || parent === null) return undefined;
  return Object.getOwnPropertyDescriptor(parent, key)?.value;
}

function wrong(name: string, value: unknown, expected: string): SetupError {
  const problem = value === undefined ? "is missing" : `is not ${expected}`;
  return new SetupError(
    "event",
    name,
    `In the event payload \`${name}\` ${problem}; run the action on GitHub's own, unedited payload.`,
  );
}
