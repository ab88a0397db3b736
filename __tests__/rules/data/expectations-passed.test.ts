import type { CheckFact } from "../../../src/evidence/output/fact.ts";
import rule from "../../../src/rules/data/expectations-passed.ts";
import { cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shown, shownFacts } from "../../support/shown.ts";

const files = cardWith({});
const tested = (...said: readonly Partial<CheckFact>[]) => [
  shownFacts(...said.map((one) => fact("check", one))),
];

testRule(rule, [
  { name: "no test", files, shown: [shown({})], expects: [notApplicable("no tool's file")] },
  {
    name: "all passed, one with a warning",
    files,
    shown: tested({}, {}, { outcome: "warned" }),
    expects: [fine("evidence/tool.json, of toolbox: 3 of 3 tests passed, 1 of them with a warning")],
  },
  {
    name: "one failed",
    files,
    shown: tested(
      {},
      { outcome: "failed", suite: "loans", name: "between", column: "age", value: 212, threshold: 120 },
    ),
    expects: [
      finding({
        about: "between of age in loans|evidence/tool.json",
        at: "tool.json:7",
        says: "between of age in loans failed, at 212 with a limit of 120",
        fix: "mend the data",
      }),
      fine("1 of 2 tests"),
    ],
  },
  {
    name: "an error is no failure of the data, and no pass",
    files,
    shown: tested({ outcome: "error" }),
    expects: [
      cannotTell({ about: "not_null|evidence/tool.json", says: "ended in an error", fix: "mend the suite" }),
    ],
  },
  {
    name: "nor is one that was skipped",
    files,
    shown: tested({ outcome: "skipped" }),
    expects: [cannotTell({ says: "was skipped" })],
  },
  {
    name: "each file answers for itself",
    files,
    shown: [...tested({}), shown({ facts: [fact("check", { outcome: "failed" })] }, { path: "b.json" })],
    expects: [fine("1 of 1"), finding({ says: "b.json" })],
  },
  {
    name: "thousands of failures",
    files,
    shown: tested(...Array.from({ length: 4_000 }, () => ({ outcome: "failed" }) as const)),
    expects: [...Array(20).fill(finding({})), finding({ says: "and so did 3979 more" })],
  },
]);
