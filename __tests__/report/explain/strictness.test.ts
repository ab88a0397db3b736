import { expect, it } from "vitest";
import { strictnessWords } from "../../../src/report/explain/strictness.ts";
import type { Direction } from "../../../src/rules/direction.ts";

it.each<[Direction, string]>([
  ["higher", "higher"],
  ["false", "false"],
  ["joined", "more entries; lists are joined"],
  ["nearest", "neither; the policy's own value goes first"],
  [{ later: ["high", "low"] }, "the later of high, low"],
  [
    { by: ["kind", "split"], of: { rows: "higher", digest: "true" } },
    "more entries; of those alike in kind, split, higher rows, digest: true",
  ],
  [
    { by: ["role"], of: { people: "higher", among: "nearest" } },
    "more entries; of those alike in role, higher people, the policy's own among",
  ],
])("%j is said as %s", (direction, words) => {
  expect(strictnessWords(direction)).toBe(words);
});
