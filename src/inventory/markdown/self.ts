import { familiesIn } from "./families.ts";
import type { Token } from "./tokens.ts";
import { OTHERS, OURS } from "./wording.ts";

/** The names under which a card speaks of its own model, to tell its numbers from a rival's. */
export interface Self {
  readonly words: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

export function selfOf(names: readonly (readonly Token[])[]): Self {
  const tokens = names.flat();
  const words = tokens
    .filter((token) => token.kind === "word" && token.text.length > 2)
    .map(({ text }) => text);
  return { words: new Set(words), families: familiesIn(tokens) };
}

/** The tokens name a kind of model that this card is not about. */
export function namesAnother(self: Self, tokens: readonly Token[]): boolean {
  const families = [...familiesIn(tokens)];
  return families.some((family) => !self.families.has(family)) || families.length > 1;
}

/** "XGBoost (ours)", "Final model", or the kind of model that the card's title names. */
export function namesSelf(self: Self, tokens: readonly Token[]): "marked" | "named" | null {
  if (OTHERS.isAmong(tokens)) return null;
  if (OURS.isAmong(tokens)) return "marked";
  const families = [...familiesIn(tokens)];
  return families.length > 0 && families.every((family) => self.families.has(family)) ? "named" : null;
}
