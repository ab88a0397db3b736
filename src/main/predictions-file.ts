import { basename, dirname } from "node:path";
import { phraseOf } from "../evidence/phrase.ts";
import { nearestColumn } from "../evidence/roles.ts";
import { columnsToRead } from "../measurement/analysis/columns.ts";
import type { FileProblem } from "../measurement/analysis/flaws.ts";
import type { Population } from "../measurement/analysis/population.ts";
import { type AnalysisRequest, namedColumns } from "../measurement/analysis/request.ts";
import type { TableFailure } from "../tables/failure.ts";
import { readHeader } from "../tables/header.ts";
import { readTable } from "../tables/read.ts";
import { CAPS } from "../workspace/caps.ts";
import { digested } from "../workspace/digest.ts";
import { isRefusal } from "../workspace/tree.ts";
import { workTree } from "../workspace/work-tree.ts";
import { existing } from "./existing.ts";
import { UsageError } from "./usage-error.ts";

/** Reads the columns of the request from one file; what is wrong with the file is a problem and not an exception. */
export async function readPredictions(
  path: string,
  request: AnalysisRequest,
  needs: "every column" | "what it has",
): Promise<Population | FileProblem> {
  const place = existing(path, "give the path of a CSV, JSON Lines or Parquet file");
  const tree = await workTree(dirname(place), CAPS, null);
  const opened = await tree.open(basename(place));
  if (isRefusal(opened)) return { path, line: null, ...phraseOf(opened) };
  const { file, sha256 } = digested({ ...opened, path });
  const header = await readHeader([file], CAPS);
  if ("failed" in header) return problemOf(header);
  const names = header.columns.map(({ name }) => name);
  if (needs === "every column") checkColumns(path, names, namedColumns(request));
  else checkColumns(path, names, countsOf(request));
  const table = await readTable([file], columnsToRead(request, new Set(names), CAPS.distinctValues), CAPS);
  if ("failed" in table) return problemOf(table);
  return { file: { path, format: header.format, bytes: file.size, sha256: await sha256() }, table };
}

function problemOf({ path, line, says, fix }: TableFailure): FileProblem {
  return { path, line, says, fix };
}

const LISTED = 30;

type NamedColumns = ReturnType<typeof namedColumns>;

/** A reference may lack what is then not compared; without its counts every comparison would be of lines. */
function countsOf({ count }: AnalysisRequest): NamedColumns {
  return count === null ? [] : [["count", count]];
}

function checkColumns(path: string, names: readonly string[], asked: NamedColumns): void {
  const unknown = asked.find(([, column]) => !names.includes(column));
  if (unknown === undefined) return;
  const [role, column] = unknown;
  const close = nearestColumn(column, names);
  const shown = names.slice(0, LISTED).map((name) => JSON.stringify(name));
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
  const listed = `the columns are ${shown.join(", ")}${more}`;
  throw new UsageError(
    `${path} has no column "${column}" (--${role})`,
    close === null ? listed : `did you mean "${close}"? ${listed}`,
  );
}
