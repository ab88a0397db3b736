import { posix } from "node:path";
import { readText } from "../../documents/file.ts";
import { parseMarkdown } from "../../documents/markdown.ts";
import { startOf } from "../../documents/place.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Caps } from "../../workspace/caps.ts";
import { isRefusal, type Tree } from "../../workspace/tree.ts";
import type { Card } from "../card.ts";
import { readBody } from "../markdown/body.ts";
import { NativeValues } from "../markdown/native.ts";
import { readEvalResults } from "./eval-results.ts";
import { mapFrontMatter, parseFrontMatter } from "./front-matter.ts";
import { isModelFrontMatter, looksLikeModelFrontMatter } from "./recognise.ts";

const HEAD_BYTES = 64 * 1024;

/**
 * A `README.md` with a model's front matter, in the shape of a native card; null for any other page. A file that
 * cannot be read is a card with a problem when its first bytes set out to be one.
 */
export async function readHuggingFaceCard(tree: Tree, path: string, caps: Caps): Promise<Card | null> {
  const head = await headOf(tree, path);
  if (head === null || !/^(?:\u00ef\u00bb\u00bf)?---[ \t]*\r?\n/.test(head)) return null;
  const read = await readText(tree, path, caps);
  if ("problem" in read) return looksLikeModelFrontMatter(head) ? unreadable(path, [read.problem]) : null;
  const document = parseMarkdown(read.text, path);
  if ("problem" in document)
    return looksLikeModelFrontMatter(head) ? unreadable(path, [document.problem]) : null;
  const front = parseFrontMatter(document.frontMatter, path, caps);
  if (front.root === null)
    return looksLikeModelFrontMatter(document.frontMatter?.text ?? "")
      ? unreadable(path, front.problems)
      : null;
  if (!isModelFrontMatter(front.root)) return null;
  const values = new NativeValues();
  const problems = [
    ...front.problems,
    ...mapFrontMatter(front.root, path, values),
    ...readBody(document, read.text, caps, values),
  ];
  const results = await readEvalResults(tree, folderOf(path), caps);
  values.add("metrics", results.claims);
  return {
    ...emptyCard(path),
    sources: [path, ...results.sources],
    root: values.root(startOf(path)),
    problems: [...problems, ...results.problems],
  };
}

/** The first bytes as Latin-1: enough to see front matter and the names of its keys. */
export async function headOf(tree: Tree, path: string): Promise<string | null> {
  const file = await tree.open(path);
  if (isRefusal(file)) return null;
  try {
    return Buffer.from(await file.read(0, Math.min(file.size, HEAD_BYTES))).toString("latin1");
  } catch {
    return null;
  }
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}

function emptyCard(path: string): Card {
  return { path, folder: folderOf(path), dialect: "hugging-face", sources: [path], root: null, problems: [] };
}

function unreadable(path: string, problems: readonly Problem[]): Card {
  return { ...emptyCard(path), problems };
}
