import type { CategoryCounts } from "../../statistics/distribution/categories.ts";
import { categoricalChange, numericChange, type ShareChange } from "../../statistics/distribution/change.ts";
import type { Homogeneity } from "../../statistics/distribution/homogeneity.ts";
import type { JensenShannon } from "../../statistics/distribution/jensen-shannon.ts";
import type { KolmogorovSmirnov } from "../../statistics/distribution/kolmogorov-smirnov.ts";
import type { PopulationStability } from "../../statistics/distribution/population-stability.ts";
import type { NumberColumn, TextColumn } from "../../tables/table.ts";
import { type ClassSpelling, spellingOf } from "../classes.ts";
import { type Frame, numbers, texts } from "../frame.ts";
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
  return asked.map(([role, column]) => {
    const numeric = role === "score" || (request.task === "regression" && role !== "segment");
    const measures = numeric
      ? ofNumbers(numbers(reference, column), numbers(current, column))
      : ofTexts(texts(reference, column), texts(current, column), role !== "segment");
    return { role, column, measures };
  });
}

const ABSENT = "the reference has no such column";

function ofNumbers(from: NumberColumn | null, to: NumberColumn | null): Told<ChangeMeasures> {
  if (!from || !to) return told<never>(ABSENT);
  const change = numericChange(from.values, to.values);
  return told({
    kind: "numeric",
    missing: { reference: from.missing.count, current: to.missing.count },
    ...shares(change),
    kolmogorovSmirnov: told(change.kolmogorovSmirnov),
    wasserstein: told(change.wasserstein),
  });
}

function ofTexts(from: TextColumn | null, to: TextColumn | null, classes: boolean): Told<ChangeMeasures> {
  if (!from || !to) return told<never>(ABSENT);
  // Two tools may write one class as "1" and "1.0"; a segment's values are texts.
  const spelling = classes ? spellingOf([...from.dictionary, ...to.dictionary]) : null;
  const [before, after] = [countsOf(from, spelling), countsOf(to, spelling)];
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

function countsOf({ codes, dictionary }: TextColumn, spelling: ClassSpelling | null): CategoryCounts {
  const rows = new Float64Array(dictionary.length);
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! < 0) missing++;
    else rows[codes[row]!]!++;
  }
  const counts = new Map<string, number>();
  dictionary.forEach((text, code) => {
    const name = spelling === null ? text : spelling.spell(text);
    counts.set(name, (counts.get(name) ?? 0) + rows[code]!);
  });
  return { counts, missing };
}
