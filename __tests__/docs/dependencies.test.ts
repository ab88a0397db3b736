import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { textOf } from "./pages.ts";

const installed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
const listed = [...textOf("docs/dependencies.md").matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(
  ([, cell = ""]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
);

it("docs/dependencies.md names each dependency once, and nothing else", () => {
  expect([...listed].sort()).toEqual([...installed].sort());
});
