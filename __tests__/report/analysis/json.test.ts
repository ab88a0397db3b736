import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/measurement/analysis/analysis.ts";
import { analysisJson } from "../../../src/report/analysis/json.ts";
import { analysed, LOANS } from "../../support/analysed.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../schemas/analysis.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const bootstrap = { replicates: 100, seed: "", stratify: false };
const champion = { fixture: "champion.csv" };
const ONE_CLASS = { text: "label,score,g\n1,0.9,a\n1,1.2,\n" };

const CASES: readonly (readonly [string, () => Promise<Analysis>])[] = [
  ["binary", () => analysed(champion, { ...LOANS, bootstrap, entity: "applicant" })],
  ["compared", () => analysed({ fixture: "challenger.parquet" }, { ...LOANS, id: "loan" }, champion)],
  ["not compared", () => analysed(ONE_CLASS, { score: "score", id: "score" }, champion)],
  ["of one class", () => analysed(ONE_CLASS, { score: "score", threshold: 0.5, segments: ["g"], bootstrap })],
  [
    "multiclass",
    () => analysed({ fixture: "flowers.parquet" }, { task: "multiclass", label: "kind", prediction: "said" }),
  ],
  [
    "regression",
    () =>
      analysed(
        { fixture: "harvest.parquet" },
        { task: "regression", label: "yield", prediction: "forecast", segments: ["plot"], bootstrap },
        { fixture: "harvest.parquet" },
      ),
  ],
];

describe("the analysis as JSON", () => {
  it.each(CASES)("is as its schema says: %s", async (_, made) => {
    const written: unknown = JSON.parse(analysisJson(await made()));
    expect(validate(written), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate({ ...(written as object), metrics: [{}] })).toBe(false);
  });

  it("loses nothing: no number of it is infinite or none", async () => {
    for (const [, made] of CASES) {
      const analysis = await made();
      expect(JSON.parse(analysisJson(analysis))).toEqual(analysis);
    }
  });

  it("has no more than 200 points to a curve", async () => {
    const { curves } = await CASES[0]![1]();
    for (const { points } of curves) expect(points.value?.x.length).toBeLessThanOrEqual(200);
  });
});
