import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Measured, UnplannedNeed } from "../../src/measurement/measured.ts";
import { keyOf, type MetricNeed, type Need } from "../../src/measurement/need.ts";
import { metricsIn, planOf } from "../../src/measurement/plan.ts";

const RECALL: MetricNeed = {
  kind: "metric",
  table: "t",
  metric: "recall",
  parameters: { average: "macro", class: "a" },
  decision: { threshold: 0.35 },
  weighted: false,
  slice: { sex: "f", age: "old" },
  confidence: 0.95,
};

const OTHERS: readonly Need[] = [
  { ...RECALL, table: "u" },
  { ...RECALL, metric: "precision" },
  { ...RECALL, parameters: { average: "macro" } },
  { ...RECALL, decision: { threshold: 0.5 } },
  { ...RECALL, decision: "column" },
  { ...RECALL, decision: null },
  { ...RECALL, weighted: true },
  { ...RECALL, slice: {} },
  { ...RECALL, slice: { sex: "f" } },
  { ...RECALL, slice: { "sex=f,age": "old" } },
  { ...RECALL, confidence: 0.9 },
  { kind: "rows", table: "t" },
  { kind: "rows", table: "u" },
  { kind: "groups", table: "t", column: "sex" },
  { kind: "groups", table: "t", column: "age" },
  { kind: "overlap", left: "t", right: "u" },
  { kind: "overlap", left: "u", right: "t" },
  { kind: "digest", path: "t" },
];

describe("keyOf", () => {
  it("does not depend on the order in which a need was built", () => {
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "__proto__", "constructor", "1"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat()), (columns, order) => {
        const entries = columns.map((column): [string, string] => [column, `of ${column}`]);
        const mixed = entries
          .map((entry) => ({ entry, at: order.next().value }))
          .sort((left, right) => left.at - right.at)
          .map(({ entry }) => entry);
        const slices = [Object.fromEntries(entries), Object.fromEntries(mixed)];
        const [one, other] = slices.map((slice) => keyOf({ ...RECALL, slice }));
        expect(one).toBe(other);
      }),
    );
    const { slice, kind, ...rest } = RECALL;
    expect(
      keyOf({ slice: { age: "old", sex: "f" }, ...rest, parameters: { class: "a", average: "macro" }, kind }),
    ).toBe(keyOf({ ...rest, kind, slice }));
  });

  it("tells all needs apart", () => {
    expect(new Set([RECALL, ...OTHERS].map(keyOf)).size).toBe(OTHERS.length + 1);
  });
});

describe("planOf", () => {
  it("holds each need once, by table", () => {
    const plan = planOf([RECALL, ...OTHERS, { ...RECALL, slice: { age: "old", sex: "f" } }, ...OTHERS]);
    expect([...plan.tables.keys()].sort()).toEqual(["t", "u"]);
    expect(plan.tables.get("t")).toMatchObject({ rows: { table: "t" }, ids: true });
    expect(plan.tables.get("t")?.groups.map(({ column }) => column)).toEqual(["sex", "age"]);
    expect(metricsIn(plan)).toHaveLength(12);
    expect(plan.overlaps).toHaveLength(2);
    expect(plan.digests).toEqual([{ kind: "digest", path: "t" }]);
  });

  it("reads no ids and no table for nothing", () => {
    expect(planOf([{ kind: "digest", path: "t" }]).tables.size).toBe(0);
    expect(planOf([RECALL]).tables.get("t")).toMatchObject({ ids: false, rows: null });
  });
});

describe("Measured", () => {
  it("gives what was planned", () => {
    const result = { kind: "digest", sha256: "0", bytes: 1 } as const;
    const need: Need = { kind: "digest", path: "t" };
    expect(new Measured(new Map([[keyOf(need), result]])).of({ path: "t", kind: "digest" })).toBe(result);
  });

  it("refuses what was not, naming it", () => {
    const asked = () => new Measured(new Map()).of(RECALL);
    expect(asked).toThrow(UnplannedNeed);
    expect(asked).toThrow(/not planned: .*"recall"/);
  });
});
