import type { Token } from "./tokens.ts";

const COUNTED =
  /^(rows?|samples?|examples?|records?|instances?|observations?|images?|documents?|transactions?|patients?|tweets?|reviews?|complaints?|customers?|cases?|entries|articles?|sentences?|clips?|queries|points|loans?|applications?|messages?)$/;
const ROUNDED = /^(~|≈|approximately|about|around|roughly|over|nearly|almost|circa|ca|>|<|≥|≤|up)$/;

/** A word for the rows of a table: "samples", "patients". */
export function isCountedNoun(token: Token | undefined): boolean {
  return COUNTED.test(token?.text ?? "");
}

export function isRounding(token: Token | undefined): boolean {
  return ROUNDED.test(token?.text ?? "");
}

/** A whole number that is not said to be rounded. */
export function isCount(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "number" || !/^(\d{1,3}(,\d{3})+|\d+)$/.test(token.text)) return false;
  return !isRounding(tokens[index - 1]) && tokens[index + 1]?.text !== "/";
}
