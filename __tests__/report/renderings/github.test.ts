import { describe, expect, it } from "vitest";
import { renderAnnotations, renderGithub } from "../../../src/report/renderings/github.ts";
import { withLines } from "../../../src/rules/paste.ts";
import { HOSTILE } from "../../support/hostile.ts";
import { hostileReport } from "../../support/hostile-report.ts";
import { finding } from "../../support/sample-findings.ts";
import { blindReport, reportOn, sampleModels, sampleReport } from "../../support/sample-report.ts";

const TEN = { errors: 10, warnings: 10 };
const LINE = /^::(error|warning|notice) (?:[a-z]+=[^:,\r\n]*,)*title=[^:,\r\n]*::[^\r\n]+$/;

describe("renderAnnotations", () => {
  it("of the sample", async () => {
    const { lines } = renderAnnotations(sampleReport(), TEN);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../snapshots/github.txt");
  });

  it("gives errors to what holds, warnings to what else is open, nothing to what is accepted or known", () => {
    const { lines } = renderAnnotations(reportOn(sampleModels.hold), TEN);
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith("::warning"))).toHaveLength(7);
    expect(lines.join()).not.toMatch(/slices-present|next-review/);
  });

  it("keeps the worst and says how many it withheld", () => {
    const findings = Array.from({ length: 30 }, (_, index) =>
      finding({
        rule: `a/${index}`,
        about: "x",
        severity: index < 15 ? "high" : "critical",
        blocking: index % 2 === 0,
      }),
    );
    const { lines, withheld } = renderAnnotations(reportOn({ ...sampleModels.hold, findings }), {
      errors: 4,
      warnings: 3,
    });
    expect(
      lines.map((line) =>
        line
          .match(/^::(\w+) .*title=(\w+)/)
          ?.slice(1)
          .join(" "),
      ),
    ).toEqual([
      ...Array.from({ length: 4 }, () => "error critical"),
      ...Array.from({ length: 3 }, () => "warning critical"),
      "notice effective",
    ]);
    expect(withheld).toBe(23);
    expect(lines.at(-1)).toContain("::23 annotations withheld, 11 of them among what holds");
  });

  it("puts the lines of a fix on lines of their own", () => {
    const fix = withLines("add to card.yaml", "yaml", ["use:", "  users: 5%"]);
    const findings = [finding({ rule: "a/b", about: "x", fix, blocking: true })];
    expect(renderAnnotations(reportOn({ ...sampleModels.hold, findings }), TEN).lines[0]).toMatch(
      /%0AFix: add to card\.yaml:%0Ause:%0A {2}users: 5%25$/,
    );
  });

  it("is a text of whole lines, and empty without annotations", () => {
    const { lines } = renderAnnotations(sampleReport(), TEN);
    expect(renderGithub(sampleReport(), TEN)).toBe(`${lines.join("\n")}\n`);
    expect(renderGithub(reportOn(sampleModels.approve), TEN)).toBe("");
  });

  it("makes an error of what could not be looked at", () => {
    expect(renderAnnotations(blindReport(), TEN).lines).toEqual([
      "::error title=effective-challenge::models/x could not be read.%0AFix: Make it readable.",
    ]);
  });

  it("shows what could not be read before what else is open", () => {
    const { lines } = renderAnnotations(sampleReport(), { errors: 0, warnings: 1 });
    expect(lines[0]).toMatch(/^::warning file=models\/legacy,line=1,col=1,title=effective-challenge::/);
  });

  it.each(Object.entries(HOSTILE))("is one command a line on %s", (_, text) => {
    for (const line of renderAnnotations(hostileReport(text), TEN).lines) {
      expect(line).toMatch(LINE);
      const [, head = "", message] = line.match(/^::(.*?)::(.*)$/) ?? [];
      expect(head.replace(/file=[^,]*/, "")).not.toMatch(/##|\p{Cc}/u);
      expect(message).not.toMatch(/::|##|\p{Cc}/u);
    }
  });
});
