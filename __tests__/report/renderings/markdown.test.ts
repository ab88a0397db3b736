import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../../src/report/renderings/markdown.ts";
import type { Report } from "../../../src/report/report.ts";
import { withLines } from "../../../src/rules/paste.ts";
import { nodesOf, parse, wordsOf } from "../../support/github-markdown.ts";
import { HOSTILE, hostileText } from "../../support/hostile.ts";
import { hostileReport } from "../../support/hostile-report.ts";
import { finding } from "../../support/sample-findings.ts";
import { blindReport, reportOn, sampleModels, sampleReport } from "../../support/sample-report.ts";

const REPOSITORY = { url: "https://github.com/acme/models", sha: "4f2c9ab1d0e34c5f8a7b6c5d4e3f2a1b0c9d8e7f" };
const COMMENT = { limit: 60_000 };
const OUR_HTML = /^(<!-- effective-challenge -->|<details><summary>[\w ,]+<\/summary>|<\/details>)$/;

function onHold(holding: number, others = 0, rules = 3): Report {
  const make = (length: number, blocking: boolean) =>
    Array.from({ length }, (_, index) =>
      finding({
        rule: `family/rule-${index % rules}`,
        about: `${blocking}${index}`,
        severity: blocking ? "critical" : "low",
        says: `${blocking ? "Holding" : "Other"} number ${index}. ${"It goes on and on. ".repeat(10)}`,
        at: { path: `models/m${index}/model-card.yaml`, line: index + 1, column: 1, pointer: "" },
        blocking,
      }),
    );
  return reportOn({ ...sampleModels.hold, findings: [...make(others, false), ...make(holding, true)] });
}

describe("renderMarkdown", () => {
  it("as a comment", async () => {
    const text = renderMarkdown(sampleReport(), { ...COMMENT, repository: REPOSITORY });
    await expect(text).toMatchFileSnapshot("../snapshots/comment.md.txt");
  });

  it("shortened to 6,000 bytes", async () => {
    await expect(renderMarkdown(sampleReport(), { limit: 6_000 })).toMatchFileSnapshot(
      "../snapshots/comment-6000.md.txt",
    );
  });

  it("starts with its marker and the recommendation", () => {
    expect(renderMarkdown(sampleReport(), COMMENT)).toMatch(/^<!-- effective-challenge -->\n\n## Hold\n/);
  });

  it("names the tool that wrote a file, and its day, where one is known", () => {
    const [file] = sampleModels.hold.evidence;
    const evidence = [file!, { ...file!, tool: "garak", producedAt: "2026-11-02T08:00:00Z" }];
    const text = renderMarkdown(reportOn({ ...sampleModels.hold, evidence }), COMMENT);
    expect(text).toContain("| Evidence | Kind | Tool | Written | Origin |");
    expect(text).toContain("| garak | 2026-11-02 | committed |");
    expect(renderMarkdown(reportOn(sampleModels.hold), COMMENT)).not.toContain("Written");
  });

  it("links places only where there is a page for them", () => {
    const linked = renderMarkdown(sampleReport(), { ...COMMENT, repository: REPOSITORY });
    expect(linked).toContain(
      `[\`models/credit-default/model-card.yaml:42\`](${REPOSITORY.url}/blob/${REPOSITORY.sha}/models/credit-default/model-card.yaml#L42)`,
    );
    for (const repository of [
      null,
      { ...REPOSITORY, url: "javascript:alert(1)" },
      { ...REPOSITORY, sha: "main)" },
    ]) {
      expect(renderMarkdown(sampleReport(), { ...COMMENT, repository })).not.toMatch(/[^\\]\]\(/);
    }
  });

  it("links no path that leads out of the commit", () => {
    const at = { path: "a/../../../../evil", line: 1, column: 1, pointer: "" };
    const report = reportOn({ ...sampleModels.hold, findings: [finding({ rule: "a/b", about: "x", at })] });
    expect(renderMarkdown(report, { ...COMMENT, repository: REPOSITORY })).not.toContain("evil#L1");
  });

  it.each([2_000, 3_000, 5_000, 8_000, 12_000, 60_000])("keeps to %i bytes, whatever it holds", (limit) => {
    for (const [holding, others] of [
      [3, 0],
      [3, 2_000],
      [60, 60],
      [3_000, 0],
    ] as const) {
      const text = renderMarkdown(onHold(holding, others, 500), { limit });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
    }
  });

  it("lists every finding that holds when each fits in a line, and says what it dropped", () => {
    const text = renderMarkdown(onHold(100, 400), { limit: 30_000 });
    for (let index = 0; index < 100; index++) expect(text).toContain(`Holding number ${index}.`);
    expect(text).not.toContain("Other number 7.");
    expect(text).toContain("400 findings not listed here: 134 `family/rule-0`, 133 `family/rule-1`");
    expect(text).toContain("Shortened to fit");
  });

  it("counts by rule when they do not even fit in a line each", () => {
    const text = renderMarkdown(onHold(900), { limit: 10_000 });
    const listed = text.match(/^- \*\*critical\*\*/gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(10);
    expect(text).toContain(
      "**900 findings hold: too many to list here.** All of them are in the JSON report",
    );
    expect(text).toContain(`${900 - listed} more not listed. By rule:`);
    expect(text).toContain("| `family/rule-2` | 300 |");
  });

  it("gives up detail in steps, never what holds", () => {
    const report = sampleReport();
    let last = Number.POSITIVE_INFINITY;
    for (let limit = 30_000; limit > 3_500; limit -= 1_000) {
      const text = renderMarkdown(report, { limit });
      expect(text.length).toBeLessThanOrEqual(last);
      last = text.length;
      expect(text.match(/Recall on test, sex=female/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
      expect(text).toContain("Whether train and test share rows cannot be told");
    }
  });

  it("names each of 1,000 findings that hold one card by its line, in 60,000 bytes", () => {
    const findings = Array.from({ length: 1_000 }, (_, index) =>
      finding({
        rule: `family/rule-${index % 7}`,
        about: String(index),
        severity: index % 2 === 0 ? "critical" : "high",
        says: `Wrong. ${"It goes on and on. ".repeat(20)}`,
        at: { path: "models/a/model-card.yaml", line: index + 1, column: 1, pointer: "" },
        blocking: true,
      }),
    );
    const text = renderMarkdown(reportOn({ ...sampleModels.hold, findings }), {
      ...COMMENT,
      repository: REPOSITORY,
    });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    const lines = text
      .split("\n")
      .flatMap((line) => /^- \*\*.*\) lines (.*)$/.exec(line)?.[1]?.split(", ") ?? []);
    expect(lines.map(Number).toSorted((a, b) => a - b)).toEqual(findings.map(({ at }) => at.line));
    expect(text).toContain("**What holds it (1000)**");
  });

  it("counts what stands on one line, when it names places alone", () => {
    const findings = Array.from({ length: 1_000 }, (_, index) =>
      finding({ rule: "a/b", about: String(index), says: `${index} ${"long ".repeat(50)}`, blocking: true }),
    );
    expect(renderMarkdown(reportOn({ ...sampleModels.hold, findings }), { limit: 10_000 })).toContain(
      "line 1 (1,000 findings)",
    );
  });

  it("keeps 1,000 conditions in 60,000 bytes, each by its line", () => {
    const findings = Array.from({ length: 1_000 }, (_, index) =>
      finding({
        rule: "a/b",
        about: String(index),
        says: "Open. ".repeat(40),
        at: { path: "models/a/model-card.yaml", line: index + 1, column: 1, pointer: "" },
      }),
    );
    const conditions = findings.map(({ id, says, fix }) => ({
      id,
      text: `${says}: ${fix}`,
      owner: null,
      due: null,
      blocks: "date" as const,
    }));
    const text = renderMarkdown(reportOn({ ...sampleModels.conditions, findings, conditions }), COMMENT);
    expect(text).toContain("**Conditions (1000)**");
    expect(text).toMatch(/lines 1, 2, 3, .*, 999, 1000\n/);
    expect(text).not.toContain("too many to list");
  });

  it("shows the lines of a fix as code of the item that they mend", () => {
    const fix = withLines("add to card.yaml", "yaml", ["use:", "  users: …", "  ````: `x` ::set"]);
    const findings = ["a", "b"].map((about) =>
      finding({ rule: "a/b", about, says: about, fix: about === "a" ? fix : `${fix} `, blocking: true }),
    );
    const tree = parse(renderMarkdown(reportOn({ ...sampleModels.hold, findings }), COMMENT));
    const inItems = nodesOf(tree).flatMap((node) => (node.type === "listItem" ? node.children : []));
    const code = inItems.filter((node) => node.type === "code");
    expect(wordsOf(tree)).toContain("a; the lines to add are below");
    expect(code).toMatchObject([{ lang: "yaml", value: "use:\n  users: …\n  ````: `x` : :set" }]);
    const [alone] = findings;
    const single = parse(
      renderMarkdown(reportOn({ ...sampleModels.hold, findings: alone ? [alone] : [] }), COMMENT),
    );
    expect(nodesOf(single).filter((node) => node.type === "code")).toHaveLength(1);
  });

  it("has one step for all that the same fix mends", () => {
    const findings = [3, 5, 8, 9].map((line) =>
      finding({
        rule: "a/b",
        about: String(line),
        fix: "Mend the rows.",
        at: { path: "rows.csv", line, column: 1, pointer: "" },
        blocking: true,
      }),
    );
    const text = renderMarkdown(reportOn({ ...sampleModels.hold, findings }), COMMENT);
    expect(text).toContain("1. Mend the rows. `rows.csv:3`, `rows.csv:5`, `rows.csv:8` and 1 more place\n");
    expect(text.match(/Mend the rows/g)).toHaveLength(2);
  });

  it("says what to do next of conditions, and of nothing to fix", () => {
    expect(renderMarkdown(reportOn(sampleModels.approve), COMMENT)).toContain("nothing to fix");
    expect(renderMarkdown(reportOn(sampleModels.conditions), COMMENT)).toContain(
      "**What to do next**: agree to the 2 conditions, or fix what they stand for.",
    );
  });

  it("tells a hold for what could not be looked at", () => {
    const text = renderMarkdown(blindReport(), COMMENT);
    expect(text).toContain("to lift the hold\n\n1. Make it readable.\n");
    expect(text).toContain("- **holds** models/x could not be read.");
    const crowded = { ...onHold(900), notices: blindReport().notices };
    expect(renderMarkdown(crowded, { limit: 4_000 })).toContain(
      "900 findings hold, and 1 thing could not be looked at",
    );
  });

  it("explains a rule once a model", () => {
    const text = renderMarkdown(reportOn(sampleModels.hold), COMMENT);
    expect(text.match(/A number that nobody can reproduce/g)).toHaveLength(1);
  });

  it.each(Object.entries(HOSTILE))("renders %s as text", (_, text) => {
    inert(renderMarkdown(hostileReport(text), { ...COMMENT, limit: 1_000_000 }));
  });

  it("renders any text as text", () => {
    fc.assert(
      fc.property(hostileText(["](x)", "|"], [..."`*_[]()<>!#@&|\\~$:/.-+=1a\n", "<b>"]), (text) => {
        inert(renderMarkdown(hostileReport(text), { ...COMMENT, repository: REPOSITORY }));
      }),
      { numRuns: 10 },
    );
  });
});

function inert(markdown: string): void {
  const tree = parse(markdown);
  expect(tree).toHaveNoLiveText();
  expect(markdown).not.toMatch(/^\s*::|##\[|##vso\[/m);
  for (const node of nodesOf(tree)) {
    if (node.type === "html") expect(node.value).toMatch(OUR_HTML);
    if (node.type === "link") expect(node.url.startsWith(`${REPOSITORY.url}/blob/`)).toBe(true);
    expect(["image", "imageReference", "linkReference", "definition", "footnoteReference"]).not.toContain(
      node.type,
    );
  }
}
