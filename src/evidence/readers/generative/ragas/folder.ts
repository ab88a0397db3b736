import { jsonDocument } from "../../../output/document.ts";
import { defineReader } from "../../../output/reader.ts";
import type { FolderSource } from "../../../output/source.ts";
import { resultOfRows } from "./result.ts";
import { csvColumns, csvRows } from "./rows.ts";
import { type Summary, summaryOfMap, summaryOfText } from "./summary.ts";

/** Rows and averages of one result, in a folder of their own. */
export const ragasFolder = defineReader<"folder">({
  tool: "ragas",
  form: "folder",
  about: {
    versions: ["0.1.21", "0.4.3"],
    detectedBy: "a folder of one CSV of rows and one file of averages",
    notRead: "folders of several results, or with rows as JSON Lines",
  },
  recognises: async (folder) => (await filesIn(folder)) !== null,
  async read(folder) {
    const files = await filesIn(folder);
    if (files === null) return { kind: "unparsed", says: "its files changed", fix: "read it again", line: 1 };
    const reading = resultOfRows(files.rows(), files.summary);
    files.settle();
    return reading;
  },
});

interface Files {
  readonly rows: () => ReturnType<typeof csvRows>;
  readonly summary: Summary;
  readonly settle: () => void;
}

const MOST_FILES = 4;

/** Null unless one file is rows, one is averages, and none is either again. */
async function filesIn(folder: FolderSource): Promise<Files | null> {
  if (folder.paths.length < 2 || folder.paths.length > MOST_FILES) return null;
  const rows: Files["rows"][] = [];
  const summaries: Pick<Files, "summary" | "settle">[] = [];
  for (const inside of folder.paths) {
    const text = await folder.text(inside);
    if (text === null) continue;
    const path = folder.path === "" ? inside : `${folder.path}/${inside}`;
    const columns = csvColumns(text);
    if (columns !== null) rows.push(() => csvRows(text, path, columns));
    else {
      const summary = summaryIn(text, path);
      if (summary !== null) summaries.push(summary);
    }
  }
  const [onlyRows, onlySummary] = [rows[0], summaries[0]];
  if (!onlyRows || !onlySummary || rows.length + summaries.length > 2) return null;
  return { ...onlySummary, rows: onlyRows };
}

function summaryIn(text: string, path: string): Pick<Files, "summary" | "settle"> | null {
  const { source, settle } = jsonDocument(text, path);
  const summary = source === null ? summaryOfText(text, path) : summaryOfMap(source.root);
  return summary === null ? null : { summary, settle };
}
