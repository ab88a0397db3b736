import { posix } from "node:path";
import type { Caps } from "../../../../workspace/caps.ts";
import { type OpenDocument, yamlDocument } from "../../../output/document.ts";
import type { Json } from "../../../output/json.ts";
import type { Unparsed } from "../../../output/reader.ts";
import type { SourceOf } from "../../../output/source.ts";

/** One of DVC's files in a folder. */
export interface Opened {
  readonly root: Json;
  readonly document: OpenDocument;
}

/** Null when there is no such file; unparsed when it is no map. */
export async function openIn(
  folder: SourceOf<"folder">,
  path: string,
  caps: Caps,
): Promise<Opened | Unparsed | null> {
  if (!folder.paths.includes(path)) return null;
  const document = yamlDocument((await folder.text(path)) ?? "", posix.join(folder.path, path), caps);
  const root = document.source?.root;
  if (root?.isMap) return { root, document };
  const [problem] = document.problems;
  const says = `${path}: ${problem?.says ?? "it is no map, or too large"}`;
  return {
    kind: "unparsed",
    says,
    fix: "commit the file as DVC wrote it",
    line: 1,
    ...(problem && { at: problem.at }),
  };
}
