import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import type { Card } from "./card.ts";

const FENCE = new TextEncoder().encode("---");
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * A card in Markdown: of Hugging Face's dialect when its front matter is a model's, else plain. The readers are
 * loaded with the first such card.
 */
export async function readForeignCard(tree: Tree, path: string, caps: Caps): Promise<Card> {
  const card = await readFrontMatterCard(tree, path, caps);
  if (card) return card;
  const { readMarkdownCard } = await import("./markdown/card.ts");
  return readMarkdownCard(tree, path, caps);
}

/** The card in a JSON file of another dialect, or null when it is none. */
export async function readForeignJson(tree: Tree, path: string, caps: Caps): Promise<Card | null> {
  const { readStructuredCard } = await import("./structured/card.ts");
  return readStructuredCard(tree, path, caps);
}

/** The card in a Markdown file's front matter, or null when the file has none: most files are told by four bytes. */
export async function readFrontMatterCard(tree: Tree, path: string, caps: Caps): Promise<Card | null> {
  if (!(await startsWithFence(tree, path))) return null;
  const { readHuggingFaceCard } = await import("./hugging-face/card.ts");
  return readHuggingFaceCard(tree, path, caps);
}

async function startsWithFence(tree: Tree, path: string): Promise<boolean> {
  const file = await tree.open(path);
  if (isRefusal(file)) return false;
  const wanted = Math.min(file.size, FENCE.length + BYTE_ORDER_MARK.length);
  const start = await file.read(0, wanted).catch(() => new Uint8Array());
  const text = BYTE_ORDER_MARK.every((byte, index) => start[index] === byte) ? start.subarray(3) : start;
  return FENCE.every((byte, index) => text[index] === byte);
}
