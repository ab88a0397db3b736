import rule from "../../../src/rules/data/declared-facts-true.ts";
import { CARD, cardWith, csv, ids } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

/** `printf 'id\na\nb\n' | sha256sum`, and of `printf abc`. */
const AB = "55fc01feec80df5521dde64da128cf7c9a69b3dad5d275b5008f6ba671f8c915";
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

const train = (facts: string, content = ids("a", "b")) =>
  cardWith({ data: `[{ split: train, path: train.csv, ${facts} }]` }, { "train.csv": content });
const scan = (entry: string) => cardWith({ evidence: `[{ kind: scan, ${entry} }]` }, { "scan.txt": "abc" });

testRule(rule, [
  {
    name: "the rows are those of the file",
    files: train("rows: 2"),
    expects: [fine("1 of 1 stated row counts")],
  },
  ...[1, 3, 0].map((rows) => ({
    name: `${rows} rows are stated, and there are 2`,
    files: train(`rows: ${rows}`),
    expects: [
      finding({
        about: "rows|data:train",
        at: `${CARD}:2:47`,
        says: `the card says that data:train has ${rows} rows, and the file has 2`,
        fix: "set `rows: 2`",
      }),
    ],
  })),
  { name: "no rows, and that is stated", files: train("rows: 0", "id\n"), expects: [fine("1 of 1")] },
  { name: "a repeated row is a row", files: train("rows: 3", ids("a", "a", "b")), expects: [fine("1 of 1")] },
  {
    name: "shards are counted together",
    files: cardWith(
      { data: '[{ split: train, path: "t-*.csv", rows: 3 }]' },
      { "t-1.csv": ids("a", "b"), "t-2.csv": ids("c") },
    ),
    expects: [fine("1 of 1")],
  },
  {
    name: "the rows of lines that count rows are the sum of the counts",
    files: cardWith(
      { data: "[{ split: train, path: train.csv, rows: 41000, columns: { count: n } }]" },
      { "train.csv": "y,n\n0,40000\n1,1000\n" },
    ),
    expects: [fine("1 of 1")],
  },
  {
    name: "the rows of lines that count rows are not the lines",
    files: cardWith(
      { data: "[{ split: train, path: train.csv, rows: 2, columns: { count: n } }]" },
      { "train.csv": "y,n\n0,40000\n1,1000\n" },
    ),
    expects: [finding({ about: "rows|data:train", says: "has 2 rows, and the file has 41000" })],
  },
  {
    name: "the rows of a file that is not there",
    files: cardWith({ data: "[{ split: train, path: gone.csv, rows: 2 }]" }),
    expects: [cannotTell({ about: "rows|data:train", at: `${CARD}:2:46`, says: "does not exist" })],
  },
  {
    name: "a count of rows that no file is named for is a description",
    files: cardWith({ data: `[{ split: train, rows: 41000, sha256: ${ABC} }]` }),
    expects: [notApplicable("no row count and no digest of a file that it names")],
  },
  {
    name: "a count of rows that is no number",
    files: train("rows: many"),
    expects: [notApplicable("no row count")],
  },
  ...[AB, AB.toUpperCase(), `sha256:${AB}`].map((sha256) => ({
    name: `the digest of the file: ${sha256.slice(0, 10)}…`,
    files: train(`sha256: ${sha256}`),
    expects: [fine("1 of 1")],
  })),
  {
    name: "the digest of another file",
    files: train(`sha256: ${ABC}`),
    expects: [
      finding({
        about: "sha256|data:train",
        at: `${CARD}:2:49`,
        says: "the sha256 of data:train is not that of its file",
        fix: `set \`sha256: ${AB}\``,
      }),
    ],
  },
  { name: "a line ending more", files: train(`sha256: ${AB}`, `${ids("a", "b")}\n`), expects: [finding({})] },
  {
    name: "half a digest",
    files: train(`sha256: ${AB.slice(0, 32)}`),
    expects: [finding({ about: "sha256|data:train" })],
  },
  { name: "a digest still to come", files: train("sha256: TODO"), expects: [notApplicable("no digest")] },
  {
    name: "one digest for several files",
    files: cardWith(
      { data: `[{ split: train, path: "t-*.csv", sha256: ${AB} }]` },
      { "t-1.csv": ids("a", "b"), "t-2.csv": ids("a", "b") },
    ),
    expects: [cannotTell({ about: "sha256|data:train", says: "of several files", fix: "each file" })],
  },
  {
    name: "the digest of a table that is not there",
    files: cardWith({ data: `[{ split: train, path: gone.csv, sha256: ${AB} }]` }),
    expects: [cannotTell({ about: "sha256|data:train", says: "does not exist" })],
  },
  {
    name: "the digest of a pattern that matches nothing",
    files: cardWith({ data: `[{ split: train, path: "t-*.csv", sha256: ${AB} }]` }),
    expects: [cannotTell({ about: "sha256|data:train", says: "matches no file" })],
  },
  {
    name: "the digest of a table that cannot be read is still its digest",
    files: train(`sha256: ${ABC}`, "abc"),
    expects: [fine("1 of 1")],
  },
  {
    name: "the digest of a file that is no table",
    files: scan(`path: scan.txt, sha256: ${ABC}`),
    expects: [fine("1 of 1")],
  },
  {
    name: "the digest of another file that is no table",
    files: scan(`path: scan.txt, sha256: ${AB}`),
    expects: [finding({ about: "sha256|scan.txt", fix: ABC })],
  },
  {
    name: "a file that the root has does not stand for the one beside the card",
    files: {
      ...cardWith({ evidence: `[{ kind: scan, path: scan.txt, sha256: ${ABC} }]` }),
      "scan.txt": "abc",
    },
    expects: [cannotTell({ about: "sha256|scan.txt", says: "does not exist" })],
  },
  {
    name: "outside the repository",
    files: scan(`path: ../../../scan.txt, sha256: ${ABC}`),
    expects: [cannotTell({ says: "out of the repository" })],
  },
  { name: "nothing is stated", files: train("lineage: s3"), expects: [notApplicable("no row count")] },
  {
    name: "what is right is counted beside what is wrong",
    files: cardWith(
      {
        data: `[{ split: train, path: train.csv, rows: 2, sha256: ${AB} }, { split: test, path: test.csv, rows: 9 }]`,
      },
      { "train.csv": ids("a", "b"), "test.csv": csv("id", "c") },
    ),
    expects: [finding({ about: "rows|data:test" }), fine("2 of 3")],
  },
  {
    name: "two entries of one split each answer",
    files: cardWith(
      { data: "[{ split: train, path: a.csv, rows: 1 }, { split: train, path: b.csv, rows: 9 }]" },
      { "a.csv": ids("a"), "b.csv": ids("b") },
    ),
    expects: [finding({ about: "rows|data:b.csv" }), fine("1 of 2")],
  },
]);
