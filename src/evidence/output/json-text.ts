import { endOfString } from "../../documents/json-keys.ts";

/**
 * A JSON value from text, or null where it is none. Python writes NaN and the infinities as bare words;
 * they are read as null, because a number that is none is not there.
 */
export function parseLoosely(text: string): { readonly value: unknown } | null {
  return parse(text) ?? (CONSTANT.test(text) ? parse(withoutConstants(text)) : null);
}

const CONSTANT = /[:[,\s](?:NaN|-?Infinity)\b/;
const CONSTANTS = ["NaN", "Infinity", "-Infinity"] as const;

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Scanned by hand: a regular expression over strings with escapes is quadratic on hostile text. */
function withoutConstants(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') at = endOfString(text, at);
    else if (character === "N" || character === "I" || character === "-") {
      const constant = CONSTANTS.find((word) => text.startsWith(word, at));
      if (constant === undefined) continue;
      parts.push(text.slice(kept, at), "null");
      at += constant.length - 1;
      kept = at + 1;
    }
  }
  parts.push(text.slice(kept));
  return parts.join("");
}
