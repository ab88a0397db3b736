import { describe, expect, it } from "vitest";
import { formatValue } from "../../../src/report/renderings/quantity.ts";
import { claimWords, findingWords, holdingWords, scopeWords } from "../../../src/report/renderings/words.ts";
import type { SummaryReport } from "../../../src/report/report.ts";
import { sampleReport } from "../../support/sample-report.ts";

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const summary = (overrides: Partial<SummaryReport>): SummaryReport => ({
  ...sampleReport().summary,
  ...{ models: 0, inScope: 0, approve: 0, approveWithConditions: 0, hold: 0, findings: NONE, cannotTell: 0 },
  ...overrides,
});

describe("sentences with a number in them", () => {
  it.each([
    [0, 0, "no findings"],
    [0, 1, "1 finding"],
    [0, 2, "2 findings"],
    [1, 1, "1 finding, which holds it"],
    [1, 2, "2 findings, 1 of which holds it"],
    [2, 2, "2 findings, both of which hold it"],
    [2, 3, "3 findings, 2 of which hold it"],
    [3, 3, "3 findings, all of which hold it"],
    [1200, 3400, "3,400 findings, 1,200 of which hold it"],
  ])("%i of %i findings hold", (holding, total, words) => {
    expect(holdingWords(holding, total)).toBe(words);
  });

  it.each([
    [0, 0, "no claims"],
    [0, 1, "1 claim, not reproduced"],
    [1, 1, "1 claim reproduced"],
    [0, 2, "none of 2 claims reproduced"],
    [1, 2, "1 of 2 claims reproduced"],
    [2, 2, "2 of 2 claims reproduced"],
    [1200, 1201, "1,200 of 1,201 claims reproduced"],
  ])("%i of %i claims", (reproduced, total, words) => {
    expect(claimWords({ reproduced, total })).toBe(words);
  });

  it.each([
    [{}, 0, "no findings"],
    [{ high: 1 }, 0, "1 finding (high)"],
    [{ high: 1 }, 1, "1 finding (high), which cannot tell"],
    [{ high: 2 }, 0, "2 findings (all high)"],
    [{ high: 2 }, 2, "2 findings (all high), all of them cannot tell"],
    [{ high: 1, low: 1 }, 1, "2 findings (1 high, 1 low), 1 of them cannot tell"],
  ])("findings %j, of which %i cannot tell", (findings, cannotTell, words) => {
    expect(findingWords(summary({ findings: { ...NONE, ...findings }, cannotTell }))).toBe(words);
  });

  it.each([
    [{}, "0 models judged"],
    [{ models: 1, inScope: 1, hold: 1 }, "1 model judged"],
    [{ models: 4, inScope: 0 }, "0 of 4 models judged"],
    [{ models: 4, inScope: 1, hold: 1 }, "1 of 4 models judged"],
    [{ models: 2, inScope: 2, hold: 2 }, "2 models judged: 2 on hold"],
    [
      { models: 3, inScope: 3, hold: 1, approveWithConditions: 1, approve: 1 },
      "3 models judged: 1 on hold, 1 to approve with conditions, 1 to approve",
    ],
  ])("models %j", (counts, words) => {
    expect(scopeWords(summary(counts))).toBe(words);
  });
});

it.each([
  [89, 0, "89"],
  [0, 0, "0"],
  [1, 2, "1.0000"],
  [88.5, 0, "88.5000"],
  [0.871243, 4, "0.871243"],
])("%d beside a number of %i decimals is %s", (value, decimals, shown) => {
  expect(formatValue(value, decimals)).toBe(shown);
});
