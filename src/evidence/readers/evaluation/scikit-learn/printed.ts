import { defineReader } from "../../../output/reader.ts";
import { readingOf, TOOL } from "./reading.ts";
import { isHeader, printedReports } from "./report-text.ts";

/** `print(classification_report(…))`, alone or among other lines, or its data frame as CSV. */
export const classificationReport = defineReader<"text">({
  tool: TOOL,
  form: "text",
  about: {
    versions: ["1.2.2", "1.9.1"],
    detectedBy: "a line of the words `precision recall f1-score support`, also with commas",
    notRead: "other lines around a report, but for a heading that names a split or a slice",
  },
  recognises: ({ text }) => text.includes("f1-score") && text.split("\n").some(isHeader),
  read: ({ text, path }) => readingOf(printedReports(text, path)),
});
