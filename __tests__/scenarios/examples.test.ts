import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { runCli, type Said } from "../support/scenario-run.ts";
import { reportErrors, sarifErrors } from "../support/schemas.ts";

interface Golden {
  readonly model: string;
  readonly evidence: string;
  readonly split: string;
  readonly slice: Readonly<Record<string, string>>;
  readonly metric: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly threshold: number | null;
  readonly value: number;
  readonly n: number;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FEWEST_COMPARED = 60;

let report: Report;

beforeAll(async () => {
  report = JSON.parse((await checkExamples("json")).stdout);
});

function checkExamples(format: string): Promise<Said> {
  return runCli(["check", "examples", "--as-of", "2026-11-23", "--format", format], ROOT);
}

describe("the examples", () => {
  it("have the recommendations that their page gives", () => {
    const page = readFileSync(new URL("../../examples/README.md", import.meta.url), "utf8");
    const rows = page.matchAll(/^\| \[([\w-]+)\]\(\1\/\) \|.*\| \*\*([\w-]+)\*\* \|/gm);
    const expected = [...rows].map(([, id, recommendation]) => [id, recommendation]).sort();
    expect(expected).toHaveLength(7);
    expect(report.models.map(({ id, recommendation }) => [id, recommendation]).sort()).toEqual(expected);
  });

  it("are held by the whole run, which exits with 1", async () => {
    expect(report.recommendation).toBe("hold");
    expect(await checkExamples("text")).toMatchObject({ code: 1, stderr: "" });
  });

  it("give the numbers that scikit-learn gives", () => {
    const goldens = new Map(goldenValues().map((golden) => [keyOf(golden), golden]));
    const compared = recomputed().flatMap((one) => {
      const golden = goldens.get(keyOf(one));
      return golden ? [{ one, golden }] : [];
    });
    for (const { one, golden } of compared) {
      const limit = 1e-12 * Math.max(Math.abs(golden.value), 1e-3);
      expect(Math.abs(one.value - golden.value), keyOf(one)).toBeLessThanOrEqual(limit);
      expect(one.n, keyOf(one)).toBe(golden.n);
    }
    expect(new Set(compared.map(({ golden }) => golden)).size).toBeGreaterThanOrEqual(FEWEST_COMPARED);
  });

  it("give a report and a SARIF log that are valid", async () => {
    expect(reportErrors(report)).toEqual([]);
    const log = JSON.parse((await checkExamples("sarif")).stdout);
    expect(log.runs[0].results.length).toBeGreaterThan(0);
    expect(sarifErrors(log)).toEqual([]);
  });
});

function goldenValues(): Golden[] {
  return JSON.parse(readFileSync(new URL("./goldens/examples.json", import.meta.url), "utf8")).values;
}

/** Every number of the report, claimed or not, under the names that the goldens use. */
function recomputed(): Golden[] {
  return report.models.flatMap((model) => {
    const pathOf = new Map(model.evidence.map(({ id, path }) => [id, path]));
    const claims = model.claims.map((claim) => ({ ...claim, value: claim.recomputed }));
    return [...claims, ...model.measurements].flatMap((one) => {
      const { value, n, split, metric, slice } = one;
      const evidence = pathOf.get(one.evidence ?? "");
      if (value === null || n === null || split === null || evidence === undefined) return [];
      const { threshold = null, ...params } = one.params;
      return [
        {
          model: model.id,
          evidence,
          split,
          slice,
          metric,
          params,
          threshold: threshold as number | null,
          value,
          n,
        },
      ];
    });
  });
}

function keyOf({ model, evidence, split, slice, metric, params, threshold }: Golden): string {
  return JSON.stringify([model, evidence, split, ordered(slice), metric, ordered(params), threshold]);
}

function ordered(record: object): readonly (readonly [string, string])[] {
  return Object.entries(record)
    .map(([name, value]) => [name, String(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
