import { describe, expect, it } from "vitest";
import { plain } from "../../../src/documents/plain.ts";
import type { Mapping, Value } from "../../../src/documents/value.ts";
import { parseYaml } from "../../../src/documents/yaml.ts";
import { asDocument, overlaid, withValueAt } from "../../../src/judgement/trial/overlay.ts";
import { CAPS } from "../../../src/workspace/caps.ts";

function value(text: string): Value {
  const { root } = parseYaml(text, "x.yaml", CAPS);
  if (root === null) throw new Error(`no YAML: ${text}`);
  return root;
}

const map = (text: string) => value(text) as Mapping;
const json = (one: Value | null) => one && JSON.parse(JSON.stringify(plain(one)));

describe("one value over another", () => {
  it.each<[string, string, string, unknown]>([
    ["merges maps", "{ a: { b: 1, c: 2 } }", "{ a: { c: 3, d: 4 } }", { a: { b: 1, c: 3, d: 4 } }],
    ["takes a key away", "{ a: { b: 1, c: 2 }, d: 3 }", "{ a: { b: ~ }, d: ~ }", { a: { c: 2 } }],
    ["takes away what is not there", "{ a: 1 }", "{ b: ~ }", { a: 1 }],
    ["replaces lists", "{ a: [1, 2] }", "{ a: [3] }", { a: [3] }],
    ["replaces a map by a text", "{ a: { b: 1 } }", "{ a: x }", { a: "x" }],
    ["replaces a text by a map", "{ a: x }", "{ a: { b: 1 } }", { a: { b: 1 } }],
    [
      "leaves a prototype's name a key",
      "{ a: 1 }",
      "{ __proto__: { b: 2 } }",
      { a: 1, ["__proto__"]: { b: 2 } },
    ],
  ])("%s", (_, base, over, expected) => {
    expect(JSON.stringify(json(overlaid(value(base), value(over))))).toBe(JSON.stringify(expected));
  });

  it("leaves both as they were", () => {
    const [base, over] = [value("{ a: { b: 1 } }"), value("{ a: { b: ~ } }")];
    overlaid(base, over);
    expect(json(base)).toEqual({ a: { b: 1 } });
  });

  it("keeps the line of each value", () => {
    const merged = overlaid(value("a: 1\nb: 2\n"), value("\n\n\nb: 3\n")) as Mapping;
    expect([...merged.entries.values()].map((entry) => entry.value.at.line)).toEqual([1, 4]);
  });
});

it("a part becomes a document with pointers of its own", () => {
  const part = map("card:\n  model: { id: x, owners: [{ name: a/b }] }\n").entries.get("card")!.value;
  const document = asDocument(part) as Mapping;
  const model = document.entries.get("model")!.value as Mapping;
  expect(document.at.pointer).toBe("");
  expect(model.entries.get("id")).toMatchObject({
    keyAt: { pointer: "/model/id" },
    value: { at: { line: 2 } },
  });
  expect(model.entries.get("owners")).toMatchObject({
    value: { items: [{ at: { pointer: "/model/owners/0" } }] },
  });
});

describe("a value at the end of some keys", () => {
  it("is put there, with maps on the way", () => {
    expect(json(withValueAt(map("{ a: 1 }"), ["b", "c"], value("2")))).toEqual({ a: 1, b: { c: 2 } });
    expect(json(withValueAt(map("{ b: { c: 1, d: 1 } }"), ["b", "c"], value("2")))).toEqual({
      b: { c: 2, d: 1 },
    });
  });

  it("is put nowhere where a text is in the way", () => {
    expect(withValueAt(map("{ a: x }"), ["a", "b"], value("2"))).toBeNull();
    expect(withValueAt(map("{ a: x }"), [], value("2"))).toBeNull();
  });
});
