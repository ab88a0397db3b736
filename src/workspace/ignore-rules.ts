import ignore from "ignore";

/** A larger `.gitignore` is not honoured. */
export const IGNORE_BYTES = 64 * 1024;
const IGNORE_LINES = 1_000;
/** More stars than this in a pattern make its regular expression slow on long names. */
const STARS = 3;

/** The `.gitignore` files above a folder, nearest first; a nearer one has the last word, as in git. */
export interface IgnoreRules {
  readonly prefix: string;
  readonly matcher: ReturnType<typeof ignore>;
  readonly outer: IgnoreRules | null;
}

/**
 * Adds a folder's `.gitignore`. A list or a pattern too large to be matched quickly is not honoured, so that it
 * can hide nothing and slow nothing down.
 */
export function withIgnoreFile(folder: string, text: string, outer: IgnoreRules | null): IgnoreRules | null {
  const lines = text.split(/\r?\n/);
  if (lines.length > IGNORE_LINES) return outer;
  const matcher = ignore({ ignorecase: false });
  matcher.add(lines.filter((line) => (line.match(/\*+/g)?.length ?? 0) <= STARS));
  return { prefix: folder === "" ? "" : `${folder}/`, matcher, outer };
}

/** `path` is relative to the root; a folder's ends in `/`. */
export function isIgnored(path: string, rules: IgnoreRules | null): boolean {
  for (let at = rules; at !== null; at = at.outer) {
    const { ignored, unignored } = at.matcher.test(path.slice(at.prefix.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}
