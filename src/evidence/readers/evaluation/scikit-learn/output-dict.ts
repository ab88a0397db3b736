import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { readingOf, TOOL } from "./reading.ts";
import { averageNamed, MEASURES, type ReportRow } from "./report.ts";

/** `classification_report(…, output_dict=True)`, written as JSON. */
export const classificationReportDict = defineReader<"document">({
  tool: TOOL,
  form: "document",
  about: {
    versions: ["1.2.2", "1.9.1"],
    detectedBy:
      "an object whose `macro avg` or `weighted avg` has `precision`, `recall`, `f1-score` and `support`",
    notRead: "averages over samples, whose rows are in the predictions alone",
  },
  recognises: ({ root }) => ["macro avg", "weighted avg"].some((name) => isRow(root.get(name))),
  read({ root }) {
    const rows: ReportRow[] = [];
    const warnings: OutputWarning[] = [];
    for (const [name, value] of root.entries()) {
      if (isRow(value)) rows.push(rowOf(name, value));
      else if (name !== "accuracy") warnings.push(unreadKey(name, value));
    }
    const accuracy = root.get("accuracy");
    const report = {
      split: null,
      slice: {},
      classes: rows.filter(({ name }) => averageNamed(name) === null),
      averages: rows.filter(({ name }) => averageNamed(name) !== null),
      // A class of this name is written first, and its row is lost to the number.
      accuracy:
        accuracy.exists && !isRow(accuracy)
          ? { value: accuracy.number(), support: null, at: accuracy.at }
          : null,
      decimals: null,
      at: root.at,
    };
    return readingOf([report], warnings);
  },
});

function isRow(value: Json): boolean {
  return value.isMap && value.has(...MEASURES, "support");
}

function rowOf(name: string, value: Json): ReportRow {
  const cell = (measure: string) => value.get(measure).number();
  const cells = { precision: cell("precision"), recall: cell("recall"), "f1-score": cell("f1-score") };
  return { name, cells, support: value.get("support").number(), at: value.at };
}

function unreadKey(name: string, { at }: Json): OutputWarning {
  const says = `\`${name.slice(0, 60)}\` is no row of a classification report, and was passed over`;
  return { code: "not-a-row", says, at };
}
