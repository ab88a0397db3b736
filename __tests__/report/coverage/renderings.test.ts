import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../src/report/coverage/cover.ts";
import { coverageJson } from "../../../src/report/coverage/json.ts";
import { coverageMarkdown } from "../../../src/report/coverage/markdown.ts";
import { coverageText } from "../../../src/report/coverage/text.ts";
import type { Report } from "../../../src/report/report.ts";
import { catalogueOf } from "../../support/coverages.ts";
import { nodesOf, parse } from "../../support/github-markdown.ts";
import { HOSTILE, hostileText } from "../../support/hostile.ts";
import { hostileReport } from "../../support/hostile-report.ts";
import { sampleReport } from "../../support/sample-report.ts";

const CATALOGUE = catalogueOf({ "TST-01": ["A"], "TST-02": ["B"] });

/** Every check of the report bears on the control, and every finding is of one of them. */
function coverage(report: Report) {
  const models = report.models.map((model) => ({
    ...model,
    checks: model.checks.map((check) => ({ ...check, controls: ["TST-01"] })),
    findings: model.findings.map((finding) => ({ ...finding, rule: model.checks[0]?.rule ?? finding.rule })),
  }));
  return coverageOf({ ...report, models }, CATALOGUE, "nist-ai-rmf", []);
}

const text = (report: Report, width = 80) => coverageText(coverage(report), { width, colour: false });

describe("the text", () => {
  it.each([1, 40, 60, 80, 120, 500])("keeps to the width %i", (width) => {
    const widest = Math.min(120, Math.max(40, width));
    for (const line of text(sampleReport(), width).split("\n")) {
      if (!/^ *\S+:\d+:\d+$/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(widest);
    }
  });

  it("in colour says the same as without", () => {
    const coloured = coverageText(coverage(sampleReport()), { width: 80, colour: true });
    expect(coloured).toContain("\u001b[");
    expect(coloured.replaceAll(/\u001b\[[\d;]+m/g, "")).toBe(text(sampleReport()));
  });

  it("has the items of a model, their controls and rules, what was found, and what is not claimed", () => {
    const says = text(sampleReport()).replaceAll(/\s+/g, " ");
    expect(says).toContain("NOT MET A: about A TST-01 What TST-01 asks. (not met)");
    expect(says).toContain("NOT AUTOMATED B: about B no rule checks TST-02");
    expect(says).toContain("more; --format json lists them.");
    expect(says).toContain(
      "3 of 5 items of NIST AI RMF 1.0 have no control of ours, and nothing is claimed of them.",
    );
    expect(says).toContain("It is no verdict on the framework.");
  });

  it.each(Object.entries(HOSTILE))("shows a card's text as text: %s", (_, hostile) => {
    expect(text(hostileReport(hostile))).not.toMatch(/^\s*::|##|[^\P{Cc}\n]/mu);
  });

  it("shows any text as text", () => {
    fc.assert(
      fc.property(hostileText(["::", "##"], [...":#[\u001b\n"]), (hostile) => {
        expect(text(hostileReport(hostile))).not.toMatch(/^\s*::|##|[^\P{Cc}\n]/mu);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the Markdown", () => {
  it("is a table of the items for each model that was judged", () => {
    const page = coverageMarkdown(coverage(sampleReport()));
    expect(page).toContain("| **A** about A | not met |");
    expect(page).toContain("Not judged: the change does not touch it.");
  });

  it.each(Object.entries(HOSTILE))("renders a card's text as text: %s", (_, hostile) => {
    inert(coverageMarkdown(coverage(hostileReport(hostile))));
  });

  it("renders any text as text", () => {
    fc.assert(
      fc.property(hostileText(["](x)", "|"], [..."`*_[]()<>!#@&|\\~$:/.-+=1a\n", "<b>"]), (hostile) => {
        inert(coverageMarkdown(coverage(hostileReport(hostile))));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the JSON", () => {
  it.each(Object.entries(HOSTILE))("holds a card's text, and hides nothing in a log: %s", (_, hostile) => {
    const written = coverageJson(coverage(hostileReport(hostile)));
    expect(JSON.parse(written)).toEqual(coverage(hostileReport(hostile)));
    expect(written).not.toMatch(/##|[^\P{Cc}\n]/u);
  });
});

function inert(markdown: string): void {
  const tree = parse(markdown);
  expect(tree).toHaveNoLiveText();
  expect(markdown).not.toMatch(/^\s*::|##\[|##vso\[/m);
  const kinds = nodesOf(tree).map(({ type }) => type);
  for (const live of ["link", "image", "imageReference", "linkReference", "definition", "footnoteReference"])
    expect(kinds).not.toContain(live);
  for (const node of nodesOf(tree)) if (node.type === "html") expect(node.value).toBe("<br>");
}
