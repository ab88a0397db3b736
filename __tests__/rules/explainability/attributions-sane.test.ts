import type { ImportanceFact } from "../../../src/evidence/output/fact.ts";
import type { Aggregate } from "../../../src/evidence/output/output.ts";
import rule from "../../../src/rules/explainability/attributions-sane.ts";
import { cardWith, csv } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { fixtureFiles } from "../../support/fixture-files.ts";
import { testRule } from "../../support/rule-tester.ts";
import { aggregate, fact, shown } from "../../support/shown.ts";

const MEASURES = "id,mean radius,mean_texture,Mean Perimeter,mean area,benign";
const train = (header: string) => ({ "train.csv": csv(header, header.replaceAll(/[^,]+/g, "1")) });
const data = (more = "") => `[{ split: train, path: train.csv${more} }]`;
const benign = data(", columns: { label: benign }");

/** The card names a fixture of a tool, and data with the columns that it explains. */
const real = (name: string, header = MEASURES, keys: Record<string, string> = {}) =>
  cardWith(
    { data: benign, evidence: `[{ path: ${name.split("/").at(-1)} }]`, ...keys },
    { ...train(header), ...fixtureFiles(name) },
  );

type Said = Partial<ImportanceFact>;
const file = (
  features: Readonly<Record<string, number | null>>,
  said: Said = {},
  aggregates: Aggregate[] = [],
) => [
  shown(
    {
      facts: Object.entries(features).map(([feature, value]) =>
        fact("importance", { feature, value, ...said }),
      ),
      aggregates,
    },
    { split: "test" },
  ),
];
const adding = (stated: number, recomputed: number | null): Aggregate[] => [
  { ...aggregate("rows that add up", stated, recomputed), of: "additivity" },
];
const loans = cardWith({ data: data() }, train("id,income,age,label"));
const even = { income: 0.5, age: 0.5 };

testRule(rule, [
  { name: "nothing shown, nothing asked for", files: loans, expects: [notApplicable("none are asked for")] },
  {
    name: "nothing shown",
    files: loans,
    parameters: { required: true },
    expects: [
      finding({
        about: "absent",
        at: "models/a/model-card.yaml:1",
        says: "requires attributions",
        fix: "SHAP",
      }),
    ],
  },
  {
    name: "nothing shown of a model that generates",
    files: cardWith({ model: "task: generation" }),
    parameters: { required: true },
    expects: [notApplicable("the model generates")],
  },
  {
    name: "a metric is no attribution",
    files: loans,
    parameters: { required: true },
    shown: [shown({ facts: [fact("metric")] })],
    expects: [finding({ about: "absent" })],
  },
  ...["complete", "complete-fortran", "complete.json", "complete.csv"].map((name) => ({
    name: `SHAP, ${name}`,
    files: real(`shap/0.51.0/${name}`),
    parameters: { required: true, additive: true },
    expects: [fine("attributions of 4 features over 60 rows, each a column of the data; every row adds up")],
  })),
  {
    name: "interpret, the rows that it explains",
    files: real("interpret/0.7.8/complete.json"),
    parameters: { minimumRows: 12, additive: true },
    expects: [fine("attributions of 4 features over 12 rows")],
  },
  {
    name: "interpret, the model alone: an interaction is of both its features",
    files: real("interpret/0.7.8/complete-model.json"),
    expects: [fine("attributions of 4 features, each a column of the data")],
  },
  {
    name: "interpret, the model alone, where rows are to be added up",
    files: real("interpret/0.7.8/complete-model.json"),
    parameters: { additive: true },
    expects: [
      cannotTell({ about: "additivity|complete-model.json", says: "does not have base values and outputs" }),
    ],
  },
  ...["tampered", "tampered.csv"].map((name) => ({
    name: `SHAP that was edited, ${name}`,
    files: real(`shap/0.51.0/${name}`),
    expects: [
      finding({ about: `additivity|${name}`, says: "in 30 of 60 rows base and attributions do not add up" }),
    ],
  })),
  {
    name: "SHAP with rows that were never explained",
    files: real("shap/0.51.0/incomplete.csv"),
    expects: [
      finding({
        about: "undefined|incomplete.csv",
        says: "of `mean radius`, and those of 3 more are no finite numbers",
      }),
    ],
  },
  {
    name: "SHAP of zeros",
    files: real("shap/0.51.0/incomplete.json"),
    expects: [finding({ about: "zero|incomplete.json", says: "every attribution is 0" })],
  },
  {
    name: "SHAP of another model's data",
    files: real("shap/0.51.0/complete", "id,mean radius,mean texture,concavity,benign"),
    expects: [
      finding({
        about: "feature|complete|mean perimeter",
        says: "`mean perimeter` is no column of the data",
      }),
      finding({ about: "feature|complete|mean area" }),
    ],
  },
  {
    name: "SHAP of the label",
    files: real("shap/0.51.0/complete", MEASURES, { data: data(", columns: { label: mean area }") }),
    expects: [
      finding({
        about: "label|complete",
        says: "`mean area`, to which outputs are attributed, is the label",
      }),
    ],
  },
  ...[
    ["no column but ids and labels", "id,benign"],
    ["no column but ids, labels and groups", "id,benign,sex"],
  ].map(([name = "", header = ""]) => ({
    name: `SHAP beside data with ${name}`,
    files: real("shap/0.51.0/complete", header, {
      data: data(", columns: { label: benign, segments: [sex] }"),
    }),
    expects: [
      cannotTell({ about: "features|complete", says: "of `mean radius`, and of 3 more, it cannot be told" }),
    ],
  })),
  {
    name: "a feature that nothing names",
    files: loans,
    shown: file({ income: 1, "feature 1": 1 }),
    expects: [
      cannotTell({
        about: "features|evidence/tool.json",
        says: "of `feature 1` it cannot be told",
        fix: "names",
      }),
    ],
  },
  {
    name: "a step of a pipeline, a category, and two features together",
    files: loans,
    shown: file({ num__income: 1, "cat__age_over 60": 1, "income & age": 1 }),
    expects: [fine("attributions of 3 features")],
  },
  {
    name: "one of two features together is none of the data's",
    files: loans,
    shown: file({ income: 1, "income & wealth": 1 }),
    expects: [finding({ about: "feature|evidence/tool.json|income & wealth" })],
  },
  {
    name: "a hundred features of another model",
    files: loans,
    shown: file(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`gene ${index}a`, 1]))),
    expects: [
      ...Array.from({ length: 20 }, (_, index) =>
        finding({ about: `feature|evidence/tool.json|gene ${index}a` }),
      ),
      finding({ about: "feature|evidence/tool.json|more", says: "nor are 79 more" }),
    ],
  },
  {
    name: "as much on one feature as may be",
    files: loans,
    shown: file({ income: 0.8, age: -0.2 }),
    expects: [fine("attributions of 2 features")],
  },
  {
    name: "more on one feature than may be",
    files: loans,
    shown: file({ income: -0.9, age: 0.1 }),
    expects: [
      finding({
        about: "share|evidence/tool.json|income",
        at: "tool.json:7",
        says: "90 % of the mean absolute attribution, above the limit of 80 %",
      }),
    ],
  },
  {
    name: "all on one feature, and no other shown",
    files: loans,
    shown: file({ income: 1e-300 }),
    expects: [finding({ about: "share|evidence/tool.json|income" })],
  },
  {
    name: "a number that is none beside others",
    files: loans,
    shown: file({ income: 0.5, age: null }),
    expects: [finding({ about: "undefined|evidence/tool.json", says: "of `age` are no finite numbers" })],
  },
  {
    name: "numbers so large that their sum is none",
    files: loans,
    shown: file({ income: 1e308, age: 1.5e308 }),
    expects: [finding({ about: "undefined|evidence/tool.json", says: "no finite sum" })],
  },
  {
    name: "fewer rows than the tier asks for",
    files: loans,
    parameters: { minimumRows: 100 },
    shown: file(even, { rows: 99 }),
    expects: [
      cannotTell({ about: "split|evidence/tool.json", says: 'no table of the split "test"' }),
      finding({
        about: "rows|evidence/tool.json",
        says: "99 rows are explained, and this tier requires 100",
      }),
    ],
  },
  ...[
    [2, 3, fine("over 2 rows")],
    [2, 2, fine("over 2 rows")],
    [1, 2, fine("over 1 row")],
    [
      3,
      2,
      finding({ about: "rows|evidence/tool.json", says: '3 rows are explained, and the split "test" has 2' }),
    ],
  ]
    .map(([rows, all, expected]) => ({ rows: Number(rows), all: Number(all), expected }) as const)
    .map(({ rows, all, expected }) => ({
      name: `${rows} rows of a split of ${all}`,
      files: cardWith(
        { data: `[{ split: train, path: train.csv }, { split: test, path: test.csv }]` },
        { ...train("id,income,age,label"), "test.csv": csv("id", ...Array<string>(all).fill("x")) },
      ),
      parameters: { minimumRows: 1 },
      shown: file(even, { rows }),
      expects: [expected as ReturnType<typeof fine>],
    })),
  {
    name: "no more rows than the largest of two tables of a split",
    files: cardWith(
      {
        data: `[{ split: train, path: train.csv }, { split: test, path: a.csv }, { split: test, path: b.csv, id: other }]`,
      },
      { ...train("id,income,age,label"), "a.csv": csv("id", "x"), "b.csv": csv("id", "x", "y", "z") },
    ),
    parameters: { minimumRows: 1 },
    shown: file(even, { rows: 3 }),
    expects: [fine("over 3 rows")],
  },
  {
    name: "a feature without a letter is no column without one",
    files: cardWith({ data: data() }, train("id,income,---,label")),
    shown: file({ income: 0.5, "***": 0.5 }),
    expects: [finding({ says: "`***` is no column of the data" })],
  },
  {
    name: "all rows of a split that is smaller than the tier asks for",
    files: cardWith(
      { data: `[{ split: train, path: train.csv }, { split: test, path: test.csv }]` },
      { ...train("id,income,age,label"), "test.csv": csv("id", "a", "b") },
    ),
    parameters: { minimumRows: 100 },
    shown: file(even, { rows: 2 }),
    expects: [fine("over 2 rows")],
  },
  {
    name: "rows that add up to predictions on another scale",
    files: loans,
    parameters: { additive: true },
    shown: file(even, {}, adding(40, null)),
    expects: [cannotTell({ about: "additivity|evidence/tool.json", says: "its rows are elsewhere" })],
  },
  {
    name: "the same where adding up is not asked for",
    files: loans,
    shown: file(even, {}, adding(40, null)),
    expects: [fine(/each a column of the data$/)],
  },
  {
    name: "another aggregate than adding up",
    files: loans,
    parameters: { additive: true },
    shown: file(even, {}, [aggregate("mean_abs_shap|age", 1, 2)]),
    expects: [cannotTell({ about: "additivity|evidence/tool.json" })],
  },
  {
    name: "two files, each for itself",
    files: loans,
    shown: [
      ...file(even),
      shown({ facts: [fact("importance", { value: 0 })] }, { path: "evidence/other.json" }),
    ],
    expects: [fine("evidence/tool.json"), finding({ about: "zero|evidence/other.json" })],
  },
]);
