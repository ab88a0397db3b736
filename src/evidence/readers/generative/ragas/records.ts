import { defineReader } from "../../../output/reader.ts";
import { resultOfRows } from "./result.ts";
import { jsonRows, rowColumns } from "./rows.ts";

/** What `result.to_pandas().to_json(…, orient="records", lines=True)` writes. */
export const ragasRecords = defineReader<"records">({
  tool: "ragas",
  form: "records",
  about: {
    versions: ["0.1.21", "0.4.3"],
    detectedBy: "lines with the columns of its CSV",
    notRead: "rows in which a metric comes up later than in the first",
  },
  recognises: ({ head }) => head.every((row) => rowColumns(row) !== null),
  async read(source) {
    const columns = rowColumns(source.head[0]) ?? { metrics: [], unknown: [] };
    return resultOfRows(await jsonRows(source, columns));
  },
});
