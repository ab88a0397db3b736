import { nearest } from "../documents/nearest.ts";
import type { PredictionSettings } from "../inventory/model.ts";
import { byCodePoint } from "../workspace/order.ts";
import type { Unmeasured } from "./result.ts";

/** Numbers and booleans written differently by two tools ("1", "1.0", "True") are one class. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["true", "1"],
  ["false", "0"],
]);

/** One spelling per class, and scikit-learn's order: numbers by size, text by code point. */
export interface ClassSpelling {
  spell(text: string): string;
  readonly numeric: boolean;
}

export function spellingOf(texts: Iterable<string>): ClassSpelling {
  let numeric = true;
  for (const text of texts) {
    if (!Number.isFinite(numberOf(text))) numeric = false;
  }
  return numeric ? { numeric, spell: (text) => spellNumber(text) } : { numeric, spell: (text) => text };
}

const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** NaN for what is no number, and for integers that a double would merge with their neighbours. */
function numberOf(text: string): number {
  const word = text.trim();
  const numeral = BOOLEANS.get(word.toLowerCase()) ?? word;
  const value = NUMERAL.test(numeral) ? Number(numeral) : Number.NaN;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
}

function spellNumber(text: string): string {
  const value = numberOf(text);
  return Number.isFinite(value) ? String(value) : text;
}

export function sortClasses(classes: Iterable<string>, { numeric }: ClassSpelling): string[] {
  const unique = [...new Set(classes)];
  return numeric ? unique.sort((a, b) => Number(a) - Number(b)) : unique.sort(byCodePoint);
}

/** More distinct values than this are not classes but a wrong column, whose values are nobody's to print. */
const SHOWABLE = 20;
const LONGEST_NAME = 40;

export function showClasses(classes: readonly string[]): string {
  if (classes.length > SHOWABLE) return `(${classes.length} distinct values, not shown)`;
  return (
    classes
      .slice(0, 6)
      .map((name) => `"${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}"`)
      .join(", ") + (classes.length > 6 ? ", …" : "")
  );
}

export interface BinaryClasses {
  readonly kind: "classes";
  readonly negative: string;
  readonly positive: string;
}

/** Which of two classes is the positive one: as declared; 1 or true of {0, 1}; anything else cannot be told. */
export function binaryClasses(
  observed: readonly string[],
  settings: PredictionSettings,
  spelling: ClassSpelling,
): BinaryClasses | Unmeasured {
  const declared = settings.classes?.value.map(spelling.spell) ?? [];
  const classes = sortClasses([...observed, ...declared], spelling);
  const shown = showClasses(classes);
  if (classes.length > 2) {
    return {
      kind: "cannot-tell",
      says: `a binary task has two classes, and here are ${classes.length}: ${shown}`,
      fix: "correct the labels, or set `model.task: multiclass-classification`",
    };
  }
  const positive = settings.positiveClass ? spelling.spell(settings.positiveClass.value) : null;
  if (positive !== null) {
    if (classes.length === 2 && !classes.includes(positive)) {
      const close = nearest(positive, classes);
      return {
        kind: "cannot-tell",
        says: `the card's positive class "${positive}" is not among the labels ${shown}`,
        fix: `set \`prediction.positive_class\` to ${close === null ? "one of them" : `"${close}"`}`,
      };
    }
    const negative = classes.find((name) => name !== positive) ?? "";
    return { kind: "classes", negative, positive };
  }
  if (spelling.numeric && classes.every((name) => name === "0" || name === "1")) {
    return { kind: "classes", negative: "0", positive: "1" };
  }
  return {
    kind: "cannot-tell",
    says: `it cannot be told which of the classes ${shown} is the positive one`,
    fix: `add \`prediction: { positive_class: "${classes[classes.length - 1] ?? "…"}" }\` to the card, with the class that the scores are of`,
  };
}
