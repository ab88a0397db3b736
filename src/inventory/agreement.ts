import type { Problem } from "../documents/problem.ts";
import { textOf } from "../documents/text-of.ts";
import type { Scalar } from "../documents/value.ts";
import { readNumber } from "./number.ts";

/** Longer text is prose: two cards may well say the same thing in other words. */
const MOST_WORDS = 8;
const SHOWN = 80;

/** Whether two cards' values say the same: equal as numbers, else as text without regard to case and spacing. */
export function agree(one: Scalar, other: Scalar): boolean {
  const numbers = [numberOf(one), numberOf(other)];
  if (numbers[0] !== null && numbers[1] !== null) return numbers[0] === numbers[1];
  const texts = [wordsOf(one), wordsOf(other)] as const;
  if (texts.some((words) => words.length > MOST_WORDS)) return true;
  return texts[0].join(" ") === texts[1].join(" ");
}

export function disagreement(about: string, native: Scalar, other: Scalar): Problem {
  const place = `${other.at.path}, line ${other.at.line}`;
  return {
    code: "cards-disagree",
    about,
    at: native.at,
    says: `${about} is ${shown(native)} here and ${shown(other)} in ${place}`,
    fix: "correct one of the two, or say it in one place only",
  };
}

function numberOf(scalar: Scalar): number | null {
  const read = readNumber(textOf(scalar));
  if (!read) return null;
  // Through text, so that 87.1 % and 0.871 are one number and not two neighbours.
  return read.percent ? Number((read.value / 100).toPrecision(15)) : read.value;
}

function wordsOf(scalar: Scalar): string[] {
  return textOf(scalar).trim().toLowerCase().split(/\s+/);
}

function shown({ raw }: Scalar): string {
  const text = raw.trim();
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}\``;
}
