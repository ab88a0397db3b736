/** A key that stands twice in one object, by the offsets of its opening quotes. */
export interface KeyTwice {
  readonly key: string;
  readonly first: number;
  readonly again: number;
}

type Keys = Map<string, number>;

/** The first key of a JSON text that its object has already; null when there is none. The text has to be JSON. */
export function keyTwice(text: string): KeyTwice | null {
  const around: (Keys | null)[] = [];
  let keys: Keys | null = null;
  let isKey = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(text, at);
      if (isKey && keys !== null) {
        const key = keyAt(text, at, end);
        const first = keys.get(key);
        if (first !== undefined) return { key, first, again: at };
        keys.set(key, at);
        isKey = false;
      }
      at = end;
    } else if (character === OBJECT || character === LIST) {
      around.push(keys);
      keys = character === OBJECT ? new Map() : null;
      isKey = character === OBJECT;
    } else if (character === OBJECT_END || character === LIST_END) {
      keys = around.pop() ?? null;
      isKey = false;
    } else if (character === COMMA) isKey = keys !== null;
  }
  return null;
}

function keyAt(text: string, start: number, end: number): string {
  const key = text.slice(start + 1, end);
  return key.includes("\\") ? String(JSON.parse(text.slice(start, end + 1))) : key;
}

/** Where the closing quote is, or the end of the text. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OBJECT, OBJECT_END, LIST, LIST_END] = [0x7b, 0x7d, 0x5b, 0x5d];
