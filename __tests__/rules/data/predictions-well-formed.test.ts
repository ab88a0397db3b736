import { gzipSync } from "node:zlib";
import rule from "../../../src/rules/data/predictions-well-formed.ts";
import { CARD, cardWith, csv, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type RuleCase, testRule } from "../../support/rule-tester.ts";

const TEST = "models/a/test.csv";
const HEADER = "id,y_true,y_score";

/** The card's model with these test predictions. */
const scored = (lines: readonly string[], keys: Readonly<Record<string, string>> = {}) =>
  cardWith({ evidence: testPredictions(), ...keys }, { "test.csv": csv(...lines) });

const bad: readonly [string, readonly string[], ReturnType<typeof finding>][] = [
  [
    "a row with a cell too few",
    ["r1,1,0.9", "r2,0"],
    finding({ about: "bad-row|test-predictions|row", at: `${TEST}:3:1`, says: "1 row cannot be read" }),
  ],
  [
    "a label is empty",
    ["r1,1,0.9", "r2,,0.2"],
    finding({
      about: "missing|test-predictions|y_true",
      at: `${TEST}:3:1`,
      says: '1 cell of "y_true" is empty',
    }),
  ],
  [
    "every label is empty",
    ["r1,,0.9", "r2,,0.2"],
    finding({ about: "missing|test-predictions|y_true", says: '2 cells of "y_true"' }),
  ],
  [
    "an id is empty",
    ["r1,1,0.9", ",0,0.2"],
    finding({ about: "missing|test-predictions|id", at: `${TEST}:3:1` }),
  ],
  [
    "a score is text",
    ["r1,1,0.9", "r2,0,low"],
    finding({ about: "not-a-number|test-predictions|y_score", at: `${TEST}:3:1`, says: "is not a number" }),
  ],
  ...["NaN", "inf", "-Infinity", "1e999"].map((text): (typeof bad)[number] => [
    `a score is ${text}`,
    [`r1,1,${text}`, "r2,0,0.2"],
    finding({ about: "not-finite|test-predictions|y_score", at: `${TEST}:2:1`, says: "is NaN or infinite" }),
  ]),
  ...["1.0001", "-0.0001", "87"].map((text): (typeof bad)[number] => [
    `a score is ${text}`,
    ["r1,1,0.9", `r2,0,${text}`],
    finding({
      about: "score-range|test-predictions|y_score",
      says: '1 score of "y_score" lies outside [0, 1] (first in row 2)',
      fix: "predict_proba",
    }),
  ]),
  [
    "an id stands there twice",
    ["r1,1,0.9", "r2,0,0.2", "r1,1,0.9"],
    finding({ about: "repeated-id|test-predictions|id", says: '1 row of "id" repeats' }),
  ],
  ["no rows", [], finding({ about: "no-rows|test-predictions|row", at: CARD, says: "holds no rows" })],
];

const cases: RuleCase[] = [
  {
    name: "every row can be read, and it is said which columns were recognised",
    files: scored([HEADER, "r1,1,0", "r2,0,1"]),
    expects: [fine("test-predictions: 2 rows, all readable; recognised by name: id as id; y_true as label")],
  },
  {
    name: "lines that count rows: it is said how many there are, and which column says so",
    files: cardWith(
      { evidence: testPredictions("columns: { label: defaulted, score: risk, count: loans }") },
      { "test.csv": csv("loans,defaulted,risk", "7000,1,0.9", "35,0,0.2") },
    ),
    expects: [fine('test-predictions: 7035 rows as "loans" counts them, all readable')],
  },
  {
    name: "a line that counts no row",
    files: cardWith(
      { evidence: testPredictions("columns: { label: defaulted, score: risk, count: loans }") },
      { "test.csv": csv("loans,defaulted,risk", "7000,1,0.9", "0,0,0.2") },
    ),
    expects: [
      cannotTell({
        about: "table|test-predictions",
        at: "models/a/test.csv:3:1",
        says: '1 cell of "loans" is no whole number from 1 to 2^53',
        fix: "correct the counts at line 3",
      }),
    ],
  },
  {
    name: "of columns that the card declares, nothing was recognised",
    files: cardWith(
      { evidence: testPredictions("columns: { id: loan, label: defaulted, score: risk }") },
      { "test.csv": csv("loan,defaulted,risk", "r1,1,0.9") },
    ),
    expects: [fine(/^test-predictions: 1 row, all readable$/)],
  },
  { name: "one row", files: scored([HEADER, "r1,1,0.9"]), expects: [fine("1 row")] },
  {
    name: "ids are text: 1, 01 and 1.0 are three",
    files: scored([HEADER, "1,1,0", "01,0,1", "1.0,1,1"]),
    expects: [fine("3 rows")],
  },
  ...bad.map(([name, lines, expected]) => ({ name, files: scored([HEADER, ...lines]), expects: [expected] })),
  {
    name: "each kind of flaw in each column is one answer",
    files: scored([HEADER, "r1,,NaN", "r1,1,x"]),
    expects: [
      finding({ about: "missing|test-predictions|y_true" }),
      finding({ about: "not-a-number|test-predictions|y_score" }),
      finding({ about: "not-finite|test-predictions|y_score" }),
      finding({ about: "repeated-id|test-predictions|id" }),
    ],
  },
  {
    name: "a score that is lower for the positive class need be no probability",
    files: scored([HEADER, "r1,1,-3", "r2,0,7"], { prediction: "{ score_direction: lower }" }),
    expects: [fine("2 rows")],
  },
  {
    name: "a predicted number need be no probability",
    files: scored(["id,y_true,y_pred", "r1,120.5,118", "r2,-3,2e3"], { model: "task: regression" }),
    expects: [fine("2 rows")],
  },
  {
    name: "a true number that is none",
    files: scored(["id,y_true,y_pred", "r1,many,118"], { model: "task: regression" }),
    expects: [finding({ about: "not-a-number|test-predictions|y_true" })],
  },
  {
    name: "a segment may hold gaps: they are a group",
    files: cardWith(
      { evidence: testPredictions("columns: { segments: [sex] }") },
      { "test.csv": csv("id,y_true,y_score,sex", "r1,1,0.9,", "r2,0,0.1,f") },
    ),
    expects: [fine("2 rows")],
  },
  {
    name: "1, 1.0 and True are one class",
    files: scored([HEADER, "r1,1,0.9", "r2,1.0,0.9", "r3,True,0.9", "r4,0,0.1"], {
      prediction: "{ classes: [0, 1] }",
    }),
    expects: [fine("4 rows")],
  },
  {
    name: "a class that the card does not list",
    files: scored([HEADER, "r1,yes,0.9", "r2,no,0.1", "r3,maybe,0.5"], {
      prediction: "{ classes: [yes, no] }",
    }),
    expects: [
      finding({
        about: "unexpected-label|test-predictions|y_true",
        says: '"y_true" holds "maybe", which the card\'s classes do not list (first in row 3)',
        fix: "prediction.classes",
      }),
    ],
  },
  {
    name: "a predicted class that the card does not list",
    files: scored(["id,y_true,y_pred", "r1,yes,yes", "r2,no,NO"], { prediction: "{ classes: [yes, no] }" }),
    expects: [finding({ about: "unexpected-label|test-predictions|y_pred", says: '"NO"' })],
  },
  {
    name: "a column that is declared and not there",
    files: cardWith(
      { evidence: testPredictions("columns: { score: probabilty }") },
      { "test.csv": csv("id,y_true,probability", "r1,1,0.9") },
    ),
    expects: [
      finding({
        about: "column|test-predictions|score",
        at: `${CARD}:2:102`,
        says: 'has no column "probabilty" for the role `score`; the nearest is "probability"',
        fix: "columns: { score: … }",
      }),
      fine("1 row"),
    ],
  },
  { name: "no evidence", files: cardWith({}), expects: [notApplicable("names no table of rows")] },
  {
    name: "data without a path",
    files: cardWith({ data: "[{ split: train, rows: 41000 }]" }),
    expects: [notApplicable("names no table of rows")],
  },
  {
    name: "evidence that is no table of rows and can be opened",
    files: cardWith({ evidence: "[{ kind: scan, path: scan.txt }]" }, { "scan.txt": "all clear" }),
    expects: [notApplicable("names no table of rows")],
  },
  {
    name: "evidence that is no table and is not there",
    files: cardWith({ evidence: "[{ kind: scan, path: scan.txt }]" }),
    expects: [finding({ about: "not-found|scan.txt", says: "does not exist" })],
  },
  ...(
    [
      ["gone.csv", "not-found"],
      ["../../../gone.csv", "outside-tree"],
      ["/etc/passwd", "outside-tree"],
      ["part-*.csv", "not-found"],
      ["../a", "is-directory"],
    ] as const
  ).map(([path, code]) => ({
    name: `predictions at ${path}`,
    files: cardWith({ evidence: `[{ id: t, kind: predictions, split: test, path: "${path}" }]` }),
    expects: [finding({ about: `${code}|t`, at: `${CARD}:2` })],
  })),
  ...(
    [
      ["an empty file", ""],
      ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3)],
      ["a truncated Parquet file", new TextEncoder().encode("PAR1 and no more")],
      [
        "a pointer to large file storage",
        "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 3\n",
      ],
      ["half of a gzip file", gzipSync(csv(HEADER, "r1,1,0.9")).subarray(0, 20)],
    ] as const
  ).map(([name, content]) => ({
    name,
    files: cardWith({ evidence: testPredictions() }, { "test.csv": content }),
    expects: [finding({ says: "test-predictions: " })],
  })),
  {
    name: "several tables, each with an answer of its own",
    files: cardWith(
      {
        data: "[{ split: train, path: train.csv }]",
        evidence: `[{ id: t, kind: predictions, path: test.csv, split: test }, { id: v, kind: predictions, path: v.csv, split: validation }]`,
      },
      {
        "test.csv": csv(HEADER, "r1,1,0.9"),
        "v.csv": csv(HEADER, "r2,1,1.9"),
        "train.csv": csv("id", "r3", "r3"),
      },
    ),
    expects: [
      fine("t: 1 row"),
      finding({ about: "score-range|v|y_score" }),
      finding({ about: "repeated-id|data:train|id", says: "data:train: 1 row" }),
    ],
  },
  {
    name: "shards are one table, and a flaw is told where it stands",
    files: cardWith(
      { evidence: '[{ id: t, kind: predictions, path: "t-*.csv", split: test }]' },
      { "t-1.csv": csv(HEADER, "r1,1,0.9"), "t-2.csv": csv(HEADER, "r2,1,0.9", "r3,1,x") },
    ),
    expects: [finding({ about: "not-a-number|t|y_score", at: "models/a/t-2.csv:3:1" })],
  },
  {
    name: "shards with other columns",
    files: cardWith(
      { evidence: '[{ id: t, kind: predictions, path: "t-*.csv", split: test }]' },
      { "t-1.csv": csv(HEADER, "r1,1,0.9"), "t-2.csv": csv("id,truth", "r2,1") },
    ),
    expects: [cannotTell({ about: "table|t", at: CARD, says: /^t cannot be read: .*t-2\.csv/ })],
  },
  ...["nowhere.csv", "./"].map((path) => ({
    name: `a file that is called by its path is named once: ${path}`,
    files: cardWith({ evidence: `[{ kind: predictions, path: ${path}, split: test }]` }),
    expects: [finding({ says: /^(?!nowhere.csv: |\.\/: )/ })],
  })),
  {
    name: "JSON Lines, compressed",
    files: cardWith(
      { evidence: "[{ id: t, kind: predictions, path: t.jsonl.gz, split: test }]" },
      {
        "t.jsonl.gz": gzipSync(
          '{"id":1,"y_true":true,"y_score":0.9}\n{"id":2,"y_true":false,"y_score":null}\n',
        ),
      },
    ),
    expects: [finding({ about: "missing|t|y_score", at: "models/a/t.jsonl.gz:2:1" })],
  },
];

testRule(rule, cases);
