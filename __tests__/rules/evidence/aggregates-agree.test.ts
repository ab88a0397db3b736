import rule from "../../../src/rules/evidence/aggregates-agree.ts";
import { cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { aggregate, shown } from "../../support/shown.ts";

const files = cardWith({});
const stating = (...aggregates: ReturnType<typeof aggregate>[]) => [shown({ aggregates })];

testRule(rule, [
  { name: "nothing stated", files, shown: [shown({})], expects: [notApplicable("states a total")] },
  {
    name: "all agree, within what the tool rounds away",
    files,
    shown: stating(aggregate("passes", 38, 38), aggregate("accuracy", 0.95, 0.9504, 0.0005)),
    expects: [fine("2 stated aggregates computed again")],
  },
  {
    name: "one was edited",
    files,
    shown: stating(aggregate("passes|dan", 40, 31), aggregate("fails|dan", 9, 9)),
    expects: [
      finding({
        about: "passes|dan|evidence/tool.json",
        at: "tool.json:7:3",
        says: "states passes|dan as 40, and its own 40 rows give 31",
        fix: "as the tool wrote it",
      }),
      fine("1 stated aggregate"),
    ],
  },
  {
    name: "just beyond the tolerance",
    files,
    shown: stating(aggregate("accuracy", 0.95, 0.9506, 0.0005)),
    expects: [finding({ about: "accuracy|evidence/tool.json" })],
  },
  {
    name: "a number that is none agrees with nothing",
    files,
    shown: stating(aggregate("accuracy", Number.NaN, 0.5), aggregate("recall", 0.5, Number.NaN)),
    expects: [finding({}), finding({})],
  },
  {
    name: "rows taken away do not help",
    files,
    shown: stating(aggregate("accuracy", 0.99, null), aggregate("recall", 0.9, null)),
    expects: [
      cannotTell({
        about: "rows|evidence/tool.json",
        says: "accuracy as 0.99, and 1 more",
        fix: "the tool's rows",
      }),
    ],
  },
  {
    name: "thousands are not thousands of findings",
    files,
    shown: stating(...Array.from({ length: 3_000 }, (_, index) => aggregate(`m${index}`, 1, 0))),
    expects: [...Array(20).fill(finding({})), finding({ says: "so it is with 2979 more" })],
  },
]);
