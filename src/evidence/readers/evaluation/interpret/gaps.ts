import type { Shortfall } from "../../../output/output.ts";
import type { Stated } from "./global.ts";
import type { Local } from "./local.ts";
import { explains, type Model } from "./model.ts";

const FIX = "explain all of the rows again with the model that is deployed, and save what comes of it";

/** Why a model says nothing of its features. */
export function gapsOfModel({ terms, at }: Model): readonly Shortfall[] {
  if (terms.some(({ scores, weights }) => ![...scores, ...weights].every(Number.isFinite)))
    return [{ code: "errors", says: "scores or weights of the model are no finite numbers", fix: FIX, at }];
  const says =
    "no term of the model has different scores for different rows, so that no feature explains anything";
  return terms.some(explains) ? [] : [{ code: "empty", says, fix: FIX, at }];
}

/** Why importances say nothing. */
export function gapsOfStated(stated: readonly Stated[]): readonly Shortfall[] {
  const at = stated[0]?.at ?? { path: "", line: 1, column: 1, pointer: "" };
  if (stated.some(({ value }) => Number.isNaN(value)))
    return [{ code: "errors", says: "importances are no finite numbers", fix: FIX, at }];
  const says = "no term has an importance above 0";
  return stated.some(({ value }) => value > 0) ? [] : [{ code: "empty", says, fix: FIX, at }];
}

/** Why the explanation of rows is not one of all of them. */
export function gapsOfLocal({ rows, asked, at }: Local): readonly Shortfall[] {
  const gaps: Shortfall[] = [];
  const broken = rows.filter(({ scores }) => !scores.every(Number.isFinite));
  const unpredicted = rows.filter(({ score }) => score === null);
  if (broken[0]) {
    const says = `${broken.length} of ${rows.length} rows have scores that are no finite numbers`;
    gaps.push({ code: "errors", says, fix: FIX, at: broken[0].at });
  }
  if (unpredicted[0]) {
    const says = `${unpredicted.length} of ${rows.length} rows have no predicted score`;
    gaps.push({ code: "errors", says, fix: FIX, at: unpredicted[0].at });
  }
  if (rows.every(({ scores }) => scores.every((score) => score === 0)))
    gaps.push({
      code: "empty",
      says: "every score is 0, so that no feature explains anything",
      fix: FIX,
      at,
    });
  if (asked !== null && asked > rows.length) {
    const says = `${rows.length} of the ${asked} rows of \`dataset_x\` are explained`;
    gaps.push({ code: "limited", says, fix: FIX, at });
  }
  return gaps;
}
