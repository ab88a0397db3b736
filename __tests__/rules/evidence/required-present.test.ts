import rule from "../../../src/rules/evidence/required-present.ts";
import { CARD, cardWith, csv, decisions, ids, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type Files, type RuleCase, testRule } from "../../support/rule-tester.ts";
import { shown } from "../../support/shown.ts";

const DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const TEN: Files = { "test.csv": decisions({ tp: 5, tn: 5 }) };
const predictions = { kind: "predictions", split: "test" };
const required = (...entries: readonly object[]) => ({ required: entries });
const tested = (more = "", beside: Files = TEN) => cardWith({ evidence: testPredictions(more) }, beside);

/** Entries that are not what is required: predictions of the test split. */
const missing: readonly [string, Files][] = [
  ["no evidence", cardWith({})],
  [
    "of another split",
    cardWith({ evidence: testPredictions().replace("split: test", "split: testing") }, TEN),
  ],
  ["of no split", cardWith({ evidence: testPredictions().replace(", split: test", "") }, TEN)],
  [
    "of another kind",
    cardWith({ evidence: testPredictions().replace("kind: predictions", "kind: scan") }, TEN),
  ],
  [
    "of another split, and gone as well",
    cardWith({ evidence: testPredictions().replace("split: test", "split: testing") }),
  ],
  [
    "of another kind, and gone as well",
    cardWith({ evidence: testPredictions().replace("kind: predictions", "kind: scan") }),
  ],
  ["as data", cardWith({ data: "[{ split: test, path: test.csv }]" }, TEN)],
  ["without a path", cardWith({ evidence: "[{ kind: predictions, split: test }]" })],
  ["a placeholder for a path", cardWith({ evidence: testPredictions().replace("test.csv", "TODO") })],
  [
    "a table of which no column is known",
    cardWith({ evidence: "[{ path: t.csv, split: test }]" }, { "t.csv": csv("a,b", "1,2") }),
  ],
];

const unreadable: readonly [string, string, Files | undefined][] = [
  ["gone", "test.csv", {}],
  ["outside the tree", "../../../test.csv", {}],
  ["a pattern without a match", "t-*.csv", {}],
  ["empty", "test.csv", { "test.csv": "" }],
  ["no table", "test.csv", { "test.csv": Uint8Array.of(0, 1, 2, 3) }],
];

/** Ten rows that the accuracy is of, beside a hundred of the same split. */
const small = (claims: string) =>
  cardWith(
    {
      evidence:
        "[{ id: few, kind: predictions, path: few.csv, split: test }, { id: all, kind: predictions, path: all.csv, split: test }]",
      metrics: `[${claims}]`,
    },
    { "few.csv": decisions({ tp: 5, tn: 5 }), "all.csv": decisions({ tp: 30, fn: 20, tn: 50 }) },
  );
const accuracy = (of: string) => `{ name: accuracy, value: 1.00, split: test, evidence: ${of} }`;

const cases: RuleCase[] = [
  {
    name: "rows that no number is taken from do not count",
    files: small(accuracy("few")),
    parameters: required({ ...predictions, rows: 100 }),
    expects: [
      finding({
        about: "predictions|test|rows",
        at: `${CARD}:2:12`,
        says: 'requires 100 rows of predictions of split "test", and the file has 10',
      }),
    ],
  },
  {
    name: "a number of all rows, and one of some",
    files: small(`${accuracy("few")}, ${accuracy("all")}`),
    parameters: required({ ...predictions, rows: 100 }),
    expects: [fine("with 100 rows")],
  },
  {
    name: "two tables and no number",
    files: small(""),
    parameters: required({ ...predictions, rows: 100 }),
    expects: [fine("with 100 rows")],
  },
  { name: "nothing is required", files: cardWith({}), expects: [notApplicable("no evidence is required")] },
  {
    name: "what is required is there",
    files: tested(),
    parameters: required(predictions),
    expects: [fine('the card names predictions of split "test", with 10 rows')],
  },
  {
    name: "a table with truth and answers is predictions by itself",
    files: cardWith({ evidence: "[{ path: test.csv, split: test }]" }, TEN),
    parameters: required(predictions),
    expects: [fine("with 10 rows")],
  },
  {
    name: "any split will do",
    files: cardWith({ evidence: testPredictions().replace("split: test", "split: holdout") }, TEN),
    parameters: required({ kind: "predictions" }),
    expects: [fine(/^the card names predictions, with/)],
  },
  ...missing.map(([name, files]) => ({
    name: `missing: ${name}`,
    files,
    parameters: required(predictions),
    expects: [
      finding({
        about: "predictions|test",
        says: 'this stage requires predictions of split "test", and the card names none',
        fix: "add to `evidence`: `{ kind: predictions, path: …, split: test }`",
      }),
    ],
  })),
  ...unreadable.map(([name, path, beside]) => ({
    name: `cannot be read: ${name}`,
    files: cardWith({ evidence: testPredictions().replace("test.csv", path) }, beside),
    parameters: required({ ...predictions, rows: 1 }),
    expects: [cannotTell({ about: "predictions|test", at: `${CARD}:2`, says: "which cannot be read" })],
  })),
  // Rows, at both sides of the limit.
  {
    name: "as many rows as required",
    files: tested(),
    parameters: required({ ...predictions, rows: 10 }),
    expects: [fine("with 10 rows")],
  },
  {
    name: "a row too few",
    files: tested(),
    parameters: required({ ...predictions, rows: 11 }),
    expects: [
      finding({
        about: "predictions|test|rows",
        at: `${CARD}:2:12`,
        says: 'this stage requires 11 rows of predictions of split "test", and the file has 10',
        fix: "evaluate on more rows",
      }),
    ],
  },
  {
    name: "a file without rows is no evidence, even where no number of rows is required",
    files: cardWith({ data: "[{ split: train, path: train.csv }]" }, { "train.csv": "id\n" }),
    parameters: required({ kind: "dataset", split: "train" }),
    expects: [
      finding({
        about: "dataset|train|rows",
        says: 'requires 1 row of data of split "train", and the file has 0',
        fix: "commit all its rows",
      }),
    ],
  },
  {
    name: "the largest of several tables counts",
    files: cardWith(
      {
        evidence: `[{ id: few, kind: predictions, path: few.csv, split: test }, ${testPredictions().slice(1)}`,
      },
      { ...TEN, "few.csv": decisions({ tp: 1 }) },
    ),
    parameters: required({ ...predictions, rows: 10 }),
    expects: [fine("with 10 rows")],
  },
  {
    name: "tables are not added up: the same rows can be listed twice",
    files: cardWith(
      {
        evidence: `[{ id: again, kind: predictions, path: test.csv, split: test }, ${testPredictions().slice(1)}`,
      },
      TEN,
    ),
    parameters: required({ ...predictions, rows: 20 }),
    expects: [finding({ about: "predictions|test|rows", says: "and the file has 10" })],
  },
  {
    name: "rows that cannot be counted",
    files: cardWith(
      { evidence: '[{ id: t, kind: predictions, path: "t-*.csv", split: test }]' },
      { "t-1.csv": decisions({ tp: 1 }), "t-2.csv": ids("x") },
    ),
    parameters: required({ ...predictions, rows: 1 }),
    expects: [cannotTell({ about: "predictions|test|rows", at: CARD, says: "cannot be counted: " })],
  },
  // Digests.
  {
    name: "a digest is required and given",
    files: tested(`sha256: ${DIGEST}`),
    parameters: required({ ...predictions, digest: true }),
    expects: [fine("the card names")],
  },
  ...["", "sha256: TODO"].map((digest) => ({
    name: `a digest is required and missing: ${digest}`,
    files: tested(digest),
    parameters: required({ ...predictions, digest: true }),
    expects: [
      finding({
        about: "predictions|test|digest",
        at: `${CARD}:2:12`,
        says: "no sha256",
        fix: "add `sha256:`",
      }),
      fine("the card names"),
    ],
  })),
  {
    name: "a small table with a digest does not vouch for a large one without",
    files: cardWith(
      {
        evidence: `[{ id: few, kind: predictions, path: few.csv, split: test, sha256: ${DIGEST} }, ${testPredictions().slice(1)}`,
      },
      { ...TEN, "few.csv": decisions({ tp: 1 }) },
    ),
    parameters: required({ ...predictions, rows: 10, digest: true }),
    expects: [finding({ about: "predictions|test|digest" }), fine("with 10 rows")],
  },
  // Other kinds.
  {
    name: "data of a split",
    files: cardWith({ data: "[{ split: train, path: train.csv }]" }, { "train.csv": ids("a") }),
    parameters: required({ kind: "dataset", split: "train" }),
    expects: [fine('data of split "train", with 1 row')],
  },
  ...[
    ["no data", cardWith({})],
    ["data without a path", cardWith({ data: "[{ split: train, rows: 41000 }]" })],
  ].map(([name, files]) => ({
    name: `missing: ${name}`,
    files: files as Files,
    parameters: required({ kind: "dataset", split: "train" }),
    expects: [finding({ about: "dataset|train", fix: "add to `data`: `{ path: …, split: train }`" })],
  })),
  {
    name: "a file of another tool",
    files: cardWith({ evidence: "[{ kind: scan, path: scan.txt }]" }, { "scan.txt": "all clear" }),
    parameters: required({ kind: "scan" }),
    expects: [fine("the card names scan")],
  },
  {
    name: "a file of another tool that is empty",
    files: cardWith({ evidence: "[{ kind: scan, path: scan.txt }]" }, { "scan.txt": "" }),
    parameters: required({ kind: "scan" }),
    expects: [cannotTell({ about: "scan|", says: "empty" })],
  },
  {
    name: "a file of another tool has no rows to count",
    files: cardWith({ evidence: "[{ kind: scan, path: scan.txt }]" }, { "scan.txt": "all clear" }),
    parameters: required({ kind: "scan", rows: 5 }),
    expects: [cannotTell({ about: "scan||rows", says: "cannot be counted", fix: "a table of rows" })],
  },
  {
    name: "a tool's file, whatever the card calls it",
    files: cardWith({}),
    shown: [shown({ tool: "garak" }, { kind: "probes" })],
    parameters: required({ kind: "garak" }),
    expects: [fine("the card names garak")],
  },
  {
    name: "a tool's file that cannot be understood",
    files: cardWith({ evidence: "[{ path: n.ipynb }]" }, { "n.ipynb": '{"nbformat": 3, "cells": []}' }),
    parameters: required({ kind: "jupyter" }),
    expects: [cannotTell({ about: "jupyter|", says: "which cannot be read: nbformat 3" })],
  },
  {
    name: "a file that is called a tool's and is not",
    files: cardWith({ evidence: "[{ kind: jupyter, path: n.json }]" }, { "n.json": '{"score": 1}' }),
    parameters: required({ kind: "jupyter" }),
    expects: [cannotTell({ about: "jupyter|", says: "is not jupyter's" })],
  },
  {
    name: "each requirement has its own answer",
    files: tested(),
    parameters: required(predictions, { kind: "dataset", split: "train" }),
    expects: [fine("predictions"), finding({ about: "dataset|train", at: `${CARD}:1:14` })],
  },
];

testRule(rule, cases);
