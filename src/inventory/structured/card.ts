import { posix } from "node:path";
import { readText } from "../../documents/file.ts";
import { parseJson } from "../../documents/json.ts";
import { startOf } from "../../documents/place.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Value } from "../../documents/value.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { Tree } from "../../workspace/tree.ts";
import type { Card, Dialect } from "../card.ts";
import { withinClaimCap } from "../claim-cap.ts";
import { headOf } from "../hugging-face/card.ts";
import { NativeValues } from "../markdown/native.ts";
import type { ReadClaims } from "./claims.ts";
import { isCycloneDx, readCycloneDx } from "./cyclonedx.ts";
import { isGoogle, readGoogle } from "./google.ts";
import { isSageMaker, readSageMaker } from "./sagemaker.ts";
import { isSpdx, readSpdx } from "./spdx.ts";

interface Reader {
  readonly dialect: Dialect;
  recognises(root: Value): boolean;
  read(root: Value, into: NativeValues): ReadClaims;
}

const READERS: readonly Reader[] = [
  { dialect: "google", recognises: isGoogle, read: readGoogle },
  { dialect: "cyclonedx", recognises: isCycloneDx, read: readCycloneDx },
  { dialect: "sagemaker", recognises: isSageMaker, read: readSageMaker },
  { dialect: "spdx", recognises: isSpdx, read: readSpdx },
];

/** In a file that is broken off: what only a model's card of one of these dialects has. */
const TELLTALE = /"(?:model_details|modelCard|model_overview|ai_AIPackage)"/;

/**
 * A JSON file that is a card of a dialect other than ours, in the shape of a native card; null for any other file.
 * One that cannot be read is a card with a problem when it sets out to be one.
 */
export async function readStructuredCard(tree: Tree, path: string, caps: Caps): Promise<Card | null> {
  const read = await readText(tree, path, caps);
  if ("problem" in read) {
    const head = await headOf(tree, path);
    return head !== null && TELLTALE.test(head) ? cardOf(path, "google", [read.problem]) : null;
  }
  const document = parseJson(read.text, path, caps);
  const { root } = document;
  if (root === null) return TELLTALE.test(read.text) ? cardOf(path, "google", document.problems) : null;
  const reader = READERS.find(({ recognises }) => recognises(root));
  if (!reader) return null;
  const values = new NativeValues();
  const { claims, problems } = reader.read(root, values);
  values.add("metrics", claims);
  const capped = withinClaimCap(values.root(startOf(path)), caps);
  const card = cardOf(path, reader.dialect, [...document.problems, ...problems, ...capped.problems]);
  return { ...card, root: capped.root };
}

function cardOf(path: string, dialect: Dialect, problems: readonly Problem[]): Card {
  const folder = posix.dirname(path);
  return { path, folder: folder === "." ? "" : folder, dialect, sources: [path], root: null, problems };
}
