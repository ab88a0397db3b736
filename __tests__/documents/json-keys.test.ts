import fc from "fast-check";
import { expect, test } from "vitest";
import { keyTwice } from "../../src/documents/json-keys.ts";

test.each([
  ['{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": "{\\"a\\": 1, \\"a\\": 2}"}]}', null],
  ['{"a": 1, "a": 2}', { key: "a", first: 1, again: 9 }],
  ['[{"x": {"b": [1, {}], "b": 0}}]', { key: "b", first: 8, again: 22 }],
  ['{"a": ["a", "a"], "b": "a"}', null],
  ['{"a": 1, "\\u0061": 2}', { key: "a", first: 1, again: 9 }],
  ['{"\\"": 1, "\\\\": 2, "": 3, "__proto__": 4}', null],
  ['{"__proto__": 1, "__proto__": 1}', { key: "__proto__", first: 1, again: 17 }],
  ["[]", null],
  ['"a"', null],
])("%s", (text, found) => {
  expect(keyTwice(text)).toEqual(found);
});

test("no value that JSON.stringify writes has a key twice", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => keyTwice(JSON.stringify(value)) === null));
});

test("a key that is written again is found wherever it stands", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.string(), (one, other, key) => {
      const name = JSON.stringify(key);
      const text = `[{${name}:${JSON.stringify(one)},${name}:${JSON.stringify(other)}}]`;
      expect(keyTwice(text)).toMatchObject({ key, first: 2 });
    }),
  );
});
