import { keyTwice } from "../../documents/json-keys.ts";
import { jsonPositions } from "../../documents/json-positions.ts";
import { duplicateKey } from "../../documents/limits.ts";
import { lineMap } from "../../documents/lines.ts";
import { plain } from "../../documents/plain.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Value } from "../../documents/value.ts";
import { parseToolYaml } from "../../documents/yaml.ts";
import type { Caps } from "../../workspace/caps.ts";
import { Json } from "./json.ts";
import { parseLoosely } from "./json-text.ts";
import { PendingPlaces } from "./places.ts";
import type { DocumentSource } from "./source.ts";

/** A document with what finds the lines of its places, once, after it was read. */
export interface OpenDocument {
  /** Null when the text is no document, with the reason in `problems` where it may have meant to be one. */
  readonly source: DocumentSource | null;
  /** What in it was passed over, such as a key that is written twice. */
  readonly problems: readonly Problem[];
  settle(): void;
}

const NONE: OpenDocument = { source: null, problems: [], settle: () => undefined };

/** The JSON list or object that the whole text is. */
export function jsonDocument(text: string, path: string): OpenDocument {
  const parsed = parseLoosely(text);
  if (parsed === null || typeof parsed.value !== "object" || parsed.value === null) return NONE;
  const places = new PendingPlaces(path);
  return {
    source: { form: "document", path, syntax: "json", root: new Json(parsed.value, places) },
    problems: keysTwice(text, path),
    settle: () => places.settle(jsonPositions(text)),
  };
}

function keysTwice(text: string, path: string): readonly Problem[] {
  const found = keyTwice(text);
  if (found === null) return [];
  const lines = lineMap(text);
  const at = (offset: number) => ({ path, ...lines.at(offset), pointer: "" });
  return [duplicateKey(found.key, at(found.first), at(found.again))];
}

/** The YAML list or map that the text is. */
export function yamlDocument(text: string, path: string, caps: Caps): OpenDocument {
  const { root, problems } = parseToolYaml(text, path, caps);
  if (root === null) return { ...NONE, problems };
  if (root.kind === "scalar") return NONE;
  const places = new PendingPlaces(path);
  return {
    source: { form: "document", path, syntax: "yaml", root: new Json(plain(root), places) },
    problems,
    settle: () => places.settle(positionsIn(root)),
  };
}

/** By the way to each value: one that an alias repeats stands where its anchor is. */
function* positionsIn(root: Value): Generator<{ pointer: string; line: number; column: number }> {
  const open: { readonly pointer: string; readonly value: Value }[] = [{ pointer: "", value: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { pointer, value } = next;
    yield { pointer, line: value.at.line, column: value.at.column };
    if (value.kind === "list") {
      for (const [index, item] of value.items.entries())
        open.push({ pointer: pointerTo(pointer, index), value: item });
    } else if (value.kind === "map") {
      for (const { key, value: inner } of value.entries.values())
        open.push({ pointer: pointerTo(pointer, key), value: inner });
    }
  }
}
