import { posix } from "node:path";
import { readText } from "../../documents/file.ts";
import { parseMarkdown } from "../../documents/markdown.ts";
import { startOf } from "../../documents/place.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { Tree } from "../../workspace/tree.ts";
import type { Card } from "../card.ts";
import { readFrontMatter } from "../hugging-face/front-matter.ts";
import { readBody } from "./body.ts";
import { NativeValues } from "./native.ts";

/**
 * A plain Markdown model card: its headings, keys and reported numbers in the shape of a native card.
 * What is only template text is absent. Front matter, where there is some, comes first.
 */
export async function readMarkdownCard(tree: Tree, path: string, caps: Caps): Promise<Card> {
  const read = await readText(tree, path, caps);
  if ("problem" in read) return unreadable(path, read.problem);
  const document = parseMarkdown(read.text, path);
  if ("problem" in document) return unreadable(path, document.problem);
  const values = new NativeValues();
  const problems = [...readFrontMatter(document.frontMatter, path, caps, values)];
  problems.push(...readBody(document, read.text, caps, values));
  return { ...emptyCard(path), root: values.root(startOf(path)), problems };
}

function emptyCard(path: string): Card {
  const folder = posix.dirname(path);
  return {
    path,
    folder: folder === "." ? "" : folder,
    dialect: "markdown",
    sources: [path],
    root: null,
    problems: [],
  };
}

function unreadable(path: string, problem: Problem): Card {
  return { ...emptyCard(path), problems: [problem] };
}
