/** A card as YAML reads it, to be changed in one place. */
export type Written = Readonly<Record<string, unknown>>;

/** The card with another value at a dotted path; undefined takes the key away. */
export function withValue(card: Written, path: string, value: unknown): Written {
  const [key = "", ...rest] = path.split(".");
  const { [key]: own, ...others } = card;
  const put = rest.length === 0 ? value : withValue((own ?? {}) as Written, rest.join("."), value);
  return put === undefined ? others : { ...others, [key]: put };
}

export function valueAt(card: Written, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (inner as Written | undefined)?.[key], card);
}
