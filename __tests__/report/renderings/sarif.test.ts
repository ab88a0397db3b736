import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { renderSarif } from "../../../src/report/renderings/sarif.ts";
import type { Report } from "../../../src/report/report.ts";
import { HOSTILE } from "../../support/hostile.ts";
import { hostileReport } from "../../support/hostile-report.ts";
import { reportOn, sampleModels, sampleReport } from "../../support/sample-report.ts";

const RULES = [
  {
    id: "performance/claims-reproduce",
    question: "Can every reported metric be reproduced from the predictions?",
    why: "A number that nobody can reproduce is an opinion.",
    controls: ["PER-01"],
    url: "https://effective-challenge.dev/rules/performance/claims-reproduce",
  },
  {
    id: "never/ran",
    question: "Does it run?",
    why: "It did not.",
    controls: [],
    url: "https://effective-challenge.dev/rules/never/ran",
  },
];

// One pattern of the schema is no regular expression in Unicode mode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat("uri", (text: string) => URL.canParse(text));
ajv.addFormat("uri-reference", /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-F]{2})*$/);
ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
const fixture = new URL("../fixtures/sarif-2.1.0-rtm.5.json", import.meta.url);
// It says draft-04, of which it uses nothing that draft-07 reads differently, but for the name of `$id`.
const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(fixture, "utf8"));
const validate = ajv.compile(schema);

function logOf(report: Report): Log {
  return JSON.parse(renderSarif(report, RULES));
}

function runOf(report: Report) {
  const [run] = logOf(report).runs;
  if (run === undefined) throw new Error("no run");
  return { rules: run.tool.driver.rules ?? [], results: run.results ?? [], run };
}

describe("renderSarif", () => {
  it("of the sample", async () => {
    await expect(renderSarif(sampleReport(), RULES)).toMatchFileSnapshot("../snapshots/report.sarif");
  });

  it.each<readonly [string, Report]>([
    ["the sample", sampleReport()],
    ["no model", sampleReport({ models: [], recommendation: null })],
    ...Object.entries(HOSTILE).map(([name, text]) => [`hostile ${name}`, hostileReport(text)] as const),
  ])("validates against the OASIS schema: %s", (_, report) => {
    validate(logOf(report));
    expect(validate.errors).toBeNull();
  });

  it("is refused by that schema when it is wrong", () => {
    expect(validate({ ...logOf(sampleReport()), version: "2.0.0" })).toBe(false);
  });

  it("describes the rules that ran or found, each once, and points at them", () => {
    const { rules, results } = runOf(sampleReport());
    expect(rules.map(({ id }) => id)).toEqual([...new Set(rules.map(({ id }) => id))]);
    expect(rules.map(({ id }) => id)).not.toContain("never/ran");
    for (const result of results) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    expect(rules.find(({ id }) => id === "performance/claims-reproduce")).toMatchObject({
      shortDescription: { text: RULES[0]?.question },
      fullDescription: { text: RULES[0]?.why },
      helpUri: RULES[0]?.url,
      properties: { tags: ["PER-01"] },
    });
  });

  it("lets a cannot-tell weigh as much as a finding", () => {
    const { results } = runOf(reportOn(sampleModels.hold));
    const blind = results.filter((result) => result.properties?.outcome === "cannot-tell");
    expect(blind.map(({ kind, level }) => [kind, level])).toEqual([
      ["fail", "error"],
      ["fail", "error"],
      ["fail", "warning"],
    ]);
    expect(blind[0]?.message.text).toMatch(/^Cannot tell\. /);
  });

  it("knows a finding again by its id, and suppresses what is accepted", () => {
    const { results } = runOf(reportOn(sampleModels.hold));
    const ids = results.map((result) => result.partialFingerprints?.primaryLocationLineHash);
    expect(ids.toSorted()).toEqual(sampleModels.hold.findings.map(({ id }) => id).toSorted());
    const suppressed = results.filter((result) => result.suppressions !== undefined);
    expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      [
        "fairness/slices-present",
        [{ kind: "external", status: "accepted", justification: "Accepted under exception EX-4." }],
      ],
    ]);
  });

  it("encodes paths and counts columns in UTF-16 units", () => {
    const { run, results } = runOf(sampleReport());
    expect(run.columnKind).toBe("utf16CodeUnits");
    const strange = results.find(({ ruleId }) => ruleId === "card/unknown-key");
    expect(strange?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "models/credit-default/notes%7C%60x%60%20%3Cb%3E.yaml", uriBaseId: "SRCROOT" },
      region: { startLine: 3, startColumn: 1 },
    });
  });
});
