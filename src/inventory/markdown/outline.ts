import type { Nodes, Paragraph, Root, RootContent } from "mdast";
import { type Flat, flatten } from "./flat.ts";
import { isKnownHeading } from "./headings.ts";
import { type PlaceOf, type Prose, proseOf } from "./prose.ts";

/** A heading and what stands under it, up to the next heading of any level. */
export interface Section {
  readonly title: Prose | null;
  /** 1 to 6 as Markdown counts; 7 for a bold line that serves as a heading; 0 before the first heading. */
  readonly level: number;
  readonly parent: Section | null;
  readonly nodes: readonly RootContent[];
}

const HTML_HEADING = /^<h([1-6])(?:\s[^>]*)?>([^<]{1,500})<\/h\1>\s*$/i;
const LONGEST_BOLD_HEADING = 80;

/** The document as its sections in order. A heading may be ATX, setext, HTML, bold, or a numbered line of a known name. */
export function outline(root: Root, source: string, place: PlaceOf): Section[] {
  const open: Section[] = [];
  const sections: Section[] = [];
  let nodes: RootContent[] = [];
  const start = (title: Prose | null, level: number) => {
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    nodes = [];
    const section = { title, level, parent: open.at(-1) ?? null, nodes };
    open.push(section);
    sections.push(section);
  };
  start(null, 0);
  for (const node of root.children) {
    const heading = headingOf(node, source);
    if (heading) start(proseOf(heading.flat, place), heading.level);
    else nodes.push(node);
  }
  return sections;
}

function headingOf(node: RootContent, source: string): { flat: Flat; level: number } | null {
  switch (node.type) {
    case "heading":
      return { flat: flatten(node.children, source), level: node.depth };
    case "html":
      return htmlHeading(node.value, node.position?.start.offset ?? 0);
    case "paragraph":
      return boldHeading(node, source);
    case "list":
      return node.children.length === 1 ? numberedHeading(node.children[0]!.children, source) : null;
    default:
      return null;
  }
}

function htmlHeading(html: string, start: number): { flat: Flat; level: number } | null {
  const found = HTML_HEADING.exec(html);
  if (!found) return null;
  const text = found[2]!;
  const from = start + html.indexOf(">") + 1;
  return { flat: { text, offset: (index) => from + index }, level: Number(found[1]) };
}

/** "**Intended Use**" alone on its line. With a number in it, it is a statement. */
function boldHeading(node: Paragraph, source: string): { flat: Flat; level: number } | null {
  const [bold, rest] = node.children;
  if (bold?.type !== "strong" || node.children.length > 2) return null;
  if (rest && !(rest.type === "text" && /^\s*:?\s*$/.test(rest.value))) return null;
  const flat = flatten(bold.children, source);
  const isStatement =
    flat.text.length > LONGEST_BOLD_HEADING ||
    /\d[.,]?\d*\s*%?\s*$/.test(flat.text) ||
    /[.!?]\s*$/.test(flat.text);
  return isStatement || flat.text.includes("\n") ? null : { flat, level: 7 };
}

/** "1. Model Details" typed as plain text becomes a list of one. */
function numberedHeading(children: readonly Nodes[], source: string): { flat: Flat; level: number } | null {
  const [only] = children;
  if (children.length !== 1 || only?.type !== "paragraph") return null;
  const flat = flatten(only.children, source);
  return flat.text.length <= LONGEST_BOLD_HEADING && isKnownHeading(flat.text) ? { flat, level: 2 } : null;
}
