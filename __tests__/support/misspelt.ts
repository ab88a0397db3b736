/** Where keys are free, by the pointer. */
export interface Free {
  /** Maps whose keys are names that someone gives; what is below them is held to the schema all the same. */
  readonly names: RegExp;
  /** What may hold anything. */
  readonly values: RegExp;
  /** Parts of what is only checked as a whole. */
  readonly parts?: RegExp;
}

export interface Misspelling {
  readonly path: string;
  readonly wrong: unknown;
}

/** The value once for each of its keys, with that one misspelt. */
export function misspelt(value: unknown, free: Free, path = ""): readonly Misspelling[] {
  if (free.values.test(path)) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      misspelt(item, free, `${path}/${index}`).map((one) => ({
        ...one,
        wrong: value.with(index, one.wrong),
      })),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  if (free.parts?.test(path)) return [];
  const entries: readonly [string, unknown][] = Object.entries(value);
  return entries.flatMap(([key, inner]) => {
    const replaced = (name: string, by: unknown) =>
      Object.fromEntries(entries.map(([known, old]) => (known === key ? [name, by] : [known, old])));
    const deeper = misspelt(inner, free, `${path}/${key}`).map((one) => ({
      ...one,
      wrong: replaced(key, one.wrong),
    }));
    if (free.names.test(path) || key.startsWith("x-")) return deeper;
    return [{ path: `${path}/${key}`, wrong: replaced(`${key}z`, inner) }, ...deeper];
  });
}
