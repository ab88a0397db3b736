import { graphemesOf } from "./graphemes.ts";
import { grouped } from "./grouped.ts";

/** How far around the limit graphemes are looked for; a longer one is cut inside. */
const WINDOW = 128;
/** Two of these in a row are two graphemes. */
const STANDS_ALONE = /^[\x20-\u02ff]{2}$/;

/**
 * At most `limit` UTF-16 units of `text`, cut between graphemes, and how many characters were cut:
 * `long te… (+1,234 characters)`. A grapheme longer than the limit is cut between code points.
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, lastBoundary(text, limit));
  const cut = text.length - kept.length;
  return `${kept}… (+${grouped(cut)} characters)`;
}

function lastBoundary(text: string, limit: number): number {
  if (STANDS_ALONE.test(text.slice(limit - 1, limit + 1))) return limit;
  const start = Math.max(0, limit - WINDOW);
  let boundary = 0;
  for (const { index } of graphemesOf(text.slice(start, limit + WINDOW))) {
    if (start + index > limit) break;
    boundary = start + index;
  }
  if (boundary > start) return boundary;
  return isLowSurrogate(text.charCodeAt(limit)) ? limit - 1 : limit;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
