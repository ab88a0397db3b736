import rule from "../../../src/rules/documentation/notebooks-in-order.ts";
import { cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

const cell = (execution_count: number | null, outputs: readonly object[] = []) => ({
  cell_type: "code",
  execution_count,
  outputs,
  source: ["1 + 1"],
});
const failed = { output_type: "error", ename: "KeyError", evalue: "'age'", traceback: [] };
const notebook = (...cells: readonly object[]) =>
  cardWith(
    { evidence: "[{ path: n.ipynb }]" },
    { "n.ipynb": JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }, null, 1) },
  );

testRule(rule, [
  { name: "no notebook", files: cardWith({}), expects: [notApplicable("no notebook")] },
  {
    name: "in order",
    files: notebook(cell(1), cell(2)),
    expects: [fine("shows one run of 2 cells in order")],
  },
  {
    name: "nothing to run",
    files: notebook({ cell_type: "markdown", source: "text" }),
    expects: [fine("0 cells")],
  },
  ...[
    ["out of order", [cell(2), cell(1)]],
    ["run on after an edit", [cell(1), cell(3)]],
    ["one cell twice", [cell(1), cell(1)]],
  ].map(([name, cells]) => ({
    name: name as string,
    files: notebook(...(cells as object[])),
    expects: [
      finding({ about: "order|n.ipynb", says: "not run from top to bottom", fix: "restart the kernel" }),
    ],
  })),
  {
    name: "cells that were not run",
    files: notebook(cell(1), cell(null)),
    expects: [finding({ about: "order|n.ipynb", says: "cells that were not run" })],
  },
  {
    name: "never run",
    files: notebook(cell(null), cell(null)),
    expects: [cannotTell({ about: "order|n.ipynb", says: "was never run" })],
  },
  {
    name: "an error, in order",
    files: notebook(cell(1), cell(2, [failed])),
    expects: [
      finding({
        about: "error|n.ipynb",
        at: "models/a/n.ipynb:18",
        says: "shows 1 error, the first of them KeyError",
      }),
    ],
  },
  {
    name: "an error, out of order",
    files: notebook(cell(5, [failed]), cell(2)),
    expects: [finding({ about: "error|n.ipynb" }), finding({ about: "order|n.ipynb" })],
  },
]);
