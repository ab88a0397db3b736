import type { Missing } from "./follow.ts";
import { nearest } from "./nearest.ts";

/** A larger folder gets no suggestion. */
const NAMES_IN_A_FOLDER = 1_000;
/** Names compared over one tree's life, so that a card with thousands of wrong paths costs seconds at most. */
const NAMES_COMPARED = 1_000_000;

/** Suggests the nearest path for one that is missing; `namesIn` gives at most `most` names of a folder. */
export function suggester(
  namesIn: (folder: string, most: number) => readonly string[],
): (missing: Missing) => string | null {
  let compared = 0;
  return ({ folder, name, rest }) => {
    if (compared >= NAMES_COMPARED) return null;
    const names = namesIn(folder, NAMES_IN_A_FOLDER + 1);
    compared += names.length + 1;
    if (names.length > NAMES_IN_A_FOLDER) return null;
    const meant = nearest(name, names);
    return meant === null ? null : [folder, meant, rest].filter((part) => part !== "").join("/");
  };
}
