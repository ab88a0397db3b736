import { describe, expect, test } from "vitest";
import { claimsOf, readCard, type Snippet, shown, unreadOf } from "./claims.ts";
import { LISTS } from "./corpus/lists.ts";
import { NONE } from "./corpus/none.ts";
import { PASTED } from "./corpus/pasted.ts";
import { SENTENCES } from "./corpus/sentences.ts";
import { TABLES } from "./corpus/tables.ts";
import { UNSEEN } from "./corpus/unseen.ts";

const CORPUS: readonly Snippet[] = [...LISTS, ...SENTENCES, ...TABLES, ...PASTED, ...NONE, ...UNSEEN];

describe("claims in prose", () => {
  test.each(CORPUS)("$name", async ({ card, claims, unread = [] }) => {
    const read = await readCard(card);
    expect(claimsOf(read).map(shown)).toEqual(claims);
    expect(unreadOf(read).map(shown)).toEqual(unread);
  });

  test("snippets are distinct", () => {
    expect(new Set(CORPUS.map(({ card }) => card)).size).toBe(CORPUS.length);
  });
});
