import rule from "../../../src/rules/data/splits-disjoint.ts";
import { CARD, cardWith, csv, ids, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import type { Files } from "../../support/rule-tester.ts";
import { type RuleCase, testRule } from "../../support/rule-tester.ts";

const BOTH = "[{ split: train, path: train.csv }, { split: test, path: test.csv }]";
const split = (train: string, test: string, data = BOTH) =>
  cardWith({ data }, { "train.csv": train, "test.csv": test });

const manyTables = (count: number): Files => {
  const names = Array.from({ length: count }, (_, index) => `t${index}`);
  const data = names.map((name) => `{ split: ${name}, path: ${name}.csv }`).join(", ");
  return cardWith({ data: `[${data}]` }, Object.fromEntries(names.map((name) => [`${name}.csv`, ids(name)])));
};

/** Training rows, test rows, and how many of the test's ids are among the training's. */
const shared: readonly [string, string, string, number][] = [
  ["one id", ids("a", "b", "c"), ids("c", "d"), 1],
  ["all ids", ids("a", "b"), ids("b", "a"), 2],
  ["an id that stands there twice counts once", ids("a", "a", "b"), ids("a", "a", "c"), 1],
  ["numbers and text are the same id", ids("1", "2"), csv("id,note", '"2",x', '"3",y'), 1],
];
const apart: readonly [string, string, string][] = [
  ["no id", ids("a", "b"), ids("c")],
  ["ids of which capitals tell some apart", ids("a", "A"), ids("b", "B", "c")],
  ["ids that differ by a capital, where capitals tell others apart", ids("a", "A", "c"), ids("b", "B", "C")],
  ["numbers of other sizes", ids("1", "20"), ids("2", "10", "1.5")],
];

/** Test ids that are training ids in another spelling. */
const alike: readonly [string, string, string, number][] = [
  ["leading zeros", ids("1", "02"), ids("01", "002", "3"), 2],
  ["capitals", ids("a-1", "b-2"), ids("A-1", "B-3"), 1],
  ["a point that adds nothing", ids("7", "8"), ids("7.0", "8.00"), 2],
  ["spaces", ids('" 7"', "8"), ids("7 "), 1],
  ["a hidden character", ids("r\u200b1"), ids("r1"), 1],
  ["a hidden letter", ids("r\u115f1"), ids("r1"), 1],
  ["letters and their accents apart", ids("Zoe\u0308"), ids("Zo\u00eb"), 1],
  ["letters of another width", ids("\uff521"), ids("r1"), 1],
];

/** What keeps two tables from being compared. */
const untold: readonly [string, string, string, string][] = [
  ["no id column", csv("row", "a"), ids("b"), "no column of data:train is known to be the row's id"],
  ["two id columns", csv("id,row_id", "a,a"), ids("b"), "id"],
  ["an id is empty", csv("id,n", "a,1", ",2"), ids("b"), '1 cell of "id" is empty'],
  ["an id is blank", ids("a", '""'), ids("b"), 'a cell of column "id" holds blank text'],
  ["every id is empty", csv("id,n", ",1", ",2"), ids("b"), '2 cells of "id" are empty'],
  [
    "a row that cannot be read",
    csv("id,n", "a,1", "b"),
    ids("c"),
    "1 row of models/a/train.csv cannot be read",
  ],
  ["no rows", "id\n", ids("b"), "data:train holds no rows"],
  ["an empty file", "", ids("b"), "empty"],
];

const cases: RuleCase[] = [
  ...shared.map(([name, train, test, count]) => ({
    name,
    files: split(train, test),
    expects: [
      finding({
        about: "overlap|train|test",
        at: `${CARD}:2:43`,
        says: new RegExp(`^${count} of \\d ids of test are also in train$`),
        fix: "take them out of train or of test",
      }),
    ],
  })),
  ...alike.map(([name, train, test, count]) => ({
    name: `ids that only look different: ${name}`,
    files: split(train, test),
    expects: [
      cannotTell({
        about: "overlap|train|test",
        at: `${CARD}:2:43`,
        says: new RegExp(`^${count} of \\d ids of test differ from ids of train in nothing but how`),
        fix: "write the ids of both the same way",
      }),
    ],
  })),
  {
    name: "a split that is numbered anew, though it has the other's ids",
    files: split(
      csv("row,customer", "1,a", "2,b"),
      csv("customer", "a", "b"),
      "[{ split: train, path: train.csv, columns: { id: row } }, { split: test, path: test.csv, columns: { id: customer } }]",
    ),
    expects: [
      cannotTell({
        about: "overlap|train|test",
        says: 'train is identified by "row" and test by "customer", and one of them has both columns',
        fix: "of both to the same column",
      }),
    ],
  },
  {
    name: "two names for the column of the ids",
    files: split(
      csv("row,x", "1,a", "2,b"),
      csv("customer", "3"),
      "[{ split: train, path: train.csv, columns: { id: row } }, { split: test, path: test.csv, columns: { id: customer } }]",
    ),
    expects: [fine("none of 1 ids of test is among 2 of train")],
  },
  ...apart.map(([name, train, test]) => ({
    name,
    files: split(train, test),
    expects: [fine(/^none of \d ids of test is among \d of train$/)],
  })),
  ...untold.map(([name, train, test, says]) => ({
    name,
    files: split(train, test),
    expects: [cannotTell({ about: "overlap|train|test", at: `${CARD}:2:43`, says })],
  })),
  {
    name: "the id column is declared",
    files: split(
      csv("row,loan", "1,a", "2,b"),
      csv("row,loan", "1,c", "2,b"),
      "[{ split: train, path: train.csv, columns: { id: loan } }, { split: test, path: test.csv, columns: { id: loan } }]",
    ),
    expects: [finding({ says: "1 of 2 ids" })],
  },
  {
    name: "a declared id column that is not there",
    files: split(ids("a"), ids("b"), BOTH.replace("train.csv", "train.csv, columns: { id: loan }")),
    expects: [cannotTell({ about: "overlap|train|test" })],
  },
  {
    name: "no data and no evidence",
    files: cardWith({}),
    expects: [
      cannotTell({
        about: "split|train",
        at: `${CARD}:1:14`,
        says: 'no rows of split "train"',
        fix: "{ split: train, path: …, columns: { id: … } }",
      }),
      cannotTell({ about: "split|test" }),
    ],
  },
  {
    name: "a renamed split is none that is asked for, and is compared all the same",
    files: cardWith(
      { data: "[{ split: training, path: train.csv }, { split: test, path: test.csv }]" },
      { "train.csv": ids("a"), "test.csv": ids("a") },
    ),
    expects: [cannotTell({ about: "split|train" }), finding({ about: "overlap|training|test" })],
  },
  {
    name: "data without a path is no rows",
    files: cardWith(
      { data: "[{ split: train, rows: 41000 }, { split: test, path: test.csv }]" },
      { "test.csv": ids("a") },
    ),
    expects: [cannotTell({ about: "split|train" })],
  },
  {
    name: "data of no split is no split that is asked for",
    files: cardWith(
      { data: "[{ path: train.csv }, { split: test, path: test.csv }]" },
      { "train.csv": ids("a"), "test.csv": ids("b") },
    ),
    expects: [cannotTell({ about: "split|train" })],
  },
  {
    name: "data that is not there",
    files: cardWith({ data: BOTH }, { "test.csv": ids("a") }),
    expects: [cannotTell({ about: "overlap|train|test", says: "does not exist" })],
  },
  {
    name: "predictions stand for their split",
    files: cardWith(
      { data: "[{ split: train, path: train.csv }]", evidence: testPredictions() },
      { "train.csv": ids("r1"), "test.csv": csv("id,y_true,y_score", "r1,1,0.9", "r2,0,0.1") },
    ),
    expects: [finding({ about: "overlap|train|test", at: `${CARD}:3`, says: "1 of 2 ids" })],
  },
  {
    name: "clean test data does not vouch for other predictions of that name",
    files: cardWith(
      { data: BOTH.replace("test.csv", "clean.csv"), evidence: testPredictions() },
      {
        "train.csv": ids("r1"),
        "clean.csv": ids("r8", "r9"),
        "test.csv": csv("id,y_true,y_score", "r1,1,0.9", "r2,0,0.1"),
      },
    ),
    expects: [
      fine("none of 2 ids of test (clean.csv)"),
      finding({
        about: "overlap|train|test|data:train|test-predictions",
        says: "of test (test.csv) are also in",
      }),
    ],
  },
  {
    name: "one file as data and as predictions is compared once",
    files: cardWith(
      { data: BOTH, evidence: testPredictions() },
      { "train.csv": ids("r1"), "test.csv": csv("id,y_true,y_score", "r2,1,0.9") },
    ),
    expects: [fine("none of 1 ids of test is among 1 of train")],
  },
  {
    name: "a split in two entries: each is compared",
    files: cardWith(
      { data: `[{ split: train, path: old.csv }, ${BOTH.slice(1)}` },
      { "old.csv": ids("a"), "train.csv": ids("b"), "test.csv": ids("b") },
    ),
    expects: [fine("train (old.csv)"), finding({ says: "of test (test.csv) are also in train (train.csv)" })],
  },
  {
    name: "three splits, three comparisons",
    files: cardWith(
      {
        data: "[{ split: train, path: a.csv }, { split: validation, path: b.csv }, { split: test, path: c.csv }]",
      },
      { "a.csv": ids("a"), "b.csv": ids("b", "x"), "c.csv": ids("c", "x") },
    ),
    expects: [
      fine("ids of validation is among 1 of train"),
      fine("ids of test is among 1 of train"),
      finding({ about: "overlap|validation|test" }),
    ],
  },
  {
    name: "one file for both splits",
    files: cardWith(
      { data: "[{ split: train, path: all.csv }, { split: test, path: all.csv }]" },
      { "all.csv": ids("a", "b") },
    ),
    expects: [finding({ says: "2 of 2 ids" })],
  },
  {
    name: "predictions that name no split",
    files: cardWith(
      {
        data: "[{ split: train, path: train.csv }]",
        evidence: "[{ id: p, kind: predictions, path: test.csv }]",
      },
      { "train.csv": ids("r1"), "test.csv": csv("id,y_true,y_score", "r1,1,0.9") },
    ),
    parameters: { required: ["train"] },
    expects: [
      cannotTell({ about: "split|p", at: `${CARD}:3:12`, says: "p names no split", fix: "add `split:`" }),
      notApplicable("the card names one split alone"),
    ],
  },
  {
    name: "predictions that name no split, and nothing to hold them against",
    files: cardWith(
      { evidence: "[{ kind: predictions, path: test.csv }]" },
      { "test.csv": csv("id,y_true,y_score", "r1,1,0.9") },
    ),
    parameters: { required: [] },
    expects: [notApplicable("the card names no split")],
  },
  {
    name: "nothing is required and nothing is there",
    files: cardWith({}),
    parameters: { required: [] },
    expects: [notApplicable("the card names no split")],
  },
  {
    name: "nothing is required, and what is there is compared",
    files: split(ids("a"), ids("a")),
    parameters: { required: [] },
    expects: [finding({ about: "overlap|train|test" })],
  },
  {
    name: "the most tables that are compared: 50 in 1,225 pairs",
    files: manyTables(50),
    parameters: { required: [] },
    expects: Array.from({ length: 1225 }, () => fine("none of 1 ids")),
  },
  {
    name: "a table more",
    files: manyTables(51),
    parameters: { required: [] },
    expects: [cannotTell({ about: "tables", says: "more than 50 tables", fix: "by one pattern" })],
  },
];

testRule(rule, cases);
