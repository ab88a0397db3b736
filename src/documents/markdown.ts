import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { type FrontMatter, frontMatter } from "./front-matter.ts";
import { lineMap } from "./lines.ts";
import { hostileMarkup } from "./markdown-limits.ts";
import { type Place, startOf } from "./place.ts";
import type { Problem } from "./problem.ts";

export interface MarkdownDocument {
  /** The Markdown after the front matter; positions are those of the whole text. */
  readonly root: Root;
  readonly frontMatter: FrontMatter | null;
  /** Where an offset of the text, or a node of the tree, stands. */
  place(where: number | Pick<Nodes, "position">): Place;
}

/** CommonMark with GFM tables and YAML front matter. Text that would take too long to parse is refused, and why. */
export function parseMarkdown(text: string, path: string): MarkdownDocument | { readonly problem: Problem } {
  const lines = lineMap(text);
  const front = frontMatter(text);
  const start = front?.end ?? 0;
  const body = text.slice(start);
  const place = (where: number | Pick<Nodes, "position">): Place => {
    const offset = typeof where === "number" ? where : (where.position?.start.offset ?? 0);
    return { path, ...lines.at(offset), pointer: "" };
  };
  const hostile = hostileMarkup(body);
  if (hostile) return { problem: tooTangled(hostile.says, place(start + hostile.offset)) };
  try {
    const root = parse(body);
    if (front) moveDown(root, start, lines.at(start).line - 1);
    return { root, frontMatter: front, place };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problem: tooTangled("markup is nested too deeply to read", startOf(path)) };
  }
}

function parse(body: string): Root {
  return fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

function moveDown(root: Root, offset: number, lines: number): void {
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const point of [node.position?.start, node.position?.end]) {
      if (!point) continue;
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
    if ("children" in node) pending.push(...node.children);
  }
}

function tooTangled(says: string, at: Place): Problem {
  return {
    code: "too-deep",
    about: "markup",
    at,
    says,
    fix: "simplify the Markdown here, or write a native card",
  };
}
