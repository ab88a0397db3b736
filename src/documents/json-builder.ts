import type { JsonToken } from "./json-tokens.ts";
import { duplicateKey } from "./limits.ts";
import type { Place } from "./place.ts";
import { pointerTo } from "./pointer.ts";
import type { Problem } from "./problem.ts";
import type { Entry, Value } from "./value.ts";

const MOST_PROBLEMS = 50;

/** What may come next; after an opening bracket its closing one may, too. */
const EXPECTS = {
  value: "a value",
  "first-item": "a value or `]`",
  "first-key": "a key in double quotes or `}`",
  key: "a key in double quotes",
  colon: "`:`",
  "after-item": "`,` or `]`",
  "after-entry": "`,` or `}`",
  end: "the end of the file",
} as const;

interface OpenList {
  readonly kind: "list";
  readonly items: Value[];
  readonly at: Place;
}

interface OpenMap {
  readonly kind: "map";
  readonly entries: Map<string, Entry>;
  readonly at: Place;
  key: { readonly name: string; readonly at: Place } | null;
}

/** The JSON grammar as a state machine over tokens: one frame for each open bracket, no recursion. */
export class JsonBuilder {
  root: Value | null = null;
  size = 0;
  readonly problems: Problem[] = [];
  readonly #frames: (OpenList | OpenMap)[] = [];
  readonly #at: (offset: number, pointer?: string) => Place;
  #state: keyof typeof EXPECTS = "value";

  constructor(at: (offset: number, pointer?: string) => Place) {
    this.#at = at;
  }

  get depth(): number {
    return this.#frames.length;
  }

  get done(): boolean {
    return this.#state === "end";
  }

  get expects(): string {
    return EXPECTS[this.#state];
  }

  /** Takes the next token; false when it may not stand here. */
  take(token: JsonToken): boolean {
    switch (token.kind) {
      case "bad":
        return false;
      case "mark":
        return this.#takeMark(token.mark, token.offset);
      case "text":
        if (this.#state === "key" || this.#state === "first-key")
          return this.#startEntry(token.value, token.offset);
        return this.#takeScalar(token.value, token.value, token.offset);
      case "number":
        return this.#takeScalar(Number(token.raw), token.raw, token.offset);
      case "word":
        return this.#takeScalar(token.value, String(token.value), token.offset);
    }
  }

  #takeMark(mark: Extract<JsonToken, { kind: "mark" }>["mark"], offset: number): boolean {
    switch (mark) {
      case "{":
      case "[":
        return this.#open(mark, offset);
      case "}":
        return (this.#state === "first-key" || this.#state === "after-entry") && this.#close();
      case "]":
        return (this.#state === "first-item" || this.#state === "after-item") && this.#close();
      case ":":
        return this.#state === "colon" && this.#expect("value");
      case ",":
        if (this.#state === "after-item") return this.#expect("value");
        return this.#state === "after-entry" && this.#expect("key");
    }
  }

  #expect(state: keyof typeof EXPECTS): true {
    this.#state = state;
    return true;
  }

  #valueMayStand(): boolean {
    return this.#state === "value" || this.#state === "first-item";
  }

  #open(mark: "{" | "[", offset: number): boolean {
    if (!this.#valueMayStand()) return false;
    const at = this.#place(offset);
    this.#frames.push(
      mark === "{" ? { kind: "map", entries: new Map(), at, key: null } : { kind: "list", items: [], at },
    );
    return this.#expect(mark === "{" ? "first-key" : "first-item");
  }

  #close(): true {
    const frame = this.#frames.pop()!;
    return this.#add(
      frame.kind === "list"
        ? { kind: "list", items: frame.items, at: frame.at }
        : { kind: "map", entries: frame.entries, at: frame.at },
    );
  }

  #startEntry(name: string, offset: number): true {
    const frame = this.#frames.at(-1);
    if (frame?.kind === "map") frame.key = { name, at: this.#at(offset, pointerTo(frame.at.pointer, name)) };
    return this.#expect("colon");
  }

  #takeScalar(value: string | number | boolean | null, raw: string, offset: number): boolean {
    return this.#valueMayStand() && this.#add({ kind: "scalar", value, raw, at: this.#place(offset) });
  }

  /** Where a value that starts at the offset stands: at its key's pointer, at the next index, or at the root. */
  #place(offset: number): Place {
    const frame = this.#frames.at(-1);
    if (!frame) return this.#at(offset);
    if (frame.kind === "map") return this.#at(offset, frame.key?.at.pointer ?? frame.at.pointer);
    return this.#at(offset, pointerTo(frame.at.pointer, frame.items.length));
  }

  #add(value: Value): true {
    this.size += 1;
    const frame = this.#frames.at(-1);
    if (!frame) {
      this.root = value;
      return this.#expect("end");
    }
    if (frame.kind === "map") {
      this.#addEntry(frame, value);
      return this.#expect("after-entry");
    }
    frame.items.push(value);
    return this.#expect("after-item");
  }

  #addEntry({ entries, key }: OpenMap, value: Value): void {
    if (key === null) return;
    const first = entries.get(key.name);
    if (!first) entries.set(key.name, { key: key.name, keyAt: key.at, value });
    else if (this.problems.length < MOST_PROBLEMS) {
      this.problems.push(duplicateKey(key.name, first.keyAt, key.at));
    }
  }
}
