import { describe, expect, test } from "vitest";
import type { Place } from "../../../src/documents/place.ts";
import type { Value } from "../../../src/documents/value.ts";
import { claimsOf, readCard } from "./claims.ts";
import { LISTS } from "./corpus/lists.ts";
import { PASTED } from "./corpus/pasted.ts";
import { SENTENCES } from "./corpus/sentences.ts";
import { TABLES } from "./corpus/tables.ts";

const CARDS = [...LISTS, ...SENTENCES, ...TABLES, ...PASTED];
const TEXTS = ["name", "value", "split", "class", "threshold", "n", "dataset"];

const FORMS: readonly { readonly name: string; readonly of: (text: string) => string }[] = [
  { name: "as it is", of: (text) => text },
  { name: "with CRLF and a byte order mark", of: (text) => `\ufeff${text.replaceAll("\n", "\r\n")}` },
  { name: "below front matter", of: (text) => `---\nlicense: mit\n---\n\n${text}` },
  {
    name: "behind words outside the basic plane and an entity",
    of: (text) => text.replaceAll("- ", "- 🎯&nbsp;"),
  },
  { name: "in a quotation", of: (text) => text.replace(/^/gm, "> ") },
];

describe.each(FORMS)("every value stands where it says, $name", ({ of }) => {
  test.each(CARDS)("$name", async ({ card, claims }) => {
    const source = of(card);
    const read = claimsOf(await readCard(source));
    if (source.startsWith("\ufeff")) expect(read).toHaveLength(claims.length);
    for (const claim of read) {
      for (const key of TEXTS) {
        const value = claim.entries.get(key)?.value;
        if (value) expect([key, textAt(source, value)]).toEqual([key, rawOf(value)]);
      }
    }
  });
});

function rawOf(value: Value): string {
  return value.kind === "scalar" ? value.raw : "";
}

function textAt(source: string, value: Value): string {
  return source.slice(offsetOf(source, value.at)).slice(0, rawOf(value).length);
}

/** A byte order mark is no column of the first line. */
function offsetOf(source: string, { line, column }: Place): number {
  const text = source.replace(/^\ufeff/, "");
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return before + column - 1 + (source.length - text.length);
}
