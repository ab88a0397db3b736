import { expect, it } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: readonly [string, Locked][] = Object.entries(lock.packages);
const names = new Set(packages.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + 13)));

it("package-lock.json records no download address, and a digest of every package", () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(packages.filter(([path, { integrity }]) => path !== "" && !integrity)).toEqual([]);
});

// A lock made where a package for another platform could not be had is refused by `npm ci` everywhere.
it("package-lock.json holds what every package in it asks for, for every platform", () => {
  const asked = packages.flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({ path, name })),
  );
  expect(asked.length).toBeGreaterThan(300);
  expect(asked.filter(({ name }) => !names.has(name))).toEqual([]);
});
