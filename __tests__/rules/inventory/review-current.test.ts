import rule from "../../../src/rules/inventory/review-current.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { finding, fine } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const asOf = "2026-11-23";
const due = (date: string) => cardWith({ validation: `{ next_review: ${date} }` });
const at = `${CARD}:2:28`;

testRule(rule, [
  { name: "due tomorrow", files: due("2026-11-24"), asOf, expects: [fine("due on 2026-11-24")] },
  {
    name: "due today: the day itself is in time",
    files: due("2026-11-23"),
    asOf,
    expects: [fine("2026-11-23")],
  },
  {
    name: "due yesterday",
    files: due("2026-11-22"),
    asOf,
    expects: [finding({ about: "next-review|past", at, says: "1 day ago", fix: "review the model" })],
  },
  {
    name: "due over a month ago, over the end of summer time",
    files: due("2026-10-01"),
    asOf,
    expects: [finding({ about: "next-review|past", says: "2026-10-01, 53 days ago" })],
  },
  {
    name: "no date, with the nearer of a year and what the tier allows as the fix",
    files: cardWith({}),
    asOf,
    parameters: { maximumDays: 180 },
    expects: [finding({ about: "next-review|absent", at: `${CARD}:1:14`, fix: "next_review: 2027-05-22" })],
  },
  {
    name: "no date, where the tier allows two years",
    files: cardWith({}),
    asOf,
    expects: [finding({ about: "next-review|absent", fix: "next_review: 2027-11-23" })],
  },
  {
    name: "a placeholder is no date",
    files: due("TBD"),
    asOf,
    expects: [finding({ about: "next-review|absent" })],
  },
  {
    name: "no date is needed",
    files: cardWith({}),
    asOf,
    parameters: { required: false },
    expects: [fine("no review date is required")],
  },
  {
    name: "a date that is not needed must still be true",
    files: due("2026-01-01"),
    asOf,
    parameters: { required: false },
    expects: [finding({ about: "next-review|past" })],
  },
  // 2027-02-21 is 90 days after 2026-11-23: 7 in November, 31, 31, 21.
  {
    name: "as far away as the tier allows",
    files: due("2027-02-21"),
    asOf,
    parameters: { maximumDays: 90 },
    expects: [fine("2027-02-21")],
  },
  {
    name: "a day further",
    files: due("2027-02-22"),
    asOf,
    parameters: { maximumDays: 90 },
    expects: [
      finding({
        about: "next-review|too-far",
        at,
        says: "91 days away; this tier allows 90",
        fix: "plan it by 2027-02-21",
      }),
    ],
  },
  { name: "never", files: due("9999-12-31"), asOf, expects: [finding({ about: "next-review|too-far" })] },
  ...[
    "2027-02-30",
    "2027-13-01",
    "2027-2-1",
    "next spring",
    "01/02/2027",
    "20270201",
    "12027-02-01",
    "[2027]",
  ].map((date) => ({
    name: `${date} is no date`,
    files: due(date),
    asOf,
    expects: [
      date === "[2027]"
        ? finding({ about: "next-review|absent" })
        : finding({ about: "next-review|invalid", at, says: date, fix: "YYYY-MM-DD" }),
    ],
  })),
  { name: "29 February of a leap year", files: due("2028-02-29"), asOf, expects: [fine("2028-02-29")] },
]);
