import { amongst } from "./membership.ts";
import type { TextColumn } from "./table.ts";

/** Of more ids than this, capitals are not folded: too many to learn whether they tell ids apart. */
const MOST_FOLDED = 2 ** 20;
/** What most ids are, and what no rewriting would change. */
const PLAIN = /^(?:[1-9]\d*|[A-Za-z_][\w-]*)$/;
const NUMBER = /^0*(\d+)(?:\.0*)?$/;

/**
 * How many texts of the right column stand in the left one but for how they are written: spaces, hidden characters, Unicode
 * forms, leading zeros, a decimal point that adds nothing, capitals. Capitals are told apart where they tell apart two
 * texts of one column, as in ids of base 64.
 */
export function alike(left: TextColumn, right: TextColumn): number {
  const plain = [left, right].map(({ dictionary }) => dictionary.map(plainly));
  const written = plain.some(tellsByCase) ? plain : plain.map(folded);
  const [one = [], other = []] = written;
  return amongst(other, one);
}

/** Whether capitals are what tells some of the texts apart. */
function tellsByCase(texts: readonly string[]): boolean {
  if (texts.length > MOST_FOLDED) return true;
  return new Set(folded(texts)).size < new Set(texts).size;
}

function folded(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}

function plainly(text: string): string {
  if (PLAIN.test(text)) return text;
  const bare = text.normalize("NFKC").replaceAll(/[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, "");
  return bare.replace(NUMBER, "$1");
}
