import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inRoot } from "../../tools/docs/root.ts";
import { ASSEMBLIES, codeOf } from "../../tools/wasm/modules.ts";

it.each(ASSEMBLIES)("$code is what $text says", async (assembly) => {
  expect(readFileSync(inRoot(assembly.code), "utf8")).toBe(await codeOf(assembly));
});
