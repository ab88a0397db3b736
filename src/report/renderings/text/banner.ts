import type { Recommendation } from "../../report.ts";
import { recommendationWords } from "../words.ts";
import type { Page } from "./page.ts";
import { columnsOf, hang } from "./wrap.ts";

/** The recommendation as a word that cannot be missed, and what it is about beside it. */
export function bannerText(
  recommendation: Recommendation | null,
  about: string,
  { style, width }: Page,
  paint?: (text: string) => string,
): readonly string[] {
  const words = recommendationWords(recommendation).toUpperCase();
  const { text, padding } = style.banner(recommendation)(words);
  const indent = " ".repeat(columnsOf(words) + padding + 2);
  return hang(indent, about, width, paint).map((line, index) =>
    index === 0 ? `${text}  ${line.slice(indent.length)}` : line,
  );
}
