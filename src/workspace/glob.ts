import picomatch from "picomatch";
import type { Caps } from "./caps.ts";
import { normalPath } from "./normal-path.ts";
import { lowerBound } from "./order.ts";
import type { Refusal } from "./refusal.ts";
import { overCap } from "./refusals.ts";
import { isRefusal, type Tree } from "./tree.ts";

const PATTERN_CHARACTERS = 1_000;
/** More than these make the pattern's regular expression slow on long names. */
const STARS_IN_A_NAME = 2;
const GLOBSTARS = 1;
const ALTERNATIVES = 2;

export interface Expansion {
  /** Sorted by code point. */
  readonly paths: readonly string[];
  /** False when a cap cut the paths, or the listing that they were chosen from. */
  readonly complete: boolean;
}

/**
 * The listed files that a declared path means. `*`, `**`, `?`, `[a-z]` and `{a,b}` are wildcards; a path
 * without any, or one that is a file's own name, stands for itself. Refused: what `normalPath` refuses, and
 * patterns too long or too intricate to match in bounded time.
 */
export async function expandGlob(
  tree: Tree,
  pattern: string,
  caps: Pick<Caps, "shards">,
): Promise<Expansion | Refusal> {
  const normal = normalPath(pattern);
  if (typeof normal !== "string") return normal;
  if (!/[*?[{]/.test(normal)) return { paths: [normal], complete: true };
  if (isIntricate(normal)) {
    return overCap(
      pattern,
      `The pattern is too intricate: at most ${PATTERN_CHARACTERS} characters, ${STARS_IN_A_NAME} stars in a name, ${GLOBSTARS} ** and ${ALTERNATIVES} sets of braces without stars inside.`,
      "Write a simpler pattern, or list the files.",
    );
  }
  const { paths, complete } = await tree.list();
  if (paths[lowerBound(paths, normal)] === normal) return { paths: [normal], complete: true };
  const matches = matcher(normal);
  const prefix = normal.slice(0, normal.search(/[*?[{]/));
  const chosen: string[] = [];
  for (let at = lowerBound(paths, prefix); paths[at]?.startsWith(prefix); at++) {
    if (!matches(paths[at]!)) continue;
    if (chosen.length === caps.shards) return { paths: chosen, complete: false };
    chosen.push(paths[at]!);
  }
  if (chosen.length === 0 && !isRefusal(await tree.open(normal))) return { paths: [normal], complete: true };
  return { paths: chosen, complete };
}

function isIntricate(pattern: string): boolean {
  const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
  return (
    pattern.length > PATTERN_CHARACTERS ||
    count(pattern, /\*{2,}/g) > GLOBSTARS ||
    count(pattern, /\{/g) > ALTERNATIVES ||
    /\{[^}]*\*/.test(pattern) ||
    pattern.split("/").some((name) => count(name, /\*+/g) > STARS_IN_A_NAME)
  );
}

/** Parentheses, bars, pluses and quotes have a meaning to picomatch that file names do not want. */
function matcher(pattern: string): (path: string) => boolean {
  return picomatch(pattern.replace(/[()|+"]/g, "\\$&"), { nonegate: true, noextglob: true, posix: true });
}
