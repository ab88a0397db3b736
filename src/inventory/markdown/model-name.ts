import type { Scalar } from "../../documents/value.ts";
import { type Prose, textValue } from "./prose.ts";
import { isTemplateText } from "./template.ts";
import type { Token } from "./tokens.ts";

/** The model that a title names: "Churn" in "Model Card: Churn", "🎧 Churn — Model Card", "Model card for Churn". */
export function modelName(title: Prose): Scalar | null {
  const named = textValue(title, withoutCard(title.tokens));
  return named && !isTemplateText(String(named.value)) ? named : null;
}

function withoutCard(tokens: readonly Token[]): readonly Token[] {
  const card = tokens.findIndex(
    ({ text }, index) => text === "model" && /^cards?$/.test(tokens[index + 1]?.text ?? ""),
  );
  if (card < 0) return trimPictures(tokens);
  const behind = tokens.slice(card + 2);
  const before = trimPictures(tokens.slice(0, card));
  if (before.length > 0 && trimPictures(behind).length === 0) return before;
  return trimPictures(behind[0]?.text === "for" || behind[0]?.text === "of" ? behind.slice(1) : behind);
}

/** Brackets and quotes may belong to the name; pictures, dashes and colons around it do not. */
function trimPictures(tokens: readonly Token[]): readonly Token[] {
  const keeps = (token: Token) => token.kind !== "mark" || /[[\]()<>{}"'“”]/.test(token.text);
  const first = tokens.findIndex(keeps);
  return first < 0 ? [] : trimEnd(tokens.slice(first), keeps);
}

function trimEnd(tokens: readonly Token[], keeps: (token: Token) => boolean): readonly Token[] {
  return tokens.slice(0, tokens.findLastIndex(keeps) + 1);
}
