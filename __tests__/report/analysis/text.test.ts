import { describe, expect, it } from "vitest";
import { analysisText } from "../../../src/report/analysis/text.ts";
import { columnsOf } from "../../../src/report/renderings/text/wrap.ts";
import { analysed, LOANS } from "../../support/analysed.ts";

const plain = { width: 100, colour: false };
const champion = { fixture: "champion.csv" };
const full = await analysed({ fixture: "challenger.parquet" }, { ...LOANS, id: "loan" }, champion);

describe("the analysis as text", () => {
  it.each([40, 60, 80, 100, 120])("stays within %i columns", (width) => {
    for (const line of analysisText(full, { ...plain, width }).split("\n")) {
      expect(columnsOf(line), line).toBeLessThanOrEqual(width);
    }
  });

  it("has every section, once", () => {
    const headings = analysisText(full, plain).match(/^(?! )[A-Z].*$/gm);
    expect(headings).toEqual([
      "Metrics",
      "Confusion matrix",
      "Calibration",
      "Curves",
      "By sex",
      "By region",
      "By sex and region",
      "Change of distribution, from the reference",
      "On the same 400 rows",
    ]);
  });

  it("says why what is undefined is", async () => {
    const text = analysisText(
      await analysed({ text: "label,score\n1,0.9\n1,2\n" }, { score: "score" }),
      plain,
    );
    expect(text).toContain("roc_auc: undefined, ");
    expect(text).toContain("brier_score: undefined, ");
    expect(text).toMatch(/Calibration\n {2}undefined, /);
    expect(text).toContain(
      "Not measured without --prediction COLUMN, or --threshold T with --score: accuracy",
    );
  });

  it("obeys no text of the file", async () => {
    const hostile = "::error::\u001b[31m\u202e##[x]";
    const lines = Array.from({ length: 12 }, (_, row) => `${row % 2},${(row * 7) % 2},"${hostile}"`);
    const source = { text: `label,p,"g${hostile}"\n${lines.join("\n")}\n` };
    const text = analysisText(await analysed(source, { prediction: "p", segments: [`g${hostile}`] }), plain);
    expect(text).toContain("<U+001B>");
    expect(text).not.toMatch(/::|##|[\u001b\u202e]/);
  });

  it("paints on a terminal alone", () => {
    expect(analysisText(full, { ...plain, colour: true })).toContain("\u001b[1mMetrics\u001b[0m");
    expect(analysisText(full, plain)).not.toContain("\u001b");
  });
});
