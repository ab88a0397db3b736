import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/documents/yaml.ts";
import { leavesOf } from "../../src/policy/leaves.ts";
import { CAPS } from "../../src/workspace/caps.ts";

function leaves(text: string): Record<string, string> {
  const { root } = parseYaml(text, "policy.yaml", CAPS);
  if (root === null) throw new Error("it cannot be read");
  return Object.fromEntries([...leavesOf(root)].map(([pointer, { raw }]) => [pointer, raw]));
}

describe("leavesOf", () => {
  it.each<[string, string, Record<string, string>]>([
    ["scalars by their pointer", "{ a: 1, b: { c: x } }", { "/a": "1", "/b/c": "x" }],
    ["a list by its indices", "a: [x, [y]]", { "/a/0": "x", "/a/1/0": "y" }],
    ["numbers as they were written", "a: [0.10, 1e3, 007]", { "/a/0": "0.10", "/a/1": "1e3", "/a/2": "007" }],
    ["keys that a pointer escapes", '{ "a/b": 1, "c~d": 2 }', { "/a~1b": "1", "/c~0d": "2" }],
    ["what an alias stands for", "{ a: &x { y: 1 }, b: *x }", { "/a/y": "1", "/b/y": "1" }],
    ["lists and mappings of nothing", "{ a: [], b: {}, c: [{}] }", { "/a": "[]", "/b": "{}", "/c/0": "{}" }],
    ["a document that is one scalar", "x", { "": "x" }],
  ])("gives %s", (_, text, expected) => {
    expect(leaves(text)).toEqual(expected);
  });
});
