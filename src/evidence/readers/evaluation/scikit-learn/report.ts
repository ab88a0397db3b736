import type { Place } from "../../../../documents/place.ts";

/** What `classification_report` computes for each class and average, by its own names. */
export const MEASURES = ["precision", "recall", "f1-score"] as const;
export type Measure = (typeof MEASURES)[number];

/** A classification report, whichever of scikit-learn's forms it was written in. */
export interface Report {
  readonly split: string | null;
  readonly slice: Readonly<Record<string, string>>;
  readonly classes: readonly ReportRow[];
  readonly averages: readonly ReportRow[];
  readonly accuracy: Accuracy | null;
  /** Digits after the point in the text; null where every digit was written. */
  readonly decimals: number | null;
  readonly at: Place;
}

export interface ReportRow {
  readonly name: string;
  /** Null for a number that is undefined. */
  readonly cells: Readonly<Record<Measure, number | null>>;
  readonly support: number | null;
  readonly at: Place;
}

export interface Accuracy {
  readonly value: number | null;
  /** Null in a table, where the accuracy is repeated in its column. */
  readonly support: number | null;
  readonly at: Place;
}

const AVERAGES: Readonly<Record<string, string>> = {
  "macro avg": "macro",
  "weighted avg": "weighted",
  "micro avg": "micro",
  "samples avg": "samples",
  /** Before 0.20. */
  "avg / total": "weighted",
};

/** The average that a row's name means, or null for a class. */
export function averageNamed(name: string): string | null {
  return Object.hasOwn(AVERAGES, name) ? (AVERAGES[name] ?? null) : null;
}

/** What the rounding of the text can hide, one way. */
export function halfDigit({ decimals }: Report): number {
  return decimals === null ? 0 : 0.5 * 10 ** -decimals;
}
