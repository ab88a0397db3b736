import { describe, expect, test } from "vitest";
import { isoOf, isoOfMillis, isoOfSeconds } from "../../../src/evidence/readers/iso-time.ts";

describe("a tool's time", () => {
  test.each([
    ["2026-11-23T16:41:59Z", "2026-11-23T16:41:59.000Z"],
    ["2026-11-23 16:41:59.349888Z", "2026-11-23T16:41:59.349Z"],
    ["2026-11-23T16:41+01:00", "2026-11-23T15:41:00.000Z"],
    ["2026-11-23T16:41:59-0230", "2026-11-23T19:11:59.000Z"],
    ["20261123T164159.5Z", "2026-11-23T16:41:59.500Z"],
  ])("%s is %s", (written, iso) => {
    expect(isoOf(written)).toBe(iso);
  });

  test.each([
    [null],
    [""],
    ["2026-11-23"],
    ["2026-11-23T16:41:59"],
    ["2026-13-23T16:41:59Z"],
    ["20261123T164159"],
    ["yesterday"],
    ["9".repeat(1e6)],
  ])("%# is none", (written) => {
    expect(isoOf(written)).toBeNull();
  });

  test("a tool that writes UTC need not say so", () => {
    expect(isoOf("2026-11-23 16:41:59.349888", "Z")).toBe("2026-11-23T16:41:59.349Z");
    expect(isoOf("2026-11-23T16:41:59+01:00", "Z")).toBe("2026-11-23T15:41:59.000Z");
  });
});

test.each([
  [1_763_916_119.35, "2025-11-23T16:41:59.350Z"],
  [0, null],
  [-5, null],
  [Number.NaN, null],
  [1e300, null],
  [null, null],
])("%s seconds are %s", (seconds, iso) => {
  expect(isoOfSeconds(seconds)).toBe(iso);
  expect(isoOfMillis(seconds === null ? null : Math.round(seconds * 1000))).toBe(iso);
});
