/** Cyrillic and Greek letters, in lower case, that either case shows as a Latin one. Source: Unicode TS #39, confusables. */
const ALIKE = new Map(
  [
    ["авекмнорстухѕіјԁһԛԝӏѵ", "abekmhopctyxsijdhqwlv"],
    ["αβεζηικμνορτυχϳϲ", "abezhikmnoptyxjc"],
    ["łøđðıħŧ", "loddiht"],
  ].flatMap(([letters = "", latin = ""]) => [...letters].map((letter, at) => [letter, latin[at] ?? letter])),
);
const LONGER = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);

/**
 * One text for all that look alike, in lower case: without accents or what is not seen, and with Latin letters for those
 * of other alphabets that show as one. For comparing names, never for showing them.
 */
export function asSeen(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(UNSEEN, "")
    .replaceAll(ACCENTS, "")
    .replaceAll(/[\u0080-\u052f]/g, (letter) => ALIKE.get(letter) ?? LONGER.get(letter) ?? letter)
    .normalize("NFC");
}

const UNSEEN = /[\p{Cf}\p{DI}]/gu;
/** Marks of alphabets where a letter looks much the same with one; elsewhere marks are vowels. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
