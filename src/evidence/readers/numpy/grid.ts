/** Numbers in C order: the last index runs fastest. NaN where there is none. */
export interface Grid {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

const MOST_DIMENSIONS = 3;

/** Lists within lists, all of one length at each depth; or inside a sentence why they are no grid. */
export function gridOf(value: unknown): Grid | string {
  const shape: number[] = [];
  for (let inner = value; Array.isArray(inner); inner = inner[0] as unknown) {
    if (shape.length === MOST_DIMENSIONS) return `it has more than ${MOST_DIMENSIONS} dimensions`;
    shape.push(inner.length);
  }
  let level: readonly unknown[] = [value];
  for (const length of shape) {
    const next: unknown[] = [];
    for (const part of level) {
      if (!Array.isArray(part) || part.length !== length) return "its rows are not all of one length";
      for (const item of part) next.push(item as unknown);
    }
    level = next;
  }
  const values = new Float64Array(level.length);
  for (const [index, item] of level.entries()) {
    if (typeof item === "number") values[index] = item;
    else if (item === null) values[index] = Number.NaN;
    else return "it has something other than numbers";
  }
  return { shape, values };
}
