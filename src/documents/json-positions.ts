import { type JsonToken, jsonTokens } from "./json-tokens.ts";
import { lineMap } from "./lines.ts";
import { pointerTo } from "./pointer.ts";

interface Frame {
  readonly pointer: string;
  readonly list: boolean;
  index: number;
  key: string | null;
}

export interface JsonPosition {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** Where each value of a JSON text starts, in the order of the text. It ends where the text stops being JSON. */
export function* jsonPositions(text: string): Generator<JsonPosition, void> {
  const lines = lineMap(text);
  const frames: Frame[] = [];
  for (const token of jsonTokens(text)) {
    const frame = frames.at(-1);
    if (frame && startsKey(frame, token)) {
      frame.key = token.value;
      continue;
    }
    if (token.kind === "mark" && token.mark !== "{" && token.mark !== "[") {
      if (token.mark === "," && frame) next(frame);
      else if (token.mark !== ":") frames.pop();
      continue;
    }
    if (token.kind === "bad") return;
    const pointer = frame ? pointerTo(frame.pointer, frame.list ? frame.index : (frame.key ?? "")) : "";
    yield { pointer, ...lines.at(token.offset) };
    if (token.kind === "mark") frames.push({ pointer, list: token.mark === "[", index: 0, key: null });
  }
}

function startsKey(frame: Frame, token: JsonToken): token is Extract<JsonToken, { kind: "text" }> {
  return token.kind === "text" && !frame.list && frame.key === null;
}

function next(frame: Frame): void {
  frame.index += 1;
  frame.key = null;
}
