import type { CategoryCounts } from "../../statistics/distribution/categories.ts";
import {
  categoricalChange,
  type Frequencies,
  numericChange,
  type ShareChange,
} from "../../statistics/distribution/change.ts";
import type { Homogeneity } from "../../statistics/distribution/homogeneity.ts";
import type { JensenShannon } from "../../statistics/distribution/jensen-shannon.ts";
import type { KolmogorovSmirnov } from "../../statistics/distribution/kolmogorov-smirnov.ts";
import type { PopulationStability } from "../../statistics/distribution/population-stability.ts";
import { type Frequency, rowsAt } from "../../statistics/frequency.ts";
import type { NumberColumn, TextColumn } from "../../tables/table.ts";
import { type ClassSpelling, spellingOf } from "../classes.ts";
import { type Frame, numbers, texts } from "../frame.ts";
import type { RowCounts } from "../row-counts.ts";
import type { AnalysisRequest } from "./request.ts";
import { namedColumns } from "./request.ts";
import { type Told, told } from "./told.ts";

/** How one column of the file is distributed beside the reference's. */
export interface ColumnChange {
  readonly role: string;
  readonly column: string;
  readonly measures: Told<ChangeMeasures>;
}

export interface ChangeMeasures {
  readonly kind: "numeric" | "categorical";
  /** Empty cells, which are a category of their own. */
  readonly missing: { readonly reference: number; readonly current: number };
  readonly psi: Told<Omit<PopulationStability, "byBin">>;
  readonly jensenShannon: Told<JensenShannon>;
  readonly chiSquare: Told<Homogeneity>;
  /** Null for categories. */
  readonly kolmogorovSmirnov: Told<KolmogorovSmirnov> | null;
  readonly wasserstein: Told<number> | null;
}

/** Of scores, predictions, labels and segments; weights and names of rows have no distribution to speak of. */
const ROLES: ReadonlySet<string> = new Set(["label", "prediction", "score", "segment"]);

export function changesOf(
  reference: Frame,
  current: Frame,
  request: AnalysisRequest,
): readonly ColumnChange[] {
  const asked = namedColumns(request).filter(([role]) => ROLES.has(role));
  const frequencies = { reference: countsIn(reference), current: countsIn(current) };
  return asked.map(([role, column]) => {
    const numeric = role === "score" || (request.task === "regression" && role !== "segment");
    const measures = numeric
      ? ofNumbers(numbers(reference, column), numbers(current, column), frequencies)
      : ofTexts(texts(reference, column), texts(current, column), role !== "segment", frequencies);
    return { role, column, measures };
  });
}

function countsIn(frame: Frame): RowCounts {
  return numbers(frame, frame.roles.count)?.values ?? null;
}

/** Bins of the reference for the index and the distance. */
const QUANTILES = 10;
const ABSENT = "the reference has no such column";

function ofNumbers(
  from: NumberColumn | null,
  to: NumberColumn | null,
  frequencies: Frequencies,
): Told<ChangeMeasures> {
  if (!from || !to) return told<never>(ABSENT);
  const change = numericChange(from.values, to.values, QUANTILES, frequencies);
  return told({
    kind: "numeric",
    missing: {
      reference: missingRows(from, frequencies.reference),
      current: missingRows(to, frequencies.current),
    },
    ...shares(change),
    kolmogorovSmirnov: told(change.kolmogorovSmirnov),
    wasserstein: told(change.wasserstein),
  });
}

/** Rows without a number: cells that hold none are refused before. */
function missingRows({ values, missing }: NumberColumn, counts: Frequency): number {
  if (counts == null) return missing.count;
  return values.reduce((sum, value, line) => (Number.isNaN(value) ? sum + counts[line]! : sum), 0);
}

function ofTexts(
  from: TextColumn | null,
  to: TextColumn | null,
  classes: boolean,
  { reference, current }: Frequencies,
): Told<ChangeMeasures> {
  if (!from || !to) return told<never>(ABSENT);
  // Two tools may write one class as "1" and "1.0"; a segment's values are texts.
  const spelling = classes ? spellingOf([...from.dictionary, ...to.dictionary]) : null;
  const [before, after] = [countsOf(from, spelling, reference), countsOf(to, spelling, current)];
  return told({
    kind: "categorical",
    missing: { reference: before.missing, current: after.missing },
    ...shares(categoricalChange(before, after)),
    kolmogorovSmirnov: null,
    wasserstein: null,
  });
}

function shares({ psi, jensenShannon, homogeneity }: ShareChange) {
  return {
    psi: told(typeof psi === "string" ? psi : { value: psi.value, byChance: psi.byChance }),
    jensenShannon: told(jensenShannon),
    chiSquare: told(homogeneity),
  };
}

function countsOf(
  { codes, dictionary }: TextColumn,
  spelling: ClassSpelling | null,
  frequency: Frequency,
): CategoryCounts {
  const rows = new Float64Array(dictionary.length);
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! < 0) missing += rowsAt(frequency, row);
    else rows[codes[row]!]! += rowsAt(frequency, row);
  }
  const counts = new Map<string, number>();
  dictionary.forEach((text, code) => {
    const name = spelling === null ? text : spelling.spell(text);
    counts.set(name, (counts.get(name) ?? 0) + rows[code]!);
  });
  return { counts, missing };
}
