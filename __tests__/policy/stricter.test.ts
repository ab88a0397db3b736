import { expect, it } from "vitest";
import { strictest } from "../../src/policy/stricter.ts";
import type { Direction } from "../../src/rules/direction.ts";

const direction: Direction = { by: ["role"], of: { people: "higher", among: "nearest" } };
const ours = { role: "validator", people: 1, among: ["Ann Lee"] };

it.each([
  [
    "the nearer file's names stay beside the other's number",
    [ours],
    [{ role: "validator", people: 2, among: ["Tom Fox"] }],
    [{ ...ours, people: 2 }],
  ],
  [
    "names that only the other file gives hold",
    [{ role: "validator", people: 2 }],
    [ours],
    [{ ...ours, people: 2 }],
  ],
  ["roles are joined", [ours], [{ role: "business", people: 1 }], [ours, { role: "business", people: 1 }]],
])("of approvals required by two files, %s", (_, own, extended, expected) => {
  const says = [own, extended].map((value, by) => ({ value, by }));
  expect(strictest(direction, says).value).toEqual(expected);
});
