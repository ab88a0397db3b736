/** A binary confusion matrix: rows by truth and decision. */
export interface Matrix {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** Whether any matrix gives all of some reported numbers together. */
export type Feasibility =
  | { readonly kind: "possible"; readonly example: Matrix }
  | { readonly kind: "impossible"; readonly because: string }
  | { readonly kind: "cannot-tell"; readonly reason: string };

export function shownMatrix({ tp, fp, fn, tn }: Matrix): string {
  return `TP ${tp}, FP ${fp}, FN ${fn}, TN ${tn}`;
}
