type Mark = "{" | "}" | "[" | "]" | "," | ":";

interface Span {
  readonly offset: number;
  readonly end: number;
}

export type JsonToken = Span &
  (
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "number"; readonly raw: string }
    | { readonly kind: "word"; readonly value: boolean | null }
    | { readonly kind: "mark"; readonly mark: Mark }
    | { readonly kind: "bad"; readonly written: string }
  );

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])/y;
const WORD = /[^\s"{}[\],:]{1,40}|./suy;
const MARKS: ReadonlySet<string> = new Set(["{", "}", "[", "]", ",", ":"]);
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** The tokens of strict JSON (RFC 8259) in order. A bad one is the last. */
export function* jsonTokens(text: string): Generator<JsonToken, void> {
  for (let offset = skipSpace(text, 0); offset < text.length; ) {
    const token = tokenAt(text, offset);
    yield token;
    if (token.kind === "bad") return;
    offset = skipSpace(text, token.end);
  }
}

function skipSpace(text: string, offset: number): number {
  SPACE.lastIndex = offset;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function tokenAt(text: string, offset: number): JsonToken {
  const first = text[offset]!;
  if (isMark(first)) return { kind: "mark", mark: first, offset, end: offset + 1 };
  if (first === '"') return textAt(text, offset);
  NUMBER.lastIndex = offset;
  const raw = NUMBER.exec(text)?.[0];
  if (raw) return { kind: "number", raw, offset, end: offset + raw.length };
  WORD.lastIndex = offset;
  const written = WORD.exec(text)?.[0] ?? first;
  const end = offset + written.length;
  const value = WORDS.get(written);
  return value === undefined ? { kind: "bad", written, offset, end } : { kind: "word", value, offset, end };
}

function isMark(character: string): character is Mark {
  return MARKS.has(character);
}

/** The language's own decoder reads a text once its closing quote is found, and refuses what RFC 8259 does. */
function textAt(text: string, offset: number): JsonToken {
  const end = closingQuote(text, offset + 1) + 1;
  const written = end === 0 ? text.slice(offset) : text.slice(offset, end);
  try {
    const value: unknown = JSON.parse(written);
    if (typeof value === "string") return { kind: "text", value, offset, end };
  } catch {
    // Falls through: the text is not closed, or has a bad escape or a control character.
  }
  return { kind: "bad", written, offset, end: offset + written.length };
}

function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote >= 0 && backslashesBefore(text, quote, from) % 2 === 1) quote = text.indexOf('"', quote + 1);
  return quote;
}

function backslashesBefore(text: string, offset: number, from: number): number {
  let start = offset;
  while (start > from && text[start - 1] === "\\") start -= 1;
  return offset - start;
}
