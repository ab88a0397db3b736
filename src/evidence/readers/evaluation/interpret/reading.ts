import { Sum } from "../../../../statistics/sum.ts";
import type { ImportanceFact } from "../../../output/fact.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { halfDigitOf } from "../../written.ts";
import { additivity } from "./additivity.ts";
import { gapsOfLocal, gapsOfModel, gapsOfStated } from "./gaps.ts";
import type { Stated } from "./global.ts";
import type { Local } from "./local.ts";
import { importanceOf, type Model } from "./model.ts";

export const TOOL = "interpret";
const METHOD = "weighted mean |score|";
const METHOD_OF_ROWS = "mean |score|";
const ROUNDING = 1e-6;

/** What interpret wrote of one model, each null where it is not there. */
export interface Parts {
  readonly model: Model | null;
  readonly stated: readonly Stated[] | null;
  readonly local: Local | null;
}

/** The importances by what knows them best, and whether the parts agree with each other. */
export function readingOf({ model, stated, local }: Parts): OutputReading {
  return {
    kind: "output",
    output: {
      tool: TOOL,
      formatVersion: model?.version ?? null,
      producedAt: null,
      subject: null,
      facts: importances({ model, stated, local }),
      incomplete: [
        ...(model === null ? [] : gapsOfModel(model)),
        ...(stated === null ? [] : gapsOfStated(stated)),
        ...(local === null ? [] : gapsOfLocal(local)),
      ],
      aggregates: [
        ...(model === null ? [] : weightsAgain(model)),
        ...(stated === null ? [] : statedAgain(stated, model)),
        ...(local === null ? [] : additivity(local)),
        ...(local === null || model === null ? [] : [ofModel(local, model)]),
      ],
      warnings: [],
    },
  };
}

export function refusal(says: string): OutputReading {
  const fix = "write `explain_local(X).data(-1)` or `explain_global().data(-1)` as JSON again, or `to_json`";
  return { kind: "unparsed", says, fix, line: 1 };
}

function importances({ model, stated, local }: Parts): ImportanceFact[] {
  const fact = (method: string, feature: string, mean: number, at: ImportanceFact["at"]): ImportanceFact => {
    const value = Number.isFinite(mean) ? mean : null;
    // The bins count the rows of the training, or their weights, and not those that are explained.
    return { kind: "importance", method, feature, value, rows: null, at };
  };
  if (model) return model.terms.map((term) => fact(METHOD, term.name, importanceOf(term), term.at));
  if (stated) return stated.map(({ term, value, at }) => fact(METHOD, term, value, at));
  if (!local) return [];
  return local.terms.map((term, index) => {
    return { ...fact(METHOD_OF_ROWS, term, meanOf(local, index), local.at), rows: local.rows.length };
  });
}

function meanOf({ rows }: Local, term: number): number {
  const sum = new Sum();
  let numbers = 0;
  for (const { scores, outputs } of rows)
    for (let output = 0; output < outputs; output++, numbers++)
      sum.add(Math.abs(scores[term * outputs + output]!));
  return sum.value / numbers;
}

/** Each row is in one bin of every term. */
function weightsAgain({ terms, rows }: Model): readonly Aggregate[] {
  const total = (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight, 0);
  const all = rows ?? (terms[0] ? total(terms[0].weights) : 0);
  return terms.map(({ name, weights, at }) => ({
    name: `bin_weights|${name}`,
    stated: all,
    recomputed: total(weights),
    because: null,
    tolerance: ROUNDING * Math.max(1, all),
    rows: weights.length,
    at,
  }));
}

/** The stated importances, from the model's bins. */
function statedAgain(stated: readonly Stated[], model: Model | null): readonly Aggregate[] {
  const byName = new Map(model?.terms.map((term) => [term.name, term]));
  const because = model === null ? "the bins are in the file of `to_json`" : "the model has no such term";
  return stated.map(({ term, value, at }) => {
    const own = byName.get(term);
    return {
      name: `importance|${term}`,
      stated: value,
      recomputed: own ? importanceOf(own) : null,
      because: own ? null : because,
      tolerance: Math.max(halfDigitOf(value), ROUNDING * Math.abs(value)),
      rows: own?.weights.length ?? 0,
      at,
    };
  });
}

/** A row's score of a term is the score of one of the term's bins. */
function ofModel({ terms, rows, at }: Local, model: Model): Aggregate {
  const known = terms.map((name) => {
    const term = model.terms.find((each) => each.name === name);
    return new Set([...(term?.scores ?? [])].map(digits));
  });
  const intercept = [...model.intercept.values].map(digits).join();
  const own = rows.filter(
    (row) =>
      [...row.intercept].map(digits).join() === intercept &&
      row.scores.every((score, index) => known[Math.floor(index / row.outputs)]?.has(digits(score))),
  );
  const about = { name: "rows explained with the model's scores", tolerance: 0, rows: rows.length, at };
  return { ...about, stated: rows.length, recomputed: own.length, because: null };
}

/** As many as an explanation is rounded to at most, and its model is not. */
function digits(score: number): string {
  return score.toPrecision(12);
}
