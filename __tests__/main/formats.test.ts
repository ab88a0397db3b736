import { describe, expect, it } from "vitest";
import { FORMATS, render } from "../../src/main/formats.ts";
import { readFormat } from "../../src/main/outputs.ts";
import { sampleReport } from "../support/sample-report.ts";

describe("readFormat", () => {
  it.each<[string, ReturnType<typeof readFormat>]>([
    ["text", { format: "text", file: null }],
    ["json=report.json", { format: "json", file: "report.json" }],
    ["sarif=a=b.sarif", { format: "sarif", file: "a=b.sarif" }],
    ["markdown= ", { format: "markdown", file: " " }],
  ])("reads %s", (written, expected) => {
    expect(readFormat(written, FORMATS)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ["jsn", 'there is no format "jsn"', 'did you mean "json"?'],
    ["JSON=x", 'there is no format "JSON"', 'did you mean "json"?'],
    ["markdwon=x.md", 'there is no format "markdwon"', 'did you mean "markdown"?'],
    ["spreadsheet", 'there is no format "spreadsheet"', "use one of: text, json, sarif, markdown, github"],
    ["", 'there is no format ""', "use one of: text, json, sarif, markdown, github"],
    ["=report.json", 'there is no format ""', "use one of: text, json, sarif, markdown, github"],
    ["json=", "--format json= names no file", "write --format json=FILE"],
    ["constructor", 'there is no format "constructor"', "use one of: text, json, sarif, markdown, github"],
  ])("refuses %j", (written, message, fix) => {
    expect(() => readFormat(written, FORMATS)).toThrow(
      expect.objectContaining({ name: "UsageError", message, fix }),
    );
  });
});

describe("render", () => {
  it.each(FORMATS)("%s tells of the model on hold, and ends its last line", async (format) => {
    const text = await render(sampleReport(), format, { width: 100, colour: false });
    expect(text).toContain("credit-default");
    expect(text).toMatch(/[^\n]\n$/);
  });

  it("gives no two formats the same text", async () => {
    const texts = await Promise.all(
      FORMATS.map((format) => render(sampleReport(), format, { width: 100, colour: false })),
    );
    expect(new Set(texts).size).toBe(FORMATS.length);
  });

  it("colours text where it is asked to", async () => {
    const [plain, coloured] = await Promise.all(
      [false, true].map((colour) => render(sampleReport(), "text", { width: 100, colour })),
    );
    expect(plain).not.toContain("\u001b[");
    expect(coloured).toContain("\u001b[");
  });
});
