import fc from "fast-check";
import { expect, test } from "vitest";
import { list, mapping, scalar } from "../../src/documents/build.ts";
import { atPointer, lookup } from "../../src/documents/lookup.ts";
import { startOf } from "../../src/documents/place.ts";
import { plain } from "../../src/documents/plain.ts";
import { pointerKeys, pointerTo } from "../../src/documents/pointer.ts";

const at = startOf("f");
const root = mapping(
  [
    ["use", mapping([["intended", scalar("x", at)]], at)],
    ["a/b", list([scalar(1, at)], at)],
  ],
  at,
);

test.each([
  ["use.intended", "x"],
  ["a/b.0", 1],
])("%s is there", (dotted, value) => {
  expect(lookup(root, dotted)).toMatchObject({ value });
});

test.each(["use.intende", "use.intended.more", "a/b.1", "a/b.-1", "a/b.x", "__proto__", "use.constructor"])(
  "%s is not there",
  (dotted) => {
    expect(lookup(root, dotted)).toBeNull();
  },
);

test("pointers take any key", () => {
  expect(atPointer(root, "/a~1b/0")).toMatchObject({ value: 1 });
  expect(atPointer(root, "")).toBe(root);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "/", "~", "0", "1") })), (keys) => {
      expect(pointerKeys(keys.reduce(pointerTo, ""))).toEqual(keys);
    }),
  );
});

test("of two entries with one key the first stays", () => {
  expect(
    plain(
      mapping(
        [
          ["a", scalar(1, at)],
          ["a", scalar(2, at)],
        ],
        at,
      ),
    ),
  ).toEqual(Object.assign(Object.create(null), { a: 1 }));
});
