import type { Nodes } from "mdast";

/** The plain words of inline Markdown, each character knowing where in the file it stands. */
export interface Flat {
  readonly text: string;
  /** Offset in the file (UTF-16 units) of the character at `index`; past the end, of the end. */
  offset(index: number): number;
}

const DEEPEST = 100;
const SILENT = /^<(script|style|del|s|strike|template)[\s>]/i;
const SKIPPED = /[\s\\>`*_]/;

export function flatten(nodes: readonly Nodes[], source: string): Flat {
  const builder = new Builder(source);
  builder.addAll(nodes, 0);
  return builder.flat();
}

/** A code block's text. Its fence line is passed over, so that the info string is never taken for content. */
export function flattenCode(node: Nodes & { readonly value: string }, source: string): Flat {
  const builder = new Builder(source);
  const start = node.position?.start.offset ?? 0;
  const fenced = /^[`~]/.test(source.slice(start, start + 1));
  const firstLine = source.indexOf("\n", start);
  builder.align(node.value, fenced && firstLine >= 0 ? firstLine + 1 : start);
  return builder.flat();
}

class Builder {
  private readonly source: string;
  private readonly parts: string[] = [];
  private readonly offsets: number[] = [];
  private silentUntil: string | null = null;
  private end = 0;

  constructor(source: string) {
    this.source = source;
  }

  addAll(nodes: readonly Nodes[], depth: number): void {
    if (depth > DEEPEST) return;
    for (const node of nodes) this.add(node, depth);
  }

  private add(node: Nodes, depth: number): void {
    if (node.type === "html") this.hush(node.value);
    if (node.type === "html" || this.silentUntil !== null) return;
    const start = node.position?.start.offset ?? this.end;
    if (node.type === "text" || node.type === "inlineCode") this.align(node.value, start);
    else if (node.type === "break") this.align("\n", start);
    else if ("children" in node) this.addAll(node.children, depth + 1);
  }

  private hush(tag: string): void {
    const opened = SILENT.exec(tag)?.[1]?.toLowerCase();
    if (this.silentUntil === null && opened) this.silentUntil = `</${opened}`;
    else if (this.silentUntil !== null && tag.toLowerCase().startsWith(this.silentUntil))
      this.silentUntil = null;
  }

  /** Walks value and source side by side: escapes, container prefixes and entities take more source than value. */
  align(value: string, start: number): void {
    this.parts.push(value);
    let at = start;
    for (let index = 0; index < value.length; index += 1) {
      const wanted = value[index];
      while (this.source[at] !== wanted && SKIPPED.test(this.source[at] ?? "")) at += 1;
      this.offsets.push(at);
      at += this.source[at] === "&" && wanted !== "&" ? this.entityLength(at) : 1;
    }
    this.end = at;
  }

  private entityLength(at: number): number {
    const close = this.source.slice(at, at + 40).indexOf(";");
    return close < 0 ? 1 : close + 1;
  }

  flat(): Flat {
    const { offsets, end } = this;
    return { text: this.parts.join(""), offset: (index) => offsets[index] ?? end };
  }
}
