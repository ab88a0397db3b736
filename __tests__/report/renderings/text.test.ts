import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { renderText } from "../../../src/report/renderings/text.ts";
import { withLines } from "../../../src/rules/paste.ts";
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

  it("names the tools whose files were read, with the newest day of each", () => {
    const [file] = sampleModels.hold.evidence;
    const by = (tool: string | null, producedAt: string | null) => ({ ...file!, tool, producedAt });
    const evidence = [
      by("garak", "2026-10-30T08:00:00Z"),
      by(null, null),
      by("garak", "2026-11-02T08:00:00Z"),
      by("jupyter", null),
    ];
    expect(plain(reportOn({ ...sampleModels.hold, evidence }))).toContain(
      "shown by garak 2026-11-02, jupyter\n",
    );
    expect(plain(reportOn(sampleModels.hold))).not.toContain("shown by");
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
    expect(text).toContain("Next  To lift the hold, mend the 60 findings marked ✗ above.");
  });

  it("shows the lines of a fix under it, with their indentation, and wraps none of them", () => {
    const fix = withLines("add to card.yaml", "yaml", [
      "use:",
      `  users: ${"a b ".repeat(30)}`,
      "",
      "  fallback: …",
    ]);
    const text = plain(
      reportOn({ ...sampleModels.hold, findings: [finding({ rule: "a/b", about: "x", fix })] }),
    );
    expect(text).toContain(
      `    fix  add to card.yaml:\n           use:\n             users: ${"a b ".repeat(30).trim()}\n\n             fallback: …\n`,
    );
  });

  it("says a rule, its why and a fix that several findings share once", () => {
    const make = (line: number) =>
      finding({
        rule: "a/b",
        about: String(line),
        says: `Row ${line} is wrong.`,
        fix: "Mend the rows.",
        at: { path: "rows.csv", line, column: 1, pointer: "" },
        owner: "Pumps",
        due: "2026-12-23",
      });
    const text = plain(reportOn({ ...sampleModels.hold, findings: [make(2), make(4), make(7), make(7)] }));
    expect(text).toContain(
      [
        "  owner Pumps · medium due 2026-12-23",
        "",
        "  ! medium    a/b",
        "    rows.csv:2:1",
        "    Row 2 is wrong.",
        "    rows.csv:4:1",
        "    Row 4 is wrong.",
        "    rows.csv:7:1",
        "    Row 7 is wrong. (2 findings)",
        "    why  A number that nobody can reproduce is an opinion.",
        "    fix  Mend the rows.",
        "",
        "  claim ",
      ].join("\n"),
    );
  });

  it("tells a condition with the finding that it stands for, and no second time", () => {
    const open = finding({ rule: "a/b", about: "x", says: "It is open.", fix: "Close it." });
    const condition = {
      id: open.id,
      text: "It is open.: Close it.",
      owner: null,
      due: null,
      blocks: "deploy" as const,
    };
    const text = plain(reportOn({ ...sampleModels.conditions, conditions: [condition], findings: [open] }));
    expect(text.match(/Close it\./g)).toHaveLength(1);
    expect(text).toContain("condition, before deploy");
    expect(text).toContain("Agree to the condition above, or fix what it stands for.");
  });

  it("asks each question once, and says of which models", () => {
    const [a, b] = ["Is it safe?", "Is it fair?"];
    const models = [
      { ...sampleModels.hold, questions: [a, b] },
      { ...sampleModels.conditions, questions: [a] },
    ];
    const text = plain(sampleReport({ models }));
    expect(text).toContain(`Ask\n  - ${a}\n  - ${b}\n    of credit-default\n`);
    expect(text.match(/Ask\n/g)).toHaveLength(1);
  });

  it("lists what to mend by model when there are several", () => {
    const second = { ...sampleModels.hold, id: "a-model-with-a-name-that-is-longer-than-the-column" };
    const text = plain({ ...sampleReport(), models: [sampleModels.hold, second] }, 120);
    const rules =
      "performance/claims-reproduce, data/splits-disjoint, tiering/not-understated, and 1 more rule";
    expect(text.slice(text.indexOf("Next"))).toBe(
      [
        "Next  To lift the hold, mend the 10 findings marked ✗ above:",
        `  credit-default  5  ${rules}`,
        `  ${second.id}`,
        `                  5  ${rules}`,
        "",
      ].join("\n"),
    );
  });

  it("says once why claims one after the other could not be recomputed", () => {
    const unsupported = claim({
      raw: "0.9",
      recomputed: null,
      undefined: "no predictions",
      status: "unsupported",
    });
    const claims = [unsupported, unsupported, { ...unsupported, undefined: "no task" }];
    const text = plain(reportOn({ ...sampleModels.hold, claims }), 120);
    expect(text.match(/no predictions/g)).toHaveLength(1);
    expect(text).toMatch(/unsupported\n.*unsupported\n {4}no predictions\n.*unsupported\n {4}no task\n/);
  });

  it.each([40, 50, 60, 70, 80, 100, 120])("breaks no number and no interval at width %i", (width) => {
    const numbers = claim({
      metric: "mean_absolute_error",
      raw: "123456.78",
      recomputed: 123456.7812,
      interval: { low: 123400.1234, high: 123500.5678 },
      n: 1_234_567,
    });
    const text = plain(
      reportOn({ ...sampleModels.hold, claims: [numbers, { ...numbers, slice: { sex: "female" } }] }),
      width,
    );
    for (const whole of [
      /\b123456\.78\b/g,
      /\b123456\.7812\b/g,
      /\[123400\.123, 123500\.568\]/g,
      /\b1,234,567\b/g,
    ]) {
      expect(text.match(whole)).toHaveLength(2);
    }
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
    expect(text).toContain("… --format json has what is wrong at the last 30 places.");
  });

  it("says what it cuts", () => {
    const findings = Array.from({ length: 33 }, (_, index) => finding({ rule: "a/b", about: String(index) }));
    const claims = Array.from({ length: 27 }, () => claim({ raw: "0.87" }));
    const text = plain(reportOn({ ...sampleModels.conditions, findings, claims }));
    expect(text).toContain("… --format json has 3 more findings that do not hold it.");
    expect(text).toContain("… 15 more, all reproduced");
  });

  it.each([
    ["hold", sampleModels.hold, "Next To lift the hold, mend the 5 findings marked ✗ above."],
    [
      "approve-with-conditions",
      sampleModels.conditions,
      "Agree to the 2 conditions above, the first due 2025-05-30",
    ],
    ["approve", sampleModels.approve, "an accountable person decides"],
    ["null", { ...sampleModels.untouched }, "No model was touched since"],
  ])("ends %s with what to do next", (_, model, expected) => {
    expect(plain(reportOn(model)).replaceAll(/\s+/g, " ")).toContain(expected);
  });

  it("tells a hold for what could not be looked at", () => {
    const text = plain(blindReport());
    expect(text).toContain("✗ models/x could not be read.");
    expect(text).toContain("Next  To lift the hold, mend the finding marked ✗ above.\n");
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
