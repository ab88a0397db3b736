import type { BinarySample, MulticlassSample } from "../sample.ts";
import { weightAt } from "../weight.ts";

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
  if (sample.decision === null) return "there are no decisions, and no threshold to make them with";
  const truth = sample.task === "binary" ? sample.positive : sample.truth;
  const cells = cellsOf(truth, sample.decision, sample.classes.length, sample.weight);
  return tallyFrom(cells, {
    classes: sample.classes,
    positive: sample.task === "binary" ? 1 : null,
    rows: truth.length,
    weighted: sample.weight !== null,
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

type ClassColumn = Uint8Array | Int32Array;

/** The cells that carry weight. */
function cellsOf(
  truth: ClassColumn,
  decision: ClassColumn,
  classes: number,
  weight: Float64Array | null,
): readonly Cell[] {
  const slots = new Map<number, number>();
  const keys: number[] = [];
  const totals: number[] = [];
  const lost: number[] = [];
  let lastKey = -1;
  let slot = -1;
  for (let row = 0; row < truth.length; row++) {
    const actual = truth[row]!;
    const predicted = decision[row]!;
    const key = actual * classes + predicted;
    if (key !== lastKey) {
      slot = slots.get(key) ?? keys.length;
      if (slot === keys.length) {
        slots.set(key, slot);
        keys.push(key);
        totals.push(0);
        lost.push(0);
      }
      lastKey = key;
    }
    const term = weightAt(weight, row);
    const next = totals[slot]! + term;
    // Neumaier's correction, as in Sum; weights are never negative.
    lost[slot]! += totals[slot]! >= term ? totals[slot]! - next + term : term - next + totals[slot]!;
    totals[slot] = next;
  }
  return keys
    .map((key, index) => ({
      actual: Math.floor(key / classes),
      predicted: key % classes,
      weight: totals[index]! + lost[index]!,
    }))
    .filter((cell) => cell.weight > 0);
}
