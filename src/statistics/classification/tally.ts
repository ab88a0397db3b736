import { countsRows, rowsOfAll } from "../frequency.ts";
import { Numbering } from "../numbering.ts";
import type { BinarySample, MulticlassSample } from "../sample.ts";
import { inStretches } from "../stretch.ts";
import { type ClassColumn, countsByGroup } from "./counts-by-group.ts";

/** The confusion matrix of a sample, sparse: only cells that rows fall into, so many classes cost little. */
export interface Tally {
  readonly classes: readonly string[];
  /** The index of the positive class; null when there are more than two kinds. */
  readonly positive: number | null;
  readonly rows: number;
  readonly weighted: boolean;
  /** Sum of weights; the number of rows when there are none. */
  readonly total: number;
  /** By class: the weight that is truly of it, decided to be of it, and both. */
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
  readonly correct: Float64Array;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly actual: number;
  readonly predicted: number;
  readonly weight: number;
}

const remembered = new WeakMap<BinarySample | MulticlassSample, Tally | string>();

/** The sample's tally, counted once however many metrics ask; the reason when its decisions cannot be counted. */
export function tallyOf(sample: BinarySample | MulticlassSample): Tally | string {
  const known = remembered.get(sample);
  if (known !== undefined) return known;
  const tally = count(sample);
  remembered.set(sample, tally);
  return tally;
}

function count(sample: BinarySample | MulticlassSample): Tally | string {
  const counts = countsByGroup.of(sample);
  if (counts !== null) return tallyOfCells(sample, counted(counts, sample.classes.length));
  if (sample.decision === null) return "there are no decisions, and no threshold to make them with";
  const truth = sample.task === "binary" ? sample.positive : sample.truth;
  const cells = cellsOf(truth, sample.decision, sample.classes.length, sample.weight);
  return tallyOfCells(sample, cells);
}

function tallyOfCells(sample: BinarySample | MulticlassSample, cells: readonly Cell[]): Tally {
  return tallyFrom(cells, {
    classes: sample.classes,
    positive: sample.task === "binary" ? 1 : null,
    rows: rowsOfAll(sample),
    weighted: !countsRows(sample),
  });
}

export function tallyFrom(
  cells: readonly Cell[],
  about: Pick<Tally, "classes" | "positive" | "rows" | "weighted">,
): Tally {
  const truth = new Float64Array(about.classes.length);
  const predicted = new Float64Array(about.classes.length);
  const correct = new Float64Array(about.classes.length);
  let total = 0;
  for (const cell of cells) {
    truth[cell.actual]! += cell.weight;
    predicted[cell.predicted]! += cell.weight;
    if (cell.actual === cell.predicted) correct[cell.actual]! += cell.weight;
    total += cell.weight;
  }
  return { ...about, total, truth, predicted, correct, cells };
}

/** So few that counting every cell costs less than numbering those that rows fall into. */
const FEW_CLASSES = 64;

/** The cells that carry weight. */
function cellsOf(
  truth: ClassColumn,
  decision: ClassColumn,
  classes: number,
  weight: Float64Array | null,
): readonly Cell[] {
  if (weight === null && classes <= FEW_CLASSES) return countedCells(truth, decision, classes);
  const numbering = new Numbering(classes * classes);
  const totals: number[] = [];
  const lost: number[] = [];
  for (let row = 0; row < truth.length; row++) {
    const cell = numbering.numberOf(truth[row]! * classes + decision[row]!);
    if (cell === totals.length) {
      totals.push(0);
      lost.push(0);
    }
    if (weight === null) totals[cell]!++;
    else {
      const term = weight[row]!;
      const next = totals[cell]! + term;
      // Neumaier's correction, as in Sum; weights are never negative.
      lost[cell]! += totals[cell]! >= term ? totals[cell]! - next + term : term - next + totals[cell]!;
      totals[cell] = next;
    }
  }
  return numbering.keys
    .map((key, index) => cellAt(key, classes, totals[index]! + lost[index]!))
    .filter((cell) => cell.weight > 0);
}

function countedCells(truth: ClassColumn, decision: ClassColumn, classes: number): readonly Cell[] {
  const counts = new Uint32Array(classes * classes);
  inStretches(truth.length, (start, end) => countCells(truth, decision, classes, start, end, counts));
  return counted(counts, classes);
}

function counted(counts: Uint32Array, classes: number): readonly Cell[] {
  return Array.from(counts, (weight, key) => cellAt(key, classes, weight)).filter(({ weight }) => weight > 0);
}

function countCells(
  truth: ClassColumn,
  decision: ClassColumn,
  classes: number,
  start: number,
  end: number,
  counts: Uint32Array,
): void {
  for (let row = start; row < end; row++) counts[truth[row]! * classes + decision[row]!]!++;
}

function cellAt(key: number, classes: number, weight: number): Cell {
  return { actual: Math.floor(key / classes), predicted: key % classes, weight };
}
