/** Where a value stands. Line and column are 1-based, columns in UTF-16 units; pointer is RFC 6901. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

export function startOf(path: string): Place {
  return { path, line: 1, column: 1, pointer: "" };
}
