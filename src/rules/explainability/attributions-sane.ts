import type { RowsNeed } from "../../measurement/need.ts";
import { counted } from "../../measurement/number-format.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { additivityOf } from "./additivity.ts";
import { valuesOf } from "./attribution-values.ts";
import { standingIn } from "./data-columns.ts";
import { featuresOf } from "./explained-features.ts";
import { rowsOf, tablesOf } from "./explained-rows.ts";
import { type Explanation, explanationsOf } from "./explanation.ts";

interface Parameters {
  readonly required: boolean;
  readonly maximumShare: number;
  readonly minimumRows: number;
  readonly additive: boolean;
}

export default defineRule<Parameters>({
  id: "explainability/attributions-sane",
  question:
    "Is it shown what drives the outputs, by attributions that can be those of this model and its data?",
  why: "An explanation is what people hold against their own sense. One of zeros, of another model's features, or whose parts do not add up to the output explains nothing, however good its chart looks; and where nearly all rests on one feature, that feature is often the answer itself, known only afterwards. For adding up: S. M. Lundberg and S.-I. Lee, NeurIPS 30 (2017), property 1 (local accuracy).",
  controls: ["EXP-01", "EXP-02"],
  remedy: {
    says: "Explain the model that is deployed, on rows that it was not trained on, and commit SHAP's or interpret's own numbers with base values, predictions and the features' names. Where one feature carries nearly all, ask whether it is known at the time of the decision.",
    yaml: `
data:
  - { split: train, path: evidence/train.csv } # with the features as columns
evidence:
  - { id: attributions, path: evidence/shap, split: test }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: loans, task: binary-classification }
data: [{ split: train, path: train.csv }]
evidence: [{ path: shap.csv }]
`,
      "train.csv": `
income,debts,closed_as_bad,label
31000,2,0,0
18000,7,1,1
`,
      "shap.csv": attributions(["income", "debts", "closed_as_bad"], [0.02, -0.01, 0.6]),
    },
    passing: { "shap.csv": attributions(["income", "debts", "closed_as_bad"], [0.3, -0.2, 0.1]) },
  },
  parameters: {
    required: {
      description:
        "Attributions must be shown, except of a model that generates: who asks for these says how they explain it, in the card.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
    maximumShare: {
      description:
        "The largest part of the mean absolute attribution of all features that one of them may have.",
      stricter: "lower",
      default: 0.8,
      type: "number",
      exclusiveMinimum: 0,
      maximum: 1,
    },
    minimumRows: {
      description:
        "Rows that an explanation must be of, where it says; or all rows of the split that its entry names.",
      stricter: "higher",
      default: 30,
      type: "integer",
      minimum: 1,
    },
    additive: {
      description:
        "The file must have base values and outputs, so that the attributions of each row can be added up to its output.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
  },
  reads: ["importance"],
  needs: ({ after }) =>
    explanationsOf(after).flatMap((one) =>
      tablesOf(one, after).map(({ id }): RowsNeed => ({ kind: "rows", table: id })),
    ),
  *check({ after }, measured, parameters) {
    const explanations = explanationsOf(after);
    if (explanations.length === 0) {
      const { task, evidence, id } = after.model;
      if (!parameters.required)
        yield notApplicable("no tool's file shows attributions, and none are asked for");
      else if (task?.value === "generation")
        yield notApplicable("the model generates, and has no such attributions");
      else yield absent(evidence[0]?.at ?? id.at);
    }
    const standing = standingIn(after);
    for (const one of explanations) {
      const answers = [
        ...valuesOf(one, parameters.maximumShare),
        ...rowsOf(one, after, measured, parameters.minimumRows),
        ...additivityOf(one, parameters.additive),
        ...featuresOf(one, standing),
      ];
      yield* answers;
      if (answers.length === 0) yield fine({ checked: checkedOf(one) });
    }
  },
});

function absent(at: Explanation["file"]["at"]): Verdict {
  return finding({
    about: "absent",
    at,
    says: "this stage requires attributions, and no tool's file shows any",
    fix: "save the model's SHAP values or the explanation that interpret gives, and name the file in `evidence`",
  });
}

function checkedOf({ source, attributions, rows, additivity }: Explanation): string {
  const of = rows === null ? "" : ` over ${counted(rows, "row")}`;
  const areAdded = additivity.length > 0 && additivity.every(({ recomputed }) => recomputed !== null);
  const adding = areAdded ? "; every row adds up to its output" : "";
  return `${source}: attributions of ${counted(attributions.length, "feature")}${of}, each a column of the data${adding}`;
}

/** SHAP values as many as the default asks for, for the example. */
function attributions(features: readonly string[], values: readonly number[]): string {
  const header = features.map((feature) => `shap_${feature}`).join(",");
  return `${[header, ...Array<string>(30).fill(values.join(","))].join("\n")}\n`;
}
