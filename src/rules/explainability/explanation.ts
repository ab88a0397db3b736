import type { Dossier } from "../../case/dossier.ts";
import type { ImportanceFact } from "../../evidence/output/fact.ts";
import type { Aggregate } from "../../evidence/output/output.ts";
import { Sum } from "../../statistics/sum.ts";
import { factsOf, type Shown, type ShownFact } from "../tool-outputs.ts";

/** How much each feature counts in one model's outputs, as one tool's file says. */
export interface Explanation extends Shown {
  /** Inside a sentence: "evidence/shap, of shap". */
  readonly source: string;
  readonly attributions: readonly ImportanceFact[];
  /** The rows that were explained; null when the file does not have them. */
  readonly rows: number | null;
  /** The sum over the features; null where one has no number, or none counts. */
  readonly total: number | null;
  readonly additivity: readonly Aggregate[];
}

export function explanationsOf(dossier: Dossier): readonly Explanation[] {
  const byPath = new Map<string, ShownFact<"importance">[]>();
  for (const shown of factsOf(dossier, "importance")) {
    const known = byPath.get(shown.file.path);
    if (known) known.push(shown);
    else byPath.set(shown.file.path, [shown]);
  }
  return [...byPath.values()].flatMap((facts): Explanation[] => {
    const [first] = facts;
    if (!first) return [];
    const { file, output, fact } = first;
    const attributions = facts.map((shown) => shown.fact);
    return [
      {
        file,
        output,
        source: `${file.path}, of ${output.tool}`,
        attributions,
        rows: fact.rows,
        total: totalOf(attributions),
        additivity: output.aggregates.filter(({ of }) => of === "additivity"),
      },
    ];
  });
}

function totalOf(attributions: readonly ImportanceFact[]): number | null {
  const sum = new Sum();
  for (const { value } of attributions) sum.add(value === null ? Number.NaN : Math.abs(value));
  return sum.value > 0 && Number.isFinite(sum.value) ? sum.value : null;
}

/** What a library calls a feature that nobody named: "feature 3", "x3", "feature_0003", "f3", "Column_3". */
const BY_PLACE = /^(?:features?|columns?|f|x|var)[ _]?\d{1,9}$/i;

export function isNamed(feature: string): boolean {
  return partsOf(feature).every((part) => part !== "" && !BY_PLACE.test(part));
}

/** "age & sex", where two features act together, is of both. */
export function partsOf(feature: string): readonly string[] {
  return feature.split(" & ").map((part) => part.trim());
}

export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

const LONGEST_NAME = 80;

/** A feature's name inside a sentence. */
export function shortened(feature: string): string {
  return `\`${feature.slice(0, LONGEST_NAME)}\``;
}
