import { posix } from "node:path";
import { readText } from "../documents/file.ts";
import { parseJson } from "../documents/json.ts";
import type { Problem } from "../documents/problem.ts";
import type { Document, Mapping } from "../documents/value.ts";
import { parseYaml } from "../documents/yaml.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import type { Card } from "./card.ts";
import { cardValidator } from "./card-schema.ts";
import { withinClaimCap } from "./claim-cap.ts";
import { folderId } from "./folder-id.ts";
import { unreadableClaims } from "./record/claims.ts";
import { misspeltKinds } from "./record/kinds.ts";

/** Reads `model-card.yaml`, `.yml` or `.json`. A card that cannot be read is still a card, with the reasons. */
export async function readNativeCard(tree: Tree, path: string, caps: Caps): Promise<Card> {
  const read = await readText(tree, path, caps);
  if ("problem" in read) return cardOf(path, null, [read.problem]);
  return nativeCard(parse(read.text, path, caps), caps);
}

/** The card that a document says, whichever file it stands in. */
export async function nativeCard(document: Document, caps: Caps): Promise<Card> {
  const { path } = document;
  if (document.root === null) return cardOf(path, null, document.problems);
  const validate = await cardValidator();
  const wrong = validate(document.root).map((problem) => withId(problem, path));
  const root = document.root.kind === "map" ? document.root : null;
  const capped = withinClaimCap(root, caps);
  return cardOf(path, capped.root, [
    ...document.problems,
    ...wrong,
    ...capped.problems,
    ...unreadableClaims(root, wrong),
    ...misspeltKinds(root),
  ]);
}

/** What an id may be is known: the name of the folder. */
function withId(problem: Problem, path: string): Problem {
  const id = folderId(posix.dirname(path));
  if (problem.code !== "missing-key") return problem;
  if (problem.about === "/model/id") return { ...problem, fix: `add \`${idLine(id, path)}\`` };
  if (problem.about !== "/model") return problem;
  return {
    ...problem,
    fix: isJson(path) ? `add \`"model": { ${idLine(id, path)} }\`` : `add \`model: { ${idLine(id, path)} }\``,
  };
}

function idLine(id: string, path: string): string {
  if (isJson(path)) return `"id": ${JSON.stringify(id)}`;
  return `id: ${/^[A-Za-z][\w.-]*$/.test(id) ? id : JSON.stringify(id)}`;
}

function parse(text: string, path: string, caps: Caps): Document {
  return isJson(path) ? parseJson(text, path, caps) : parseYaml(text, path, caps);
}

function isJson(path: string): boolean {
  return path.toLowerCase().endsWith(".json");
}

function cardOf(path: string, root: Mapping | null, problems: readonly Problem[]): Card {
  const folder = posix.dirname(path);
  return { path, folder: folder === "." ? "" : folder, dialect: "native", sources: [path], root, problems };
}
