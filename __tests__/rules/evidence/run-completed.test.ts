import rule from "../../../src/rules/evidence/run-completed.ts";
import { cardWith } from "../../support/card-text.ts";
import { finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fileOf, shortfall, shown } from "../../support/shown.ts";

const files = cardWith({});
const cancelled = shortfall("cancelled", "the run was cancelled after 3 of 100 samples");

testRule(rule, [
  { name: "no file", files, expects: [notApplicable("no file of a tool")] },
  {
    name: "a file that is not understood is another rule's",
    files,
    shown: [fileOf({ kind: "unopened" })],
    expects: [notApplicable("no file of a tool")],
  },
  {
    name: "a whole run",
    files,
    shown: [shown({})],
    expects: [fine("1 of 1 files of tools report a whole run")],
  },
  {
    name: "a cancelled run beside a whole one",
    files,
    shown: [shown({ incomplete: [cancelled] }), shown({}, { path: "b.json" })],
    expects: [
      finding({
        about: "cancelled|evidence/tool.json",
        at: "tool.json:7:3",
        says: "evidence/tool.json, of toolbox: the run was cancelled after 3 of 100",
        fix: "run it again",
      }),
      fine("1 of 2"),
    ],
  },
  {
    name: "two reasons are two findings",
    files,
    shown: [shown({ incomplete: [shortfall("limited", "a limit of 5"), shortfall("errors", "2 errors")] })],
    expects: [
      finding({ about: "limited|evidence/tool.json" }),
      finding({ about: "errors|evidence/tool.json" }),
    ],
  },
  {
    name: "thousands of reasons are not thousands of findings",
    files,
    shown: [shown({ incomplete: Array(5_000).fill(cancelled) })],
    expects: [...Array(20).fill(finding({})), finding({ says: "and 4979 more" })],
  },
]);
