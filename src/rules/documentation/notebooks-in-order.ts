import type { NotebookFact } from "../../evidence/output/fact.ts";
import { counted } from "../../measurement/number-format.ts";
import { defineRule } from "../rule.ts";
import { factsOf } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

export default defineRule({
  id: "documentation/notebooks-in-order",
  question: "Do the notebooks show one run from top to bottom, without an error?",
  why: "Cells that were run out of order, twice or after an edit show numbers that the notebook as it stands does not give. Nobody can repeat them, its author included.",
  controls: ["PER-10"],
  remedy: {
    says: "Restart the kernel, run all cells, and commit the notebook: `jupyter nbconvert --to notebook --execute --inplace FILE`.",
    yaml: `
evidence:
  - id: evaluation
    path: notebooks/evaluation.ipynb
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
evidence: [{ path: evaluation.ipynb }]
`,
      "evaluation.ipynb": `
{
  "nbformat": 4, "nbformat_minor": 5, "metadata": {},
  "cells": [
    { "cell_type": "code", "execution_count": 2, "outputs": [], "metadata": {}, "source": "hits = 0" },
    { "cell_type": "code", "execution_count": 1, "outputs": [], "metadata": {}, "source": "hits += 1" }
  ]
}
`,
    },
    passing: {
      "evaluation.ipynb": `
{
  "nbformat": 4, "nbformat_minor": 5, "metadata": {},
  "cells": [
    { "cell_type": "code", "execution_count": 1, "outputs": [], "metadata": {}, "source": "hits = 0" },
    { "cell_type": "code", "execution_count": 2, "outputs": [], "metadata": {}, "source": "hits += 1" }
  ]
}
`,
    },
  },
  parameters: {},
  reads: ["notebook"],
  needs: () => [],
  *check({ after }) {
    const notebooks = factsOf(after, "notebook");
    if (notebooks.length === 0) yield notApplicable("the card names no notebook");
    for (const { file, fact } of notebooks) {
      const fix = "restart the kernel, run all cells, and commit the notebook";
      const [error] = fact.errors;
      if (error) {
        const says = `${file.path} shows ${counted(fact.errors.length, "error")}, the first of them ${error.says}`;
        yield finding({
          about: `error|${file.id}`,
          at: error.at,
          says,
          fix: "mend the cell, then run all cells",
        });
      }
      const wrong = disorder(fact);
      const place = { about: `order|${file.id}`, at: fact.at };
      if (fact.order === "never-run" && fact.cells > 0) {
        const says = `${file.path} was never run, or its results were taken out: it shows nothing`;
        yield cannotTell({ ...place, says, needs: fix });
      } else if (wrong !== null) yield finding({ ...place, says: `${file.path} ${wrong}`, fix });
      else if (!error)
        yield fine({ checked: `${file.path} shows one run of ${counted(fact.cells, "cell")} in order` });
    }
  },
});

function disorder({ order }: NotebookFact): string | null {
  switch (order) {
    case "in-order":
    case "never-run":
      return null;
    case "out-of-order":
      return "was not run from top to bottom in one go";
    case "partly-run":
      return "has cells that were not run";
  }
}
