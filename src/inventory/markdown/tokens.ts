/** A piece of prose. `text` is lower case; `start` and `end` are indices into the text it was cut from. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/uy;
const R_SQUARED = /r\s?\^\s?\{?2\}?(?![\p{L}\p{N}])/iuy;
const F_FRACTION = /f_?0\.5(?![\p{L}\p{N}.])/iuy;
/** What makes digits part of a version, a date, a ratio, a size or a name instead of a number. */
const GLUED = /(?:[\p{L}\p{N}_]|[-‑]\p{L}|[.,/:]\d)(?:[\p{L}\p{N}_]|[.,/:‑-](?=[\p{L}\p{N}]))*/uy;
const DATE = /\d{4}-\d{2}(?:-\d{2})?(?!\d)/y;
const VERSION_TAIL = /(?:\.\d+)+/y;
const PERCENT = /[ \u00a0\u202f]?[%٪]/y;
const SPACE = /[^\S\n]/;

/** Cuts prose into words, numbers and marks in one pass. Struck-out text is no text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (SPACE.test(char) || char === "_") at += 1;
    else if (text.startsWith("~~", at)) at = afterStruckOut(text, at);
    else if (isJoiner(text, at)) at += 1;
    else {
      const token = numberAt(text, at) ?? wordAt(text, at) ?? mark(text, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function afterStruckOut(text: string, at: number): number {
  const close = text.indexOf("~~", at + 2);
  return close < 0 ? text.length : close + 2;
}

/** A hyphen inside a compound ("held-out", "macro-F1", "F1-score"), or an apostrophe inside a word. */
function isJoiner(text: string, at: number): boolean {
  const next = text[at + 1] ?? "";
  if (/['’]/.test(text[at]!)) return isLetter(text[at - 1]) && isLetter(next);
  if (!/[-‑]/.test(text[at]!)) return false;
  return isLetter(text[at - 1])
    ? /[\p{L}\p{N}]/u.test(next)
    : /\d/.test(text[at - 1] ?? "") && isLetter(next);
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char) && !/\d/.test(char);
}

function numberAt(text: string, at: number): Token | null {
  const signed = /[-−+]/.test(text[at]!) && !/[\p{L}\p{N})\]%]/u.test(text[at - 1] ?? " ") ? 1 : 0;
  const date = matchAt(DATE, text, at);
  if (date !== null) return token("word", text, at, at + date.length);
  const digits = matchAt(NUMBER, text, at + signed);
  if (digits === null) return null;
  let end = at + signed + digits.length;
  const glued = matchAt(GLUED, text, end);
  if (glued !== null) return token("word", text, at, end + glued.length);
  const before = text[at - 1] ?? " ";
  const named = /[#$€£]/.test(before) || (/[-‑]/.test(before) && isLetter(text[at - 2]));
  if (named) return token("word", text, at, end);
  end += matchAt(PERCENT, text, end)?.length ?? 0;
  return token("number", text, at, end);
}

function wordAt(text: string, at: number): Token | null {
  const squared = matchAt(R_SQUARED, text, at);
  if (squared !== null) return { kind: "word", text: "r2", start: at, end: at + squared.length };
  const word = matchAt(F_FRACTION, text, at) ?? matchAt(WORD, text, at);
  if (word === null) return null;
  const end = at + word.length;
  const version = /\d$/.test(word) ? (matchAt(VERSION_TAIL, text, end)?.length ?? 0) : 0;
  return token("word", text, at, end + version);
}

function mark(text: string, at: number): Token {
  return token("mark", text, at, at + (text.codePointAt(at)! > 0xffff ? 2 : 1));
}

function token(kind: Token["kind"], text: string, start: number, end: number): Token {
  return { kind, text: text.slice(start, end).toLowerCase(), start, end };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
