import type { Fact } from "../../../output/fact.ts";
import type { Aggregate, OutputWarning, Shortfall } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { additivity } from "./additivity.ts";
import { type Explanation, explanationOf } from "./explanation.ts";
import { importances, meansAgain } from "./importance.ts";
import { type Parts, type StatedMean, TOOL } from "./parts.ts";

const METHOD = "mean |SHAP|";

/** What the values say of the features, and whether they hold together. */
export function readingOf(parts: Parts, more: readonly OutputWarning[] = []): OutputReading {
  const explanation = explanationOf(parts);
  if (typeof explanation === "string") return refusal(explanation);
  const means = importances(explanation);
  const { features, rows } = explanation;
  const facts = means.map((value, index) => fact(features[index] ?? "", value, rows, parts.at));
  const aggregates = [...additivity(explanation, parts), ...meansAgain(parts.means, explanation)];
  const nameless: OutputWarning[] =
    parts.features === null
      ? [{ code: "no-names", says: "nothing names the features; they are told by their place", at: parts.at }]
      : [];
  return output(facts, shortfallsOf(explanation, parts), aggregates, [...nameless, ...more]);
}

/** Means alone, without the rows that they are of. */
export function readingOfMeans(means: readonly StatedMean[], at: Parts["at"]): OutputReading {
  const facts = means.map(({ feature, value, at }) => fact(feature, value, null, at));
  const empty: Shortfall[] = means.some(({ value }) => value > 0) ? [] : [nothingExplained(at)];
  const aggregates = means.map(({ feature, value, at }) => ({
    name: `mean_abs_shap|${feature}`,
    stated: value,
    recomputed: null,
    because: "the SHAP values of the rows are not there",
    tolerance: 0,
    rows: 0,
    at,
  }));
  return output(facts, empty, aggregates, []);
}

function fact(feature: string, mean: number, rows: number | null, at: Parts["at"]): Fact {
  const value = Number.isFinite(mean) ? mean : null;
  return { kind: "importance", method: METHOD, feature, value, rows, at };
}

export function refusal(says: string): OutputReading {
  const fix = "save `explanation.values` with `numpy.save`, and the features' names as JSON beside it";
  return { kind: "unparsed", says, fix, line: 1 };
}

function output(
  facts: readonly Fact[],
  incomplete: readonly Shortfall[],
  aggregates: readonly Aggregate[],
  warnings: readonly OutputWarning[],
): OutputReading {
  const about = { tool: TOOL, formatVersion: null, producedAt: null, subject: null };
  return { kind: "output", output: { ...about, facts, incomplete, aggregates, warnings } };
}

function shortfallsOf(
  { rows, features }: Explanation,
  { values, predictions, names, at, rowAt }: Parts,
): readonly Shortfall[] {
  const fix = "explain all of the rows again, and save what comes of it";
  if (rows === 0 || features.length === 0)
    return [{ ...nothingExplained(at), says: `${names.values} has no row` }];
  const found: Shortfall[] = [];
  let [undefinedOnes, zeros] = [0, 0];
  let firstUndefined = -1;
  for (const [index, value] of values.values.entries()) {
    if (!Number.isFinite(value)) {
      undefinedOnes++;
      if (firstUndefined < 0) firstUndefined = index;
    }
    if (value === 0) zeros++;
  }
  if (undefinedOnes > 0) {
    const says = `${undefinedOnes} of ${values.values.length} SHAP values are no finite number`;
    const row = Math.floor(firstUndefined / features.length);
    found.push({ code: "errors", says, fix, at: rowAt?.(row) ?? at });
  }
  if (zeros === values.values.length) found.push(nothingExplained(at));
  const predicted = predictions?.shape[0] ?? 0;
  if (predicted > rows && predictions?.shape.length !== 0 && rows > 1) {
    const says = `${rows} of the ${predicted} rows in ${names.predictions} are explained in ${names.values}`;
    found.push({ code: "limited", says, fix, at });
  }
  return found;
}

function nothingExplained(at: Shortfall["at"]): Shortfall {
  const says = "every SHAP value is 0, so that no feature explains anything";
  return {
    code: "empty",
    says,
    fix: "explain the model that is deployed, on rows that it was not given",
    at,
  };
}
