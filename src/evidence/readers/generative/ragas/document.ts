import { defineReader } from "../../../output/reader.ts";
import { resultOfRows, resultOfSummary } from "./result.ts";
import { listRows, rowColumns } from "./rows.ts";
import { summaryOfMap } from "./summary.ts";

/** The rows of a result as a JSON list, or its averages as a JSON object. */
export const ragasDocument = defineReader<"document">({
  tool: "ragas",
  form: "document",
  about: {
    versions: ["0.1.21", "0.4.3"],
    detectedBy:
      "a list of objects with the columns of its CSV; an object of two or more of its metrics and nothing else",
    notRead: "traces",
  },
  recognises: ({ root, syntax }) =>
    syntax === "json" &&
    (summaryOfMap(root) !== null ||
      (rowColumns(root.get(0)) !== null && rowColumns(root.get(root.size - 1)) !== null)),
  read({ root }) {
    const summary = summaryOfMap(root);
    if (summary !== null) return resultOfSummary(summary);
    return resultOfRows(listRows(root, rowColumns(root.get(0)) ?? { metrics: [], unknown: [] }));
  },
});
