import { linesOf } from "../frequency.ts";
import type { Sample } from "../sample.ts";
import { type Design, designOf } from "./design.ts";

/** What of a sample's rows is kept together or apart when they are drawn. */
export interface Drawing {
  /** Draw as many rows of each true class as there are. */
  readonly byClass: boolean;
  /** The entity of each row, all of whose rows are drawn together; null when rows are drawn one by one. */
  readonly entity: Int32Array | null;
}

/** The design of a sample's rows, in the order of `order` when there is one; the reason when they cannot be drawn so. */
export function designFor(sample: Sample, drawing: Drawing, order: Uint32Array | null): Design | string {
  const classes = drawing.byClass ? classesOf(sample) : null;
  if (typeof classes === "string") return classes;
  return designOf(linesOf(sample), placed(classes, order), placed(drawing.entity, order));
}

function classesOf(sample: Sample): Uint8Array | Int32Array | string {
  switch (sample.task) {
    case "binary":
      return sample.positive;
    case "multiclass":
      return sample.truth;
    case "multilabel":
    case "regression":
      return "there are no classes to draw apart";
  }
}

function placed(
  column: Uint8Array | Int32Array | null,
  order: Uint32Array | null,
): Uint8Array | Int32Array | null {
  return column && order ? Int32Array.from(order, (row) => column[row]!) : column;
}
