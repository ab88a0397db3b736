import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "../../src/inventory/number.ts";
import { Measured } from "../../src/measurement/measured.ts";
import { keyOf } from "../../src/measurement/need.ts";
import type { MetricResult } from "../../src/measurement/result.ts";
import { type Settlement, settle, tolerance } from "../../src/measurement/settle.ts";
import { bindingOf, folder } from "../support/dossier.ts";

const TABLE = { "t.csv": "y_true,y_pred,y_score,sex\n1,1,0.9,f\n0,0,0.2,m\n" };
const REGRESSION = { id: "m", task: "regression" };

/** A claim as its author wrote it, settled against a result that is given and not computed. */
async function settledAs(claim: object, result: MetricResult, model?: object): Promise<Settlement> {
  const metrics = [{ name: "accuracy", split: "test", ...claim }];
  const evidence = [{ kind: "predictions", path: "t.csv", split: "test" }];
  const binding = await bindingOf(folder({ metrics, evidence, ...(model && { model }) }, TABLE));
  if (binding.kind !== "bound") throw new Error(binding.says);
  return settle(binding, new Measured(new Map([[keyOf(binding.need), result]])));
}

const ONE = "1 is read as 1.0; if 1 % was meant, write the percent sign";

const valued = (value: number, n = 1000): MetricResult => ({ kind: "value", value, n, interval: null });

describe("a reported number against the measured one", () => {
  it.each<[string, number, Settlement["status"], string?]>([
    ["0.87", 0.8712, "reproduced"],
    ["0.8712", 0.8712, "reproduced"],
    ["0.8712", 0.87125, "reproduced"],
    ["0.8712", 0.8714, "differs"],
    // A tie is half a unit from both of its neighbours.
    ["0.75", 0.745, "reproduced"],
    ["0.74", 0.745, "reproduced"],
    ["0.745", 0.7455, "reproduced"],
    ["0.746", 0.7455, "reproduced"],
    ["0.870", 0.8712, "differs"],
    ["0.9", 0.85, "reproduced"],
    ["0.9", 0.949, "reproduced"],
    ["0.9", 0.96, "reproduced", "cut off, not rounded, at 1 decimal"],
    ["0.87", 0.8799, "reproduced", "cut off, not rounded, at 2 decimals"],
    ["0.87", 0.88, "differs"],
    // 100 × 0.57 and 100 × 0.29 fall just short of whole numbers in binary.
    ["0.56", 0.57, "differs"],
    ["0.28", 0.29, "differs"],
    ["0.57", 0.57, "reproduced"],
    ["0.58", 0.57, "differs"],
    ["87.1%", 0.8712, "reproduced"],
    ["87.1 %", 0.8716, "reproduced", "cut off, not rounded, at 3 decimals"],
    ["58.1%", 0.58199, "reproduced", "cut off, not rounded, at 3 decimals"],
    ["87%", 0.8712, "reproduced"],
    ["87.1%", 0.8722, "differs"],
    ["87.1", 0.8712, "reproduced", "above 1, so read as percent"],
    ["1%", 0.0104, "reproduced"],
    ["1%", 1, "differs"],
    ["1", 1, "reproduced", ONE],
    ["1.0", 0.96, "reproduced", ONE],
    ["1.00", 0.99, "differs", ONE],
    ["1", 0.01, "differs", ONE],
    ["1e-3", 0.00105, "reproduced"],
    ["1e-3", 0.0025, "differs"],
    ["2.5e-3", 0.00254, "reproduced"],
    ["0", 0.4, "reproduced"],
    ["0.00", 0.0049, "reproduced"],
    ["0.00", 0.01, "differs"],
  ])("%s of %f: %s %s", async (value, measured, status, note) => {
    const settled = await settledAs({ value }, valued(measured));
    expect(settled.status).toBe(status);
    if (settled.status === "unsupported") throw new Error(settled.says);
    expect(settled.notes).toEqual(note === undefined ? [] : [note]);
  });

  it.each<[string, number, Settlement["status"]]>([
    ["-0.05", -0.0512, "reproduced"],
    ["-0.05", -0.0599, "reproduced"],
    ["-0.05", 0.05, "differs"],
    ["-0.05", -0.0602, "differs"],
    ["-0.06", -0.0512, "differs"],
    ["85.2", 0.852, "differs"],
    ["-1.3", -1.34, "reproduced"],
  ])("of a metric without a lower bound, %s of %f: %s", async (value, measured, status) => {
    expect((await settledAs({ name: "r2", value }, valued(measured), REGRESSION)).status).toBe(status);
  });

  it.each<[string, string, number, Settlement["status"]]>([
    ["mean_absolute_error", "1,234.5", 1234.54, "reproduced"],
    ["mean_absolute_error", "250", 250.4, "reproduced"],
    ["mean_absolute_error", "1.2e4", 12499, "reproduced"],
    ["mean_absolute_error", "1.2e4", 11501, "reproduced"],
    ["mean_absolute_error", "1.2e4", 11499, "differs"],
    ["mean_absolute_error", "1.200e4", 12011, "differs"],
    ["mean_absolute_error", "0e9", 12011, "differs"],
    ["mean_absolute_error", "250", 249.4, "differs"],
    ["mean_squared_error", "123456789012.3", 123456789050, "reproduced"],
    ["mean_squared_error", "123456789012.3", 123456789200, "differs"],
  ])("%s of %s against %f: %s", async (name, value, measured, status) => {
    expect((await settledAs({ name, value }, valued(measured), REGRESSION)).status).toBe(status);
  });

  it("differs when the card counts other rows, and says that the numbers agree", async () => {
    const claim = { value: "0.87", n: 1200 };
    expect(await settledAs(claim, valued(0.8712))).toMatchObject({ status: "differs", agrees: true });
    expect(await settledAs(claim, valued(0.8712, 1200))).toMatchObject({
      status: "reproduced",
      agrees: true,
    });
    expect(await settledAs(claim, valued(0.5, 1200))).toMatchObject({ status: "differs", agrees: false });
  });
});

describe("rounding", () => {
  // Scaled integers, so that what is rounded is known without floating point.
  const written = (units: number, decimals: number) => (units / 10 ** decimals).toFixed(decimals);
  const decimals = fc.integer({ min: 1, max: 8 });

  it("to any number of decimals is reproduced, as a fraction and as percent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), decimals, async (value, digits) => {
        const fraction = value.toFixed(digits);
        expect((await settledAs({ value: fraction }, valued(value))).status).toBe("reproduced");
        const percent = `${(value * 100).toFixed(digits)}%`;
        expect((await settledAs({ value: percent }, valued(value))).status).toBe("reproduced");
      }),
      { numRuns: 50 },
    );
  });

  it("cut off instead is reproduced; a whole unit away differs, upwards and downwards", async () => {
    const offset = fc.constantFrom(0, 0.1, 0.3, 0.49, 0.51, 0.7, 0.9);
    await fc.assert(
      fc.asyncProperty(decimals, fc.nat(), offset, async (digits, seed, over) => {
        const unit = 10 ** -digits;
        const units = 2 + (seed % (10 ** digits - 4));
        const value = valued((units + over) * unit);
        expect((await settledAs({ value: written(units, digits) }, value)).status).toBe("reproduced");
        expect((await settledAs({ value: written(units - 1, digits) }, value)).status).toBe("differs");
        expect((await settledAs({ value: written(units + 2, digits) }, value)).status).toBe("differs");
      }),
      { numRuns: 50, examples: [[8, 260927107, 0]] },
    );
  });

  it("leaves half a unit of the last digit, and never less than 1e-9 of the number", () => {
    expect(tolerance(0.87, 2)).toBeCloseTo(0.005, 10);
    expect(tolerance(123, 0)).toBeCloseTo(0.5, 6);
    expect(tolerance(1e6, 12)).toBe(1e-3);
    expect(readNumber("1e-3")?.decimals).toBe(3);
  });
});

describe("what cannot be settled", () => {
  it.each<[string, object, MetricResult, string, string]>([
    ["unmeasured", {}, { kind: "cannot-tell", says: "no label", fix: "add it" }, "no label", "add it"],
    [
      "undefined",
      {},
      { kind: "undefined", reason: "no positive row", n: 9 },
      "accuracy is undefined on 9 rows: no positive row",
      "take the claim out",
    ],
    [
      "without rows",
      {},
      { kind: "undefined", reason: "there are no rows", n: 0 },
      "0 rows",
      "write the rows to the evidence",
    ],
    [
      "of a slice of four",
      { slice: { sex: "f" } },
      valued(0.75, 4),
      "fewer than 5 rows",
      "evaluate on more rows",
    ],
    [
      "undefined in a slice of four",
      { slice: { sex: "f" } },
      { kind: "undefined", reason: "no positive row", n: 4 },
      "fewer than 5 rows",
      "more rows",
    ],
    [
      "of a slice that nobody is in",
      { slice: { sex: "x" } },
      { kind: "undefined", reason: "there are no rows", n: 0 },
      "no row has sex=x",
      "correct the claim's `slice`",
    ],
  ])("%s is unsupported", async (_, claim, result, says, fix) => {
    const settled = await settledAs({ value: "0.75", ...claim }, result);
    if (settled.status !== "unsupported") throw new Error(settled.status);
    expect(settled.says).toContain(says);
    expect(settled.fix).toContain(fix);
  });

  it("a slice of five is settled, and so is a whole table of four", async () => {
    const small = await settledAs({ value: "0.75", slice: { sex: "f" } }, valued(0.75, 5));
    expect(small.status).toBe("reproduced");
    expect((await settledAs({ value: "0.75" }, valued(0.75, 4))).status).toBe("reproduced");
  });

  it("an unbound claim keeps its reason", async () => {
    const binding = await bindingOf(folder({ metrics: [{ name: "accuracy", value: "0.9" }] }));
    expect(settle(binding, new Measured(new Map()))).toMatchObject({
      status: "unsupported",
      says: "no predictions back this number",
      result: null,
    });
  });
});
