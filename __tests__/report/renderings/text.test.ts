import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderText } from "../../../src/report/renderings/text.ts";
import { HOSTILE, hostileText } from "../../support/hostile.ts";
import { hostileReport } from "../../support/hostile-report.ts";
import { claim } from "../../support/sample-claims.ts";
import { finding } from "../../support/sample-findings.ts";
import { blindReport, reportOn, sampleModels, sampleReport } from "../../support/sample-report.ts";

const plain = (report: Parameters<typeof renderText>[0], width = 80) =>
  renderText(report, { width, colour: false });
const SGR = /\u001b\[[\d;]+m/g;
/** A place is never broken, so that it can be opened. */
const PLACE = /^ *\S.*:\d+:\d+$/;

describe("renderText", () => {
  it.each([60, 80, 120])("at width %i", async (width) => {
    await expect(plain(sampleReport(), width)).toMatchFileSnapshot(`../snapshots/text-${width}.txt`);
  });

  it("in colour says the same as without", () => {
    const coloured = renderText(sampleReport(), { width: 80, colour: true });
    expect(coloured).toMatch(SGR);
    const words = (text: string) => text.replaceAll(SGR, "").split(/\s+/).join(" ");
    expect(words(coloured)).toBe(words(plain(sampleReport())));
  });

  it.each([1, 40, 60, 80, 100, 120, 500])("keeps to the width %i", (width) => {
    const widest = Math.min(120, Math.max(40, width));
    for (const line of plain(sampleReport(), width).split("\n")) {
      if (!PLACE.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(widest);
    }
  });

  it("is short when there is nothing to say", () => {
    expect(plain(reportOn(sampleModels.approve)).match(/\S\n/g)?.length).toBeLessThanOrEqual(11);
  });

  it("says each holding finding, its place and its fix, however many there are", () => {
    const findings = Array.from({ length: 60 }, (_, index) =>
      finding({
        rule: "a/b",
        about: String(index),
        says: `Wrong ${index}.`,
        fix: `Fix ${index}.`,
        blocking: true,
      }),
    );
    const text = plain(reportOn({ ...sampleModels.hold, findings }));
    for (const { says, fix } of findings) {
      expect(text).toContain(says);
      expect(text).toContain(fix);
    }
    expect(text).toContain("… and 55 more fixes above (✗)");
  });

  it("names what holds beyond the first hundred", () => {
    const findings = Array.from({ length: 130 }, (_, index) =>
      finding({
        rule: "a/b",
        about: String(index),
        blocking: true,
        at: { path: "card.yaml", line: index + 1, column: 1, pointer: "" },
      }),
    );
    const text = plain(reportOn({ ...sampleModels.hold, findings }));
    for (let line = 1; line <= 130; line++) expect(text).toContain(`card.yaml:${line}:1`);
    expect(text).toContain("… 30 findings named without what is wrong");
  });

  it("says what it cuts", () => {
    const findings = Array.from({ length: 33 }, (_, index) => finding({ rule: "a/b", about: String(index) }));
    const claims = Array.from({ length: 27 }, () => claim({ raw: "0.87" }));
    const text = plain(reportOn({ ...sampleModels.conditions, findings, claims }));
    expect(text).toContain("… 3 findings more that do not hold it");
    expect(text).toContain("… 7 more, all reproduced");
  });

  it.each([
    ["hold", sampleModels.hold, "Next, to lift the hold (5 fixes)"],
    [
      "approve-with-conditions",
      sampleModels.conditions,
      "Agree to the 2 conditions above, the first due 2025-05-30",
    ],
    ["approve", sampleModels.approve, "an accountable person decides"],
    ["null", { ...sampleModels.untouched }, "nothing to judge"],
  ])("ends %s with what to do next", (_, model, expected) => {
    expect(plain(reportOn(model)).replaceAll(/\s+/g, " ")).toContain(expected);
  });

  it("tells a hold for what could not be looked at", () => {
    const text = plain(blindReport());
    expect(text).toContain("✗ models/x could not be read.");
    expect(text).toContain("Next, to lift the hold (1 fix)\n  1. Make it readable.\n");
  });

  it("says that an advisory hold does not fail the run", () => {
    expect(plain({ ...sampleReport(), advisory: true })).toContain("Advisory:");
    expect(plain({ ...reportOn(sampleModels.approve), advisory: true })).not.toContain("Advisory:");
  });

  it.each(Object.entries(HOSTILE))("obeys nothing in %s", (_, text) => {
    const shown = plain(hostileReport(text));
    expect(shown).not.toMatch(/::|##|[^\P{Cc}\n]|\p{Cf}(?<!\u200D)/u);
    expect(shown.length).toBeLessThan(400_000);
  });

  it("obeys nothing, whatever the report says", () => {
    fc.assert(
      fc.property(hostileText(["::", "##"], [...":#[\u001b\n"]), (text) => {
        expect(plain(hostileReport(text))).not.toMatch(/^\s*::|##|[^\P{Cc}\n]/mu);
      }),
      { numRuns: 10 },
    );
  });
});
