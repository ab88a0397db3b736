import { checkConfidence } from "./confidence.ts";

/**
 * The confidence that each of `members` intervals needs so that all hold at once with `confidence`, whatever
 * their dependence. Source: Bonferroni's inequality.
 */
export function bonferroniConfidence(confidence: number, members: number): number {
  checkFamily(confidence, members);
  return 1 - (1 - confidence) / members;
}

/**
 * The same for independent intervals, such as those of disjoint slices; slightly narrower.
 * Source: Z. Šidák, JASA 62 (1967) 626-633.
 */
export function sidakConfidence(confidence: number, members: number): number {
  checkFamily(confidence, members);
  return confidence ** (1 / members);
}

function checkFamily(confidence: number, members: number): void {
  checkConfidence(confidence);
  if (!(Number.isInteger(members) && members >= 1)) throw new RangeError("a family has one member or more");
}
