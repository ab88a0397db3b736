import { setSecret } from "@actions/core";
import { nearest } from "../documents/nearest.ts";
import { SetupError } from "./setup-error.ts";

/** The text of a named input, empty when the workflow does not give it. */
export type Read = (name: string) => string;

const LONGEST_INPUT = 4096;

/** One line of text, or null when empty: a workflow passes an unset variable as an empty input. */
export function lineInput(read: Read, name: string): string | null {
  const text = read(name).trim();
  if (text.length > LONGEST_INPUT) throw refused(name, text, `at most ${LONGEST_INPUT} characters`);
  if (/\p{Cc}/u.test(text)) throw refused(name, text, "one line without control characters");
  return text === "" ? null : text;
}

/** A token, masked in the log from here on and shown in no message. */
export function secretInput(read: Read, name: string): string | null {
  const text = read(name).trim();
  if (text === "") return null;
  setSecret(text);
  if (/^[\x21-\x7e]{1,1024}$/.test(text)) return text;
  const says = `Input \`${name}\` is not a token: it must be one line without spaces; check the secret that it comes from.`;
  throw new SetupError("input", name, says);
}

/** One entry a line, or null when there is none. */
export function linesInput(read: Read, name: string): string[] | null {
  const entries = read(name)
    .split(/\r?\n/)
    .flatMap((line) => lineInput(() => line, name) ?? []);
  return entries.length === 0 ? null : entries;
}

export function flagInput(read: Read, name: string): boolean | null {
  const word = wordInput(read, name, ["true", "false"]);
  return word === null ? null : word === "true";
}

export function wordInput<Word extends string>(
  read: Read,
  name: string,
  allowed: readonly Word[],
): Word | null {
  const text = lineInput(read, name);
  if (text === null) return null;
  const word = allowed.find((each) => each === text.toLowerCase());
  if (word !== undefined) return word;
  const meant = nearest(text, allowed);
  throw refused(
    name,
    text,
    `one of ${allowed.join(", ")}${meant === null ? "" : `; did you mean ${meant}?`}`,
  );
}

export function dateInput(read: Read, name: string): string | null {
  const text = lineInput(read, name);
  if (text === null || isDate(text)) return text;
  throw refused(name, text, "a date of the calendar written YYYY-MM-DD, for example 2026-03-31");
}

/** A commit id, branch or tag; nothing that git could take for an option or a refspec. */
export function refInput(read: Read, name: string): string | null {
  const text = lineInput(read, name);
  if (text === null || /^[^-+\s:?*[\\][^\s:?*[\\]*$/.test(text)) return text;
  throw refused(name, text, "a commit id, a branch or a tag, for example origin/main");
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function refused(name: string, text: string, allowed: string): SetupError {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return new SetupError("input", name, `Input \`${name}\` is ${shown}; it must be ${allowed}.`);
}
