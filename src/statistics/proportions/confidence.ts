/** @throws RangeError when `confidence` is not between 0 and 1, both excluded. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError("a confidence lies between 0 and 1");
}
