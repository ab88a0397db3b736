/** Items that one sentence names. */
const SHOWN = 12;

/** A value on one line, as YAML writes it. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(flow).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${key}: ${Array.isArray(item) ? `[${flow(item)}]` : flow(item)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

/** `a, b and c`. */
export function and(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The first of many, and how many more there are. */
export function several(items: readonly string[]): string {
  const left = items.length - SHOWN;
  return left > 1 ? `${items.slice(0, SHOWN).join(", ")} and ${left} more` : and(items);
}
