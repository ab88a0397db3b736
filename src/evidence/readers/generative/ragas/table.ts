import { defineReader } from "../../../output/reader.ts";
import { resultOfRows, resultOfSummary } from "./result.ts";
import { csvColumns, csvRows } from "./rows.ts";
import { summaryOfText } from "./summary.ts";

/** What `result.to_pandas().to_csv(…)` writes, and averages as CSV or as Python prints them. */
export const ragasTable = defineReader<"text">({
  tool: "ragas",
  form: "text",
  about: {
    versions: ["0.1.21", "0.4.3"],
    detectedBy:
      "a CSV header with `user_input` or with `question` and `contexts`, and a metric of ragas; `metric,score` of such metrics",
    notRead:
      "questions, answers and contexts; metrics that are not ragas' own; versions and models, which no file names",
  },
  recognises: ({ text, path }) => csvColumns(text) !== null || summaryOfText(text, path) !== null,
  read({ text, path }) {
    const columns = csvColumns(text);
    return columns === null
      ? resultOfSummary(summaryOfText(text, path) ?? [])
      : resultOfRows(csvRows(text, path, columns));
  },
});
