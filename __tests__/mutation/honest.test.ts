import { describe, expect, it } from "vitest";
import type { ToolOutput } from "../../src/evidence/output/output.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { flawsOf, whyHonest } from "../../tools/mutation/honest.ts";
import type { Mutation } from "../../tools/mutation/mutate.ts";
import { aggregate, shortfall, shown } from "../support/shown.ts";

const TEXT = '{"status": "cancelled",\n"passes": 40,\n"rows": [\n"ok",\n"ok"\n],\n"seed": 7}\n';
const bytes = new TextEncoder().encode(TEXT);
const state = (said: Partial<ToolOutput>): OutputState => shown(said).output;
const at = (line: number, pointer: string) => ({ path: "x", line, column: 1, pointer });
const passes = (stated: number, recomputed: number | null) => ({
  ...aggregate("passes", stated, recomputed),
  at: at(2, "/passes"),
});
const cancelled = { ...shortfall("cancelled", 'its status is "cancelled"'), at: at(1, "/status") };

/** A change of the first such text in the file. */
function changed(text: string, how: Mutation["how"] = "flip"): Mutation {
  const start = TEXT.indexOf(text);
  const end = how === "truncate" ? bytes.length : start + text.length;
  return { how, bytes, touched: { start, end } };
}

function reason(before: Partial<ToolOutput>, mutation: Mutation, now: Partial<ToolOutput>, endless = false) {
  const original = { path: "x", bytes, state: state(before), endless };
  const [flaw, ...others] = flawsOf(original.state);
  expect(others).toEqual([]);
  return whyHonest(flaw!, original, mutation, state(now));
}

describe("a finding that is gone", () => {
  it.each([
    ["the row that makes the sum right was changed", changed('"ok"'), passes(40, 40), "its numbers moved"],
    ["the sum was set right", changed("40"), passes(2, 2), "its numbers moved"],
    ["the sum was taken away", changed('"passes"'), null, "the flaw itself was touched"],
    ["the sum is no longer looked at, and nobody touched it", changed('"seed"'), null, null],
    ["the file was cut off, and its end is not missed", changed('"rows"', "truncate"), null, null],
  ] as const)("%s", (_, mutation, now, expected) => {
    expect(reason({ aggregates: [passes(40, 2)] }, mutation, { aggregates: now ? [now] : [] })).toBe(
      expected,
    );
  });

  it.each([
    ["the status was changed", changed("ancel"), "the flaw itself was touched"],
    ["something else was", changed("seed"), null],
  ] as const)("%s", (_, mutation, expected) => {
    expect(reason({ incomplete: [cancelled] }, mutation, {})).toBe(expected);
  });

  it("may be cut off with the rest of a file that has no end", () => {
    const before = { aggregates: [{ ...passes(40, 2), at: at(4, "/rows") }] };
    expect(reason(before, changed('"rows"', "truncate"), {}, true)).toBe("the rest is a whole file");
    expect(reason(before, changed('"seed"', "truncate"), {}, true)).toBe(null);
  });

  it("is no excuse by a line of another file", () => {
    const elsewhere = { ...passes(40, 2), at: { ...at(2, "/passes"), path: "y" } };
    expect(reason({ aggregates: [elsewhere] }, changed(","), {})).toBe(null);
    expect(reason({ aggregates: [elsewhere] }, changed("passes", "truncate"), {}, true)).toBe(null);
  });

  it("may have been that rows are not there", () => {
    expect(flawsOf(state({ aggregates: [passes(40, null)] }))).toHaveLength(1);
    expect(flawsOf(state({ aggregates: [passes(40, 40)] }))).toEqual([]);
  });
});
