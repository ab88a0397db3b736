import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** An input and what the libraries say of it, as tools/oracles/golden_file.py writes them. */
export interface Case<I, A> {
  readonly input: I;
  readonly answer: A;
}

interface StoredCase {
  readonly kind: string;
  readonly input: unknown;
  readonly answer: unknown;
}

/** The stored cases of one kind; the caller names the shape that the script gives them. */
export function casesOf<I, A>(topic: string, kind: string): readonly Case<I, A>[] {
  const text = readFileSync(new URL(`goldens/${topic}.json`, import.meta.url), "utf8");
  const { cases }: { cases: readonly StoredCase[] } = JSON.parse(text);
  const found = cases.filter((one) => one.kind === kind) as unknown as readonly Case<I, A>[];
  if (found.length === 0) throw new Error(`no golden of ${topic} is a ${kind}`);
  return found;
}

export const CLOSED = 1e-12;
export const ITERATIVE = 1e-8;

/** |Δ| ≤ tolerance·max(|x|, 1e-3), with undefined (null, or a reason) only where the library is. */
export function near(found: number | string | null, expected: number | null, tolerance: number): boolean {
  if (typeof found !== "number" || expected === null) return typeof found !== "number" && expected === null;
  return Math.abs(found - expected) <= tolerance * Math.max(Math.abs(expected), 1e-3);
}

/** Every name whose number is not near the library's. */
export function expectNear(
  found: Readonly<Record<string, number | string | null>>,
  expected: Readonly<Record<string, number | null>>,
  tolerance: number,
): void {
  const wrong = Object.keys(expected).filter(
    (name) => !near(found[name] ?? null, expected[name] ?? null, tolerance),
  );
  expect(
    Object.fromEntries(wrong.map((name) => [name, { found: found[name], expected: expected[name] }])),
  ).toEqual({});
}

/** A result that must not be a reason. */
export function valued<T>(result: T | string): T {
  if (typeof result === "string") throw new Error(`undefined: ${result}`);
  return result;
}
