/** A value of CEL as text, so that libraries with values of their own can be compared. `null` is what cannot be written so. */
export type Canonical = string;

export const int = (value: unknown): Canonical => `int ${value}`;
export const uint = (value: unknown): Canonical => `uint ${value}`;
export const double = (value: number): Canonical => `double ${Object.is(value, -0) ? 0 : value}`;
export const string = (value: string): Canonical => `string ${JSON.stringify(value)}`;
export const bytes = (value: Uint8Array): Canonical => `bytes ${Buffer.from(value).toString("hex")}`;
export const list = (items: readonly Canonical[]): Canonical => `[${items.join(", ")}]`;
export const map = (entries: readonly (readonly [Canonical, Canonical])[]): Canonical =>
  `{${entries
    .map(([key, value]) => `${key}: ${value}`)
    .sort()
    .join(", ")}}`;

/** A number of a library that has one kind of number: an int, a uint and a double of that value are all right. */
export function alike(expected: Canonical, found: Canonical): boolean {
  const loose = (text: Canonical) => text.replaceAll(/\b(?:int|uint|double) /g, "number ");
  return expected === found || (found.includes("number ") && loose(expected) === found);
}
