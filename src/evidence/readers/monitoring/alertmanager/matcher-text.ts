import type { Matcher } from "../../../output/fact.ts";

const OPERATORS = ["=~", "!~", "!=", "="] as const;
const BARE = /^[^{}!=~,\\"'`\s]+$/;

/** `severity=~"warning|critical", team=ml`, with or without either brace; none when empty, and null when it is not of this form. */
export function matchersIn(text: string): readonly Matcher[] | null {
  const inside = text.trim().replace(/^\{/, "").replace(/\}$/, "").trim();
  if (inside === "") return [];
  const parts = splitAtCommas(inside.endsWith(",") ? inside.slice(0, -1) : inside);
  const matchers = parts?.map(matcherIn) ?? [null];
  return matchers.every((matcher) => matcher !== null) ? matchers : null;
}

/** Commas outside quotation marks; null when one is not closed. */
function splitAtCommas(text: string): string[] | null {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return quoted ? null : parts;
}

function matcherIn(text: string): Matcher | null {
  const trimmed = text.trim();
  const from = trimmed.startsWith('"') ? closing(trimmed) + 1 : 0;
  const at = trimmed.slice(from).search(/[=!]/);
  if (at < 0) return null;
  const operator = OPERATORS.find((each) => trimmed.startsWith(each, from + at));
  if (operator === undefined) return null;
  const label = nameIn(trimmed.slice(0, from + at).trim());
  const value = valueIn(trimmed.slice(from + at + operator.length).trim());
  return label === null || value === null ? null : { label, operator, value };
}

function nameIn(text: string): string | null {
  if (text.startsWith('"')) return valueIn(text);
  return BARE.test(text) ? text : null;
}

function valueIn(text: string): string | null {
  if (!text.startsWith('"')) return text.includes('"') ? null : unescaped(text);
  return closing(text) === text.length - 1 ? unescaped(text.slice(1, -1)) : null;
}

/** Where the quotation mark that opens the text is closed; -1 when it is not. */
function closing(text: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(["\\n])/g, (_, character) => (character === "n" ? "\n" : character));
}
