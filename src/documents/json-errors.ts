import type { JsonToken } from "./json-tokens.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

const SHOWN = 40;

export function cutOff(expected: string, at: Place): Problem {
  return invalid("cut-off", at, `the text ends where ${expected} should follow`, "add what is missing");
}

/** The problem with one token: broken in itself, not part of JSON, or not what may stand here. */
export function unexpected(token: JsonToken, written: string, expected: string, at: Place): Problem {
  if (token.kind === "bad" && written.startsWith('"')) return badText(written, at);
  if (written.startsWith("//") || written.startsWith("/*") || written.startsWith("#")) {
    return invalid("comment", at, "JSON has no comments", "remove the comment, or use a YAML file");
  }
  if (/^[-+]?(?:nan|inf|infinity)$/i.test(written)) {
    return invalid(
      "not-a-number",
      at,
      `\`${written}\` is no JSON number`,
      "write null, or leave the key out",
    );
  }
  if (written.startsWith("'")) {
    return invalid("quotes", at, "text is in single quotes", "use double quotes");
  }
  const fix =
    token.kind === "mark" ? "remove a comma before it, or add what is missing" : "put text in double quotes";
  const shown = written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written;
  return invalid("unexpected", at, `\`${shown}\` stands where ${expected} should`, fix);
}

function badText(written: string, at: Place): Problem {
  if (/[\n\r]/.test(written) || !/[^\\]"$/.test(written)) {
    return invalid("string", at, "a text is not closed on its line", 'add the closing `"`, or write `\\n`');
  }
  if (/[\x00-\x1f]/.test(written)) {
    return invalid("control", at, "a text holds a control character", "write it as an escape such as `\\t`");
  }
  return invalid("escape", at, "a `\\` in a text starts no known escape", "write `\\\\` for a backslash");
}

function invalid(about: string, at: Place, says: string, fix: string): Problem {
  return { code: "invalid-json", about, at, says: `not valid JSON: ${says}`, fix };
}
