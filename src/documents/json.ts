import type { Caps } from "../workspace/caps.ts";
import { JsonBuilder } from "./json-builder.ts";
import { cutOff, unexpected } from "./json-errors.ts";
import { jsonTokens } from "./json-tokens.ts";
import { tooDeep, tooManyValues } from "./limits.ts";
import { lineMap } from "./lines.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { Document } from "./value.ts";

/** Strict JSON (RFC 8259) to values with places. Of a duplicate key the first value stays. */
export function parseJson(text: string, path: string, caps: Caps): Document {
  const lines = lineMap(text);
  const at = (offset: number, pointer = ""): Place => ({ path, ...lines.at(offset), pointer });
  const builder = new JsonBuilder(at);
  const problem = build(text, builder, caps, at);
  if (problem) return { path, root: null, problems: [problem] };
  return { path, root: builder.root, problems: builder.problems };
}

/** Feeds every token to the builder; the problem that ended it, or null. */
function build(
  text: string,
  builder: JsonBuilder,
  caps: Caps,
  at: (offset: number) => Place,
): Problem | null {
  for (const token of jsonTokens(text)) {
    const { expects } = builder;
    if (!builder.take(token)) {
      return unexpected(token, text.slice(token.offset, token.end), expects, at(token.offset));
    }
    if (builder.depth > caps.documentDepth) return tooDeep(at(token.offset));
    if (builder.size > caps.documentValues) return tooManyValues(at(0), caps);
  }
  return builder.done ? null : cutOff(builder.expects, at(text.length));
}
