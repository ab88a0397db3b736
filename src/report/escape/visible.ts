// What a reader could not see, or that would change how the text around it is shown: controls, format and
// bidirectional characters, zero-width and blank fillers, private use, lone surrogates.
const HIDDEN =
  /(?<!\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]/gu;
// Nearly every text is of this kind and needs no more than its blanks put in order.
const PRINTABLE = /^[\x20-\x7e]*$/;
const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/g;
const BLANKS = /[\t\p{Zs}]+/gu;
const PILED_MARKS = /(\p{M}{4})(\p{M}+)/gu;

/** One line in which every character can be seen: line breaks become ` ⏎ `, hidden characters `<U+202E>`. */
export function visible(text: string): string {
  if (PRINTABLE.test(text)) return text.replace(/ {2,}/g, " ").trim();
  return text
    .replace(LINE_BREAKS, " ⏎ ")
    .replace(BLANKS, " ")
    .replace(HIDDEN, codePointName)
    .replace(PILED_MARKS, (_, kept: string, cut: string) => `${kept}<+${[...cut].length} marks>`)
    .trim();
}

/** Whether a hidden character or a line break stands anywhere in the text. */
export function hidesSomething(text: string): boolean {
  return text.search(HIDDEN) !== -1;
}

function codePointName(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `<U+${hex.padStart(4, "0")}>`;
}
