import { jsonDocument, type OpenDocument } from "../../../output/document.ts";
import type { Json } from "../../../output/json.ts";
import { defineReader } from "../../../output/reader.ts";
import type { FolderSource } from "../../../output/source.ts";
import { isGlobal } from "./global.ts";
import { partsOf } from "./interpret.ts";
import { isLocal } from "./local.ts";
import { isModel } from "./model.ts";
import { type Parts, readingOf, refusal, TOOL } from "./reading.ts";

const MOST_FILES = 3;

/** A model by `to_json` with its explanations, each of which is held against it. */
export const interpretFolder = defineReader<"folder">({
  tool: TOOL,
  form: "folder",
  about: {
    versions: ["0.7.8"],
    detectedBy: "a folder of JSON files that are a model of interpret and its explanations, one of each",
    notRead: "",
  },
  recognises: async (folder) => {
    const { paths } = folder;
    if (paths.length < 2 || paths.length > MOST_FILES || !paths.every((path) => path.endsWith(".json")))
      return false;
    const kinds = (await documentsIn(folder)).map(({ document }) => kindOf(document?.source?.root));
    // One that is damaged is told by reading it.
    return kinds.includes("model") && kinds.filter((kind) => kind !== null).length >= paths.length - 1;
  },
  async read(folder) {
    let parts: Parts = { model: null, stated: null, local: null };
    const documents = await documentsIn(folder);
    for (const { path, document } of documents) {
      const root = document?.source?.root;
      if (!root || kindOf(root) === null) return refusal(`${path} is no model or explanation of interpret`);
      const own = partsOf(root);
      if (typeof own === "string") return refusal(`${path}: ${own}`);
      const twice = (["model", "stated", "local"] as const).find(
        (part) => parts[part] !== null && own[part] !== null,
      );
      if (twice) return refusal(`${path} is the second file of its kind in the folder`);
      parts = {
        model: own.model ?? parts.model,
        stated: own.stated ?? parts.stated,
        local: own.local ?? parts.local,
      };
    }
    const reading = readingOf(parts);
    for (const { document } of documents) document?.settle();
    return reading;
  },
});

function kindOf(root: Json | undefined): "model" | "local" | "global" | null {
  if (root === undefined) return null;
  if (isModel(root)) return "model";
  if (isLocal(root)) return "local";
  return isGlobal(root) ? "global" : null;
}

interface Named {
  readonly path: string;
  readonly document: OpenDocument | null;
}

async function documentsIn(folder: FolderSource): Promise<readonly Named[]> {
  const named: Named[] = [];
  for (const path of folder.paths) {
    const text = await folder.text(path);
    const place = folder.path === "" ? path : `${folder.path}/${path}`;
    named.push({ path, document: text === null ? null : jsonDocument(text, place) });
  }
  return named;
}
