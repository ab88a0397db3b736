import { type Mutant, within } from "./mutant.ts";

/** In the programs in WebAssembly. */
export const OF_ASSEMBLY: readonly Mutant[] = [
  ...within(
    "src/statistics/resampling/inner-loops.wat",
    ["__tests__/statistics/resampling"],
    [
      {
        text: "(i64.shr_u (local.get $b) (i64.const 11))",
        planted: "(i64.shr_u (local.get $b) (i64.const 12))",
        breaks: "the generator's first shift is 12",
      },
      {
        text: "(i32.rem_u (i32.sub (i32.const 0) (local.get $places)) (local.get $places))",
        planted: "(i32.const 0)",
        breaks: "no word is rejected, so some places come up too often",
      },
      {
        text: "(select (local.get $negatives) (local.get $below) (i32.load8_u (local.get $last)))",
        planted: "(local.get $negatives)",
        breaks: "ties of drawn rows count by their order",
      },
    ],
  ),
  ...within(
    "src/tables/plain/plain-records.wat",
    ["__tests__/tables/plain-records.test.ts"],
    [
      {
        text: "(br_if $stop (i32.eq (i32.load8_u (local.get $at)) (i32.const 10)))",
        planted: "",
        breaks: "a blank line is a row of a table of one column",
      },
      {
        text: "(br_if $stop (i32.ne (local.get $cell) (local.get $beyond)))",
        planted: "",
        breaks: "a record with too few fields is a row",
      },
      {
        text: "(br_if $stop (i32.eq (i32.load8_u (local.get $at)) (i32.const 34)))",
        planted: "",
        breaks: "a quoted cell ends at the delimiter within it",
      },
      {
        text: "(i32.load offset=8 (local.get $slot)))\n\n  ;; Where the next line",
        planted: "(i32.const 1))\n\n  ;; Where the next line",
        breaks: "a text that is not known has whatever code there is",
      },
      {
        text: "(br_if $stop (i32.load (local.get $cell)))\n                (local.set $start",
        planted: "(local.set $start",
        breaks: "a string in a column of numbers is the number of the row before",
      },
      {
        text: "(then (br_if $stop (i32.load (local.get $cell))))",
        planted: "(then)",
        breaks: "true in a column of numbers is the number of the row before",
      },
      {
        text: "(br_if $stop (i32.ne (i32.load8_u (local.get $textEnd)) (i32.const 34)))",
        planted: "",
        breaks: "a string ends at its first escape",
      },
      {
        text: "(i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 32)))",
        planted: "(i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 9)))",
        breaks: "a string may hold a tab",
      },
      {
        text: "(i32.eq (i32.load8_u offset=4 (local.get $at)) (i32.const 101))",
        planted: "(i32.const 1)",
        breaks: "four letters make false",
      },
      {
        text: "(i32.lt_u (local.get $at) (local.get $end)))))",
        planted: "(i32.const 1))))",
        breaks: "what is cut off at the end of a block is a whole record",
      },
      {
        text: "(i32.eq (i32.load8_u (local.get $at)) (i32.const 10))\n        (i32.lt_u",
        planted: "(i32.const 1)\n        (i32.lt_u",
        breaks: "a record ends wherever its last cell does",
      },
      {
        text: "(br_if $other (i64.ne (i64.load (i32.load offset=8 (local.get $slot))) (local.get $word)))",
        planted: "",
        breaks: "texts of one hash are one text",
      },
      {
        text: "(if (i64.ne (i64.load (local.get $place)) (call $wordAt (local.get $start) (local.get $end)))",
        planted: "(if (i32.const 0)",
        breaks: "whatever keys objects have, they are those of the first",
      },
      {
        text: "(i32.ge_u (local.get $left) (i32.const 8)))))\n      (local.set $hash",
        planted: "(i32.const 1))))\n      (local.set $hash",
        breaks: "a text is told by what follows it",
      },
      {
        text: "(i32.and (i32.gt_u (local.get $digits) (i32.const 1)) (i32.eq (i32.load8_u (local.get $first)) (i32.const 48)))",
        planted: "(i32.const 0)",
        breaks: "a number in JSON may begin with a zero",
      },
      {
        text: "(if (i32.eqz (local.get $decimals)) (then (return (i32.const 0))))",
        planted: "",
        breaks: "a number in JSON may end with its point",
      },
      {
        text: "(local.set $digits (i32.const 0))",
        planted: "",
        breaks: "zeros before the first digit count as digits",
      },
      {
        text: "(local.set $decimals (i32.sub (local.get $at) (local.get $first)))\n        (local.set $first",
        planted: "(local.set $first",
        breaks: "zeros behind the point are no decimals",
      },
      {
        text: "(i64.const 0x0000271000000001)",
        planted: "(i64.const 0x0000271000000002)",
        breaks: "every fourth pair of digits counts twice",
      },
      {
        text: "(i64.add (local.get $word) (i64.const 0x0606060606060606))",
        planted: "(local.get $word)",
        breaks: "colons and their like are digits",
      },
      {
        text: "(if (i32.gt_u (local.get $digits) (i32.const 19)) (then (return (i32.const 0))))))",
        planted: "))",
        breaks: "numerals of more than 19 digits are read as if 64 bits held them",
      },
      {
        text: "(i64.le_u (local.get $whole) (i64.const 0x20000000000000))",
        planted: "(i32.const 1)",
        breaks: "numerals of many digits are rounded twice",
      },
      {
        text: "(i32.gt_u (i32.add (local.get $power) (i32.const 22)) (i32.const 44))",
        planted: "(i32.const 0)",
        breaks: "powers of ten are looked up beyond their table",
      },
      {
        text: "(call $productError (local.get $first) (local.get $divisor) (local.get $back))",
        planted: "(f64.const 0)",
        breaks: "what is lost in a product is not carried over to a quotient",
      },
      {
        text: "(select (f64.neg (local.get $size)) (local.get $size) (local.get $negative))",
        planted: "(local.get $size)",
        breaks: "no numeral is negative",
      },
    ],
  ),
  ...within(
    "src/tables/plain/plain-records.ts",
    ["__tests__/tables/plain-records.test.ts"],
    [
      {
        text: "code >= 0 && start < end && start >= this.from",
        planted: "code >= 0 && start >= this.from",
        breaks: "an empty quoted cell makes every empty cell a text",
      },
    ],
  ),
];
