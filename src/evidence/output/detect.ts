import { nearest } from "../../documents/nearest.ts";
import type { OutputState, Unclaimed } from "./output-state.ts";
import type { AnyReader } from "./reader.ts";
import type { Source, SourceOf } from "./source.ts";

/** The one reader that claims the bytes, in the form in which it claims them; or why there is none. */
export type Detection =
  | { readonly kind: "claimed"; readonly reader: AnyReader; readonly source: Source }
  | Extract<OutputState, { readonly kind: "unknown" }>;

/**
 * `declared` is the kind that the card gives. A kind that is a tool's name allows that tool alone; any other
 * kind is the author's own word and no help.
 */
export async function detect(
  sources: readonly Source[],
  declared: string | null,
  readers: readonly AnyReader[],
): Promise<Detection> {
  const named = declared === null ? [] : readers.filter(({ tool }) => tool === declared);
  const candidates = named.length > 0 ? named : readers.filter(({ whenDeclared }) => !whenDeclared);
  const claims: { readonly reader: AnyReader; readonly source: Source }[] = [];
  for (const source of sources)
    for (const reader of candidates) if (await reader.recognises(source)) claims.push({ reader, source });
  const tools = [...new Set(claims.map(({ reader }) => reader.tool))];
  const [first] = claims;
  if (first && tools.length === 1) return { kind: "claimed", ...first };
  if (tools.length > 1) {
    const says = `its content fits ${tools.join(" and ")}`;
    return { kind: "unknown", why: "several-tools", says, fix: `say which: \`kind: ${tools[0]}\`` };
  }
  if (named.length > 0) {
    const looked = named.map(({ about }) => about.detectedBy).join(", or ");
    const says = `its content is not ${declared}'s, which is ${looked}`;
    const fix = "name the file that the tool wrote, or take `kind` out";
    return { kind: "unknown", why: "not-the-declared-tool", says, fix };
  }
  return unknown(sources, declared, readers);
}

function unknown(
  sources: readonly Source[],
  declared: string | null,
  readers: readonly AnyReader[],
): Detection {
  const tools = [...new Set(readers.map(({ tool }) => tool))];
  const near = declared === null ? null : nearest(declared, tools);
  const fix =
    near === null
      ? "name the file that the tool itself wrote; docs/evidence.md lists what is read and how it is recognised"
      : `write \`kind: ${near}\``;
  const why = whyOf(sources);
  return { kind: "unknown", why, says: `it is ${describe(sources)}, and no known tool's`, fix };
}

function whyOf([source]: readonly Source[]): Unclaimed {
  switch (source?.form) {
    case "document":
      return isPlainList(source) ? "other" : "data";
    case "records":
    case "folder":
      return "data";
    case "text":
      return isBrokenJson(source.text) ? "broken" : "other";
    case "bytes":
    case undefined:
      return "other";
  }
}

/** Notes in Markdown can be YAML: a list of sentences. */
function isPlainList({ syntax, root }: SourceOf<"document">): boolean {
  return syntax === "yaml" && root.isList && [...root.items()].every((item) => !item.isMap);
}

/** `[` may begin a line of anything; with a quote, a brace or another bracket after it, JSON was meant. */
function isBrokenJson(text: string): boolean {
  return /^\s{0,100}(?:\{|\[\s{0,100}["{[])/.test(text);
}

const KEYS_SHOWN = 4;

function describe(sources: readonly Source[]): string {
  const [source] = sources;
  switch (source?.form) {
    case "document":
      return `a ${source.syntax.toUpperCase()} document ${keysOf(source.root.value)}`;
    case "records":
      return `JSON Lines whose first record is ${keysOf(source.head[0]?.value)}`;
    case "text":
      return isBrokenJson(source.text) ? "JSON that is broken or cut off" : "text";
    case "folder":
      return "a folder";
    case "bytes":
    case undefined:
      return "a binary file";
  }
}

function keysOf(value: unknown): string {
  if (Array.isArray(value)) return "that is a list";
  const keys = Object.keys(value ?? {});
  if (keys.length === 0) return "with no keys";
  const shown = keys.slice(0, KEYS_SHOWN).map((key) => `"${key}"`);
  return `with ${shown.join(", ")}${keys.length > KEYS_SHOWN ? " and others" : ""}`;
}
