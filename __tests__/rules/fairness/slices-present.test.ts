import rule from "../../../src/rules/fairness/slices-present.ts";
import { CARD, cardWith, type Decided, decisions, testPredictions } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { type Files, type RuleCase, testRule } from "../../support/rule-tester.ts";

const factors = (text: string) => ({ risk: `{ factors: { ${text} } }` });
const affected = (...attributes: readonly string[]) =>
  factors(`people_affected: 9, sensitive_attributes: [${attributes.join(", ")}]`);
const recall = (slice: string, more = ", split: test") =>
  `{ name: recall, value: 0.80${more}, slice: { ${slice} } }`;
const BOTH = `[${recall("sex: f")}, ${recall("sex: m")}]`;
const REASON = "sensitive_attributes_reason: Only meter readings.";
const SEX = { ...affected("sex"), metrics: BOTH, evidence: testPredictions("columns: { segments: [sex] }") };
const at = `${CARD}:2:62`;

/** Rows by sex, 30 of each, of which 24 of 30 are found. */
const rows = (...groups: readonly Decided[]): Files => ({ "test.csv": decisions(...groups) });
const f = { tp: 24, fn: 6, sex: "f" };
const m = { tp: 24, fn: 6, sex: "m" };
const card = (keys: Readonly<Record<string, string>>, beside: Files = rows(f, m)) =>
  cardWith({ ...SEX, ...keys }, beside);
const holds = fine("2 groups by sex, each of at least 30 rows");

const cases: RuleCase[] = [
  // Who is affected.
  {
    name: "no one is affected",
    files: cardWith(factors("people_affected: 0, sensitive_attributes: []")),
    expects: [notApplicable("no person is affected")],
  },
  ...[
    "people_affected: 0, sensitive_attributes: []",
    "people_affected: 9",
    "sensitive_attributes: [Sex]",
  ].map((head) => ({
    name: `people had a sex in the base, and now: ${head}`,
    files: cardWith(factors(head)),
    base: cardWith(affected("sex")),
    expects: [finding({ about: head.includes("Sex") ? "segment|Sex" : "segment|sex" })],
  })),
  {
    name: "no one is said to be affected, of people with a sex",
    files: cardWith(factors("people_affected: 0, sensitive_attributes: [sex]")),
    expects: [finding({ about: "segment|sex" })],
  },
  {
    name: "people are affected and no attribute is listed",
    files: cardWith(factors("people_affected: 9, sensitive_attributes: []")),
    expects: [
      cannotTell({
        about: "sensitive-attributes",
        at,
        says: "people are affected, and the card lists no attribute",
        fix: "risk.factors.sensitive_attributes",
      }),
    ],
  },
  {
    name: "people are affected, no attribute is listed, and the author says why",
    files: cardWith(factors(`people_affected: 9, sensitive_attributes: [], ${REASON}`)),
    expects: [
      fine(
        'no sensitive attribute is listed, as stated by the author and not checked: "Only meter readings."',
      ),
    ],
  },
  {
    name: "a reason that is no answer",
    files: cardWith(
      factors("people_affected: 9, sensitive_attributes: [], sensitive_attributes_reason: TODO"),
    ),
    expects: [
      cannotTell({ says: /differently, nor why$/, fix: "why in `risk.factors.sensitive_attributes_reason`" }),
    ],
  },
  {
    name: "a reason that the policy does not accept",
    files: cardWith(factors(`people_affected: 9, sensitive_attributes: [], ${REASON}`)),
    parameters: { acceptReason: false },
    expects: [cannotTell({ says: /differently$/, fix: /`columns.segments`$/ })],
  },
  {
    name: "a reason, and no list",
    files: cardWith(factors(`people_affected: 9, ${REASON}`)),
    expects: [cannotTell({ says: "does not say which sensitive" })],
  },
  {
    name: "a reason for taking away what the base listed",
    files: cardWith(factors(`people_affected: 9, sensitive_attributes: [], ${REASON}`)),
    base: cardWith(affected("sex")),
    expects: [finding({ about: "segment|sex" })],
  },
  ...["none", "None", "sex, n/a"].map((attributes) => ({
    name: `an attribute that is none: ${attributes}`,
    files: cardWith(factors(`people_affected: 9, sensitive_attributes: [${attributes}]`)),
    expects: [
      attributes === "sex, n/a"
        ? finding({ about: "segment|sex" })
        : finding({
            about: "sensitive-attributes|none",
            fix: "write `sensitive_attributes: []`, and why in",
          }),
    ],
  })),
  ...[
    "people_affected: 9",
    "people_affected: 0.5",
    "domain: credit",
    "people_affected: 9, sensitive_attributes: [TBD]",
  ].map((text) => ({
    name: `the card does not say which attributes: ${text}`,
    files: cardWith(factors(text)),
    expects: [
      cannotTell({ about: "sensitive-attributes", at: `${CARD}:1:14`, says: "does not say which sensitive" }),
    ],
  })),
  {
    name: "a card that says nothing",
    files: cardWith({}),
    expects: [cannotTell({ about: "sensitive-attributes" })],
  },
  // The groups.
  { name: "two groups with enough rows, each reported", files: card({}), expects: [holds] },
  {
    name: "a row too few in one group",
    files: card({}, rows(f, { tp: 23, fn: 6, sex: "m" })),
    expects: [
      cannotTell({
        about: "groups|sex",
        at,
        says: "1 of 2 groups by sex has fewer than 30 rows",
        fix: "at least 30 rows of each group",
      }),
    ],
  },
  {
    name: "as few rows as the policy allows",
    files: card({}, rows({ tp: 8, fn: 2, sex: "f" }, { tp: 8, fn: 2, sex: "m" })),
    parameters: { minimumRows: 10 },
    expects: [fine("each of at least 10 rows")],
  },
  {
    name: "one group",
    files: card({}, rows(f)),
    expects: [cannotTell({ about: "groups|sex", says: 'column "sex" holds 1 group: nothing to compare' })],
  },
  {
    name: "no group",
    files: card({}, { "test.csv": "id,y_true,y_pred,sex\n" }),
    expects: [cannotTell({ about: "groups|sex", says: "holds 0 groups" })],
  },
  // A tenth of 70 rows is 7.
  {
    name: "a tenth of the rows without a group",
    files: card({}, rows(f, { ...m, tp: 27 }, { tp: 7, sex: "" })),
    expects: [holds],
  },
  {
    name: "more than a tenth of the rows without a group",
    files: card({}, rows(f, { ...m, tp: 26 }, { tp: 7, sex: "" })),
    expects: [
      cannotTell({
        about: "groups|sex",
        says: '7 of 69 rows have no value in "sex"',
        fix: "at least 90% of the rows",
      }),
    ],
  },
  {
    name: "the policy allows no row without a group",
    files: card({}, rows(f, m, { tp: 1, sex: "" })),
    parameters: { maximumMissing: 0 },
    expects: [cannotTell({ about: "groups|sex", says: "1 of 61 rows" })],
  },
  {
    name: "every row without a group",
    files: card({}, rows({ tp: 90, sex: "" })),
    expects: [cannotTell({ about: "groups|sex", says: "holds 0 groups" })],
  },
  // The column.
  {
    name: "age is answered by a band of it",
    files: cardWith(
      {
        ...affected("Age"),
        metrics: `[${recall("age_band: young")}, ${recall("age_band: old")}]`,
        evidence: testPredictions("columns: { segments: [age_band] }"),
      },
      rows({ tp: 30, age_band: "young" }, { tp: 30, age_band: "old" }),
    ),
    expects: [fine("2 groups by age_band")],
  },
  ...["SEX", "Sex_At_Birth", "sex_at_time_of_entry_to_study"].map((column) => ({
    name: `sex is answered by ${column}`,
    files: cardWith(
      {
        ...affected("sex"),
        metrics: `[${recall(`${column}: f`)}, ${recall(`${column}: m`)}]`,
        evidence: testPredictions(`columns: { segments: [${column}] }`),
      },
      rows({ tp: 30, [column]: "f" }, { tp: 30, [column]: "m" }),
    ),
    expects: [fine(`2 groups by ${column}`)],
  })),
  {
    name: "the attribute's own column comes before a longer one",
    files: cardWith(
      {
        ...affected("sex"),
        metrics: BOTH,
        evidence: testPredictions("columns: { segments: [sex_at_birth, sex] }"),
      },
      rows({ ...f, sex_at_birth: "x" }, { ...m, sex_at_birth: "x" }),
    ),
    expects: [holds],
  },
  {
    name: "a column of which the attribute is only the beginning is another",
    files: cardWith(
      { ...affected("age"), evidence: testPredictions("columns: { segments: [agency] }") },
      rows({ tp: 30, agency: "north" }, { tp: 30, agency: "south" }),
    ),
    expects: [finding({ about: "segment|age" })],
  },
  ...(
    [
      ["not declared as a segment", testPredictions(), 'test-predictions has no segment column for "sex"'],
      ["declared and not there", testPredictions("columns: { segments: [gender] }"), "no segment column"],
      [
        "of a renamed split",
        SEX.evidence.replace("split: test", "split: holdout"),
        'no predictions of split "test"',
      ],
      ["taken away with the evidence", "[]", 'no predictions of split "test"'],
      ["in a file that is gone", SEX.evidence.replace("test.csv", "gone.csv"), "does not exist"],
    ] as const
  ).map(([name, evidence, says]) => ({
    name: `a column that is ${name}`,
    files: card({ evidence }),
    expects: [finding({ about: "segment|sex", at, says })],
  })),
  {
    name: "the split that the policy asks for",
    files: card({
      metrics: BOTH.replaceAll("split: test", "split: holdout"),
      evidence: SEX.evidence.replace("split: test", "split: holdout"),
    }),
    parameters: { split: "holdout" },
    expects: [holds],
  },
  {
    name: "each attribute has an answer of its own, once",
    files: card(affected("sex", "age", "sex")),
    expects: [holds, finding({ about: "segment|age", fix: "columns: { segments: [age] }" })],
  },
  {
    name: "predictions with groups do not vouch for others of that split",
    files: cardWith(
      {
        ...SEX,
        evidence: `[${SEX.evidence.slice(1, -1)}, { id: real, kind: predictions, path: real.csv, split: test }]`,
        metrics: "[]",
      },
      { ...rows(f, m), "real.csv": decisions({ tp: 500 }) },
    ),
    parameters: { reported: false },
    expects: [holds, finding({ about: "segment|sex|real", says: "real has no segment column" })],
  },
  {
    name: "a column with more values than groups can be",
    files: card({}, rows(...Array.from({ length: 10_001 }, (_, index) => ({ tp: 1, sex: `x${index}` })))),
    expects: [cannotTell({ about: "groups|sex", says: /distinct/ })],
  },
  {
    name: "as many attributes as are looked at",
    files: card(affected(...Array.from({ length: 1000 }, (_, index) => `a${index}`))),
    expects: Array.from({ length: 1000 }, (_, index) => finding({ about: `segment|a${index}` })),
  },
  {
    name: "more attributes than anyone would list",
    files: card(affected(...Array.from({ length: 1001 }, (_, index) => `a${index}`))),
    expects: [finding({ about: "segment|too-many", says: "1001 attributes in 1 tables are too many" })],
  },
  // What is reported.
  {
    name: "no metric by group",
    files: card({ metrics: "[{ name: recall, value: 0.80, split: test }]" }),
    expects: [
      finding({
        about: "reported|sex",
        at,
        says: "no metric is reported for 2 of 2 groups by sex: f, m",
        fix: "slice: { sex: … }",
      }),
      holds,
    ],
  },
  {
    name: "one group is reported, the other is not",
    files: card({ metrics: `[${recall("sex: m")}]` }),
    expects: [finding({ about: "reported|sex", says: "1 of 2 groups by sex: f" }), holds],
  },
  {
    name: "a group that no row is of does not stand for one",
    files: card({ metrics: `[${recall("sex: male")}, ${recall("sex: m")}]` }),
    expects: [finding({ about: "reported|sex", says: "1 of 2 groups by sex: f" }), holds],
  },
  {
    name: "numbers of the training split do not stand for the test's",
    files: card({ metrics: BOTH.replaceAll("split: test", "split: train") }),
    expects: [finding({ about: "reported|sex", says: "2 of 2" }), holds],
  },
  {
    name: "numbers that name no split are those of the only predictions",
    files: card({ metrics: BOTH.replaceAll(", split: test", "") }),
    expects: [holds],
  },
  {
    name: "an intersection is of each of its groups",
    files: card({ metrics: `[${recall("sex: f, age: old")}, ${recall("sex: m, age: old")}]` }),
    expects: [holds],
  },
  {
    name: "a group that is too small to report is not asked for",
    files: card({ metrics: BOTH }, rows(f, m, { tp: 4, sex: "x" })),
    parameters: { minimumRows: 1 },
    expects: [fine("3 groups by sex, each of at least 1 row")],
  },
  {
    name: "the policy asks for no report by group",
    files: card({ metrics: "[]" }),
    parameters: { reported: false },
    expects: [holds],
  },
  {
    name: "four groups are all named",
    files: card({ metrics: "[]" }, rows(...["a", "b", "c", "d"].map((sex) => ({ tp: 30, sex })))),
    expects: [finding({ says: /4 of 4 groups by sex: a, b, c, d$/ }), fine("4 groups")],
  },
  {
    name: "of many groups, four are named",
    files: card({ metrics: "[]" }, rows(...["a", "b", "c", "d", "e"].map((sex) => ({ tp: 30, sex })))),
    expects: [finding({ says: /5 of 5 groups by sex: a, b, c, d, …$/ }), fine("5 groups")],
  },
];

testRule(rule, cases);
