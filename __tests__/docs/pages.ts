import { readdirSync, readFileSync } from "node:fs";
import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { inRoot } from "../../tools/docs/root.ts";

/** Every page of ours that people read, by its path in the repository. */
export const PAGES: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  "examples/README.md",
  "examples/order-assistant/README.md",
  "examples/permit-parity/README.md",
  ...readdirSync(inRoot("docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .sort(),
];

export function textOf(path: string): string {
  return readFileSync(inRoot(path), "utf8");
}

/** A fenced block: where it starts, and what is in it. */
export interface Block {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The fenced blocks of one language on a page. */
export function blocksOf(path: string, language: string): readonly Block[] {
  return nodesOf(path).flatMap((node) =>
    node.type === "code" && node.lang === language
      ? [{ path, line: node.position?.start.line ?? 0, text: node.value }]
      : [],
  );
}

/** The addresses of the links and images on a page, with their lines. */
export function linksOf(path: string): readonly { readonly url: string; readonly line: number }[] {
  return nodesOf(path).flatMap((node) =>
    node.type === "link" || node.type === "image" || node.type === "definition"
      ? [{ url: node.url, line: node.position?.start.line ?? 0 }]
      : [],
  );
}

/** Anchors that a page has, as GitHub makes them from its headings. */
export function anchorsOf(path: string): ReadonlySet<string> {
  const headings = nodesOf(path).filter((node) => node.type === "heading");
  return new Set(
    headings.map((heading) =>
      plainText(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    ),
  );
}

function nodesOf(path: string): readonly RootContent[] {
  const found: RootContent[] = [];
  const walk = (node: Nodes): void => {
    if (!("children" in node)) return;
    for (const child of node.children) {
      found.push(child);
      walk(child);
    }
  };
  walk(fromMarkdown(textOf(path)));
  return found;
}

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}
