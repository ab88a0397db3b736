/** Offsets (UTF-16 units, 0-based) to lines and columns (1-based), and back. LF, CRLF and a lone CR each end a line. */
export interface LineMap {
  at(offset: number): { readonly line: number; readonly column: number };
  offsetOf(line: number, column: number): number;
}

export function lineMap(text: string): LineMap {
  let starts: readonly number[] | null = null;
  return {
    at(offset) {
      starts ??= lineStarts(text);
      const bounded = Math.min(Math.max(offset, 0), text.length);
      const line = lastStartUpTo(starts, bounded);
      return { line: line + 1, column: bounded - starts[line]! + 1 };
    },
    offsetOf(line, column) {
      starts ??= lineStarts(text);
      return (starts[line - 1] ?? text.length) + column - 1;
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  return starts;
}

function lastStartUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
