import type { Refusal } from "../../workspace/refusal.ts";
import { notFound, unreadable } from "../../workspace/refusals.ts";
import type { OpenFile, Tree } from "../../workspace/tree.ts";
import type { StatedFile } from "./stated-facts.ts";

/** Files as a test states them. A table has its columns and one row that nobody counts; what is not stated is not there. */
export function statedTree(
  files: ReadonlyMap<string, StatedFile>,
  columns: ReadonlyMap<string, readonly string[]>,
): Tree {
  const paths = [...files.keys()].sort();
  return {
    label: "test",
    list: async () => ({ paths, complete: true }),
    open: async (path) => {
      const file = files.get(path);
      return file ? opened(path, file, columns.get(path) ?? []) : unstated(path);
    },
    blobId: async () => null,
  };
}

function opened(path: string, file: StatedFile, mapped: readonly string[]): OpenFile | Refusal {
  if (file.unreadable !== undefined)
    return unreadable(path, file.unreadable, "Commit a file that can be read.");
  const columns = file.columns ?? mapped;
  const isTable = file.tool === undefined && columns.length > 0;
  const row = JSON.stringify(Object.fromEntries(columns.map((name) => [name, "1"])));
  const bytes = new TextEncoder().encode(isTable ? `${row}\n` : "as the test states it\n");
  return {
    path,
    size: bytes.length,
    async *stream() {
      yield bytes.slice();
    },
    read: async (start, end) => bytes.slice(start, end),
  };
}

function unstated(path: string): Refusal {
  const fix = `Add it to the test's \`facts.evidence\`: \`${path}: { … }\`.`;
  return { ...notFound(path, "test", null), says: `The test states nothing of ${path}.`, fix };
}
