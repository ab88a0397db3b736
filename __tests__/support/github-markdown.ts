import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { expect } from "vitest";

/** What GitHub turns into links, mentions, references, emoji or images in text that is not code. */
export const LINKED_BY_GITHUB =
  /(?:^|[^\w`])@\w|\w@\w|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:|(?<![\w.])[0-9a-f]{7,40}(?!\w)/i;

export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

export function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap((child) => nodesOf(child)) : [])];
}

export function typesOf(tree: Root): readonly string[] {
  return nodesOf(tree).map((node) => node.type);
}

const SEPARATED = new Set(["paragraph", "heading", "listItem", "tableCell", "break"]);

/** The text as it is shown, without the zero-width spaces that keep GitHub from linking. */
export function wordsOf(tree: Root): string {
  return nodesOf(tree)
    .map((node) => ("value" in node ? node.value : SEPARATED.has(node.type) ? " " : ""))
    .join("")
    .replaceAll("\u200B", "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

expect.extend({
  toHaveNoLiveText(tree: Root) {
    const live = nodesOf(tree).filter((node) => node.type === "text" && LINKED_BY_GITHUB.test(node.value));
    return {
      pass: live.length === 0,
      message: () => `expected no live text, found ${JSON.stringify(live)}`,
    };
  },
});

declare module "vitest" {
  interface Matchers<T> {
    toHaveNoLiveText(): T;
  }
}
