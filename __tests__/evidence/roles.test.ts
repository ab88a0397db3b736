import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRoles, SINGLE_ROLES, type SingleRole } from "../../src/evidence/roles.ts";
import type { ColumnMap } from "../../src/inventory/model.ts";

const at = { path: "model-card.yaml", line: 1, column: 1, pointer: "" };
const sourced = (value: string) => ({ value, raw: value, at });

const NOTHING: ColumnMap = {
  id: null,
  entity: null,
  time: null,
  label: null,
  prediction: null,
  score: null,
  scores: new Map(),
  labels: new Map(),
  predictions: new Map(),
  lower: null,
  upper: null,
  weight: null,
  count: null,
  segments: [],
};

type Written = Partial<Record<SingleRole, string>> & {
  readonly scores?: Record<string, string>;
  readonly labels?: Record<string, string>;
  readonly segments?: readonly string[];
};

function declared({ scores = {}, labels = {}, segments = [], ...single }: Written): ColumnMap {
  return {
    ...NOTHING,
    ...Object.fromEntries(Object.entries(single).map(([role, column]) => [role, sourced(column)])),
    scores: new Map(Object.entries(scores).map(([name, column]) => [name, sourced(column)])),
    labels: new Map(Object.entries(labels).map(([name, column]) => [name, sourced(column)])),
    segments: segments.map(sourced),
  };
}

describe("roles by a column's name", () => {
  it.each([
    ["row_id,y_true,y_pred,y_prob", { id: "row_id", label: "y_true", prediction: "y_pred", score: "y_prob" }],
    ["ID,Label,Prediction,Score", { id: "ID", label: "Label", prediction: "Prediction", score: "Score" }],
    ["y,yhat_lower,Yhat_Upper", { label: "y", lower: "yhat_lower", upper: "Yhat_Upper" }],
    ["target,yhat", { label: "target", prediction: null }],
    ["weight,count,entity,time", { weight: null, count: null, entity: null, time: null }],
    ["", { label: null, score: null }],
  ])("%s", (columns, expected) => {
    const { roles } = readRoles(NOTHING, columns.split(","));
    expect(roles).toMatchObject(expected);
  });

  it("says what it recognised", () => {
    const { recognised } = readRoles(NOTHING, ["y_true", "prob_no", "prob_yes"]);
    expect(recognised).toEqual([
      { role: "label", columns: ["y_true"] },
      { role: "scores", columns: ["prob_no", "prob_yes"] },
    ]);
  });

  it.each([
    ["prob_yes", "yes"],
    ["proba_1", "1"],
    ["probability_setosa", "setosa"],
    ["p_class_2", "2"],
    ["Prob_Yes", "Yes"],
  ])("%s is the score of the class %s", (column, name) => {
    expect([...readRoles(NOTHING, [column]).roles.scores]).toEqual([[name, column]]);
  });

  it.each([
    ["two labels", ["target", "actual"], { role: "label", columns: ["target", "actual"] }],
    ["two scores", ["score", "probability", "y"], { role: "score", columns: ["score", "probability"] }],
    ["two scores of a class", ["prob_1", "proba_1"], { role: "scores", columns: ["prob_1", "proba_1"] }],
    [
      "a score beside those of classes",
      ["score", "prob_0", "prob_1"],
      { role: "score", columns: ["score", "prob_0", "prob_1"] },
    ],
  ])("%s are left to the card", (_, columns, doubt) => {
    const { ambiguous, roles, recognised } = readRoles(NOTHING, columns);
    expect(ambiguous).toEqual([doubt]);
    if (doubt.role === "scores") expect(roles.scores.size).toBe(0);
    else expect(roles).toMatchObject({ [doubt.role]: null });
    expect(recognised.map(({ role }) => role)).not.toContain(doubt.role);
  });

  it("does not give a column that the card has spoken for a second role", () => {
    const { roles } = readRoles(declared({ segments: ["target"], label: "outcome" }), ["target", "outcome"]);
    expect(roles).toMatchObject({ label: "outcome", segments: ["target"] });
    expect(readRoles(declared({ segments: ["target"] }), ["target"]).roles.label).toBeNull();
  });
});

describe("roles that the card declares", () => {
  it("takes them over names that fit better", () => {
    const { roles, ambiguous } = readRoles(declared({ label: "outcome", score: "p_bad" }), [
      "outcome",
      "label",
      "p_bad",
      "score",
    ]);
    expect(roles).toMatchObject({ label: "outcome", score: "p_bad" });
    expect(ambiguous).toEqual([]);
  });

  it.each([
    [{ label: "defalted" }, "label", "defaulted"],
    [{ score: "zzz" }, "score", null],
    [{ scores: { yes: "p_yess" } }, "scores.yes", "p_yes"],
    [{ labels: { sport: "y_sprt" } }, "labels.sport", null],
    [{ segments: ["age_bnd"] }, "segments", "age_band"],
  ])("%j is said to be absent, with the nearest", (written, role, nearest) => {
    const { absent, roles } = readRoles(declared(written), ["defaulted", "p_yes", "age_band", "label"]);
    expect(absent).toMatchObject([{ role, nearest }]);
    expect(roles.label).toBe(role === "label" ? null : "label");
  });

  it("keeps scores of classes that are there", () => {
    const { roles, absent } = readRoles(declared({ scores: { a: "x", b: "nowhere" } }), ["x", "prob_b"]);
    expect([...roles.scores]).toEqual([["a", "x"]]);
    expect(absent.map(({ role }) => role)).toEqual(["scores.b"]);
  });

  it("always wins, whatever the table's columns", () => {
    const names = fc.constantFrom("y", "label", "score", "p", "prob_1", "pred", "id", "a", "B b", "ö");
    fc.assert(
      fc.property(
        fc.uniqueArray(names, { minLength: 1 }),
        fc.dictionary(fc.constantFrom(...SINGLE_ROLES), names),
        (columns, written) => {
          const { roles, absent, recognised, ambiguous } = readRoles(declared(written), columns);
          for (const [role, column] of Object.entries(written) as [SingleRole, string][]) {
            const there = new Set<string>(columns).has(column);
            expect(roles[role]).toBe(there ? column : null);
            expect(absent.some((entry) => entry.role === role)).toBe(!there);
            expect([...recognised, ...ambiguous].some((entry) => entry.role === role)).toBe(false);
          }
        },
      ),
    );
  });

  it("offers names for the first absences only, so that a hostile card and table cannot multiply", () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, `colum${index}`]));
    const { absent } = readRoles(declared({ scores: many }), ["column1"]);
    expect(absent.filter(({ nearest }) => nearest !== null)).toHaveLength(20);
    const wide = Array.from({ length: 501 }, (_, index) => `column${index}`);
    expect(readRoles(declared({ label: "colum7" }), wide).absent[0]?.nearest).toBeNull();
  });
});
