import rule from "../../../src/rules/security/scans-cover-artifacts.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shortfall, shown, shownFacts } from "../../support/shown.ts";

const files = cardWith({ model: "artifacts: [{ path: out/model.pkl }]" });
const none = cardWith({});
const scanned = (...covered: readonly string[]) => fact("scan", { covered });
const clean = fine("1 scan, no open issue of severity high or worse");
const covered = fine("1 of 1 artifacts are in a whole scan");

testRule(rule, [
  {
    name: "issues of a run that does not say that it ended",
    files,
    shown: [
      shown({
        facts: [fact("issue", { severity: "low" })],
        incomplete: [shortfall("unfinished", "it ended?")],
      }),
    ],
    expects: [cannotTell({ about: "unended|evidence/tool.json", says: "no scan that ran to its end" })],
  },
  { name: "no scan", files, expects: [notApplicable("no scanner's file")] },
  {
    name: "no scan where one is required",
    files,
    parameters: { required: true },
    expects: [
      finding({
        about: "scan|out/model.pkl",
        at: `${CARD}:1`,
        says: "no scan covers out/model.pkl",
        fix: "modelscan",
      }),
    ],
  },
  {
    name: "nothing that could be scanned where a scan is required",
    files: none,
    parameters: { required: true },
    expects: [cannotTell({ about: "artifacts|none", fix: "model.artifacts" })],
  },
  ...[
    "models/a/out/model.pkl",
    "/work/repo/models/a/out/model.pkl",
    "out/model.pkl",
    "./out/model.pkl",
    "model.pkl",
    "model.pkl:archive/data.pkl",
    "C:\\repo\\models\\a\\out\\model.pkl",
    "file:///repo/models/a/out/model.pkl",
  ].map((path) => ({
    name: `${path} is the model's file`,
    files,
    shown: [shownFacts(scanned(path))],
    expects: [covered, clean],
  })),
  ...["models/b/out/model.pkl", "other.pkl", "el.pkl", "out/model.pkl.txt", "b/model.pkl", ""].map(
    (path) => ({
      name: `"${path}" is another file`,
      files,
      shown: [shownFacts(scanned(path))],
      expects: [finding({ about: "scan|out/model.pkl" }), clean],
    }),
  ),
  {
    name: "a scan that ended in an error vouches for nothing",
    files,
    shown: [shown({ facts: [scanned("out/model.pkl")], incomplete: [shortfall("errors", "1 file failed")] })],
    expects: [cannotTell({ about: "scan|out/model.pkl", says: "was not a whole one" }), clean],
  },
  {
    name: "a scan of code that lists no files says nothing of the model's",
    files,
    shown: [shownFacts(fact("scan", { scanner: "CodeQL" }))],
    expects: [clean],
  },
  {
    name: "unless the model's file has to be in a scan",
    files,
    parameters: { required: true },
    shown: [shownFacts(fact("scan", { scanner: "CodeQL" }))],
    expects: [finding({ about: "scan|out/model.pkl" }), clean],
  },
  ...(["critical", "high", "unknown"] as const).map((severity) => ({
    name: `an open issue of severity ${severity}`,
    files,
    shown: [shownFacts(scanned("out/model.pkl"), fact("issue", { severity }))],
    expects: [
      covered,
      finding({
        about: "issue|unsafe-operator|model.pkl|evidence/tool.json",
        at: "tool.json:7",
        says: `unsafe-operator in model.pkl, of severity ${severity}, which is open: calls os.system`,
      }),
    ],
  })),
  {
    name: "an issue below the limit, and one that is suppressed and shown",
    files,
    shown: [
      shownFacts(
        scanned("out/model.pkl"),
        fact("issue", { severity: "medium" }),
        fact("issue", { suppressed: true }),
      ),
    ],
    expects: [covered, fine("; 1 issue suppressed: unsafe-operator")],
  },
  {
    name: "a lower limit",
    files,
    parameters: { severity: "medium" },
    shown: [shownFacts(scanned("out/model.pkl"), fact("issue", { severity: "medium" }))],
    expects: [covered, finding({})],
  },
  {
    name: "thousands of issues",
    files,
    shown: [shownFacts(scanned("out/model.pkl"), ...Array.from({ length: 900 }, () => fact("issue")))],
    expects: [covered, ...Array(20).fill(finding({})), finding({ says: "so are 879 more" })],
  },
]);
