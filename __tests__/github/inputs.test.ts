import { describe, expect, it } from "vitest";
import { readInputs } from "../../src/github/inputs.ts";
import { SetupError } from "../../src/github/setup-error.ts";
import { actionMetadata } from "../support/action-metadata.ts";

const DEFAULTS = {
  paths: ["."],
  base: null,
  model: null,
  stage: null,
  asOf: null,
  advisory: false,
  comment: true,
  commentAuthor: "github-actions[bot]",
  annotations: true,
  summary: true,
  report: null,
  sarif: null,
  token: null,
};

const reading = (given: Record<string, string>) => (name: string) => given[name] ?? "";

it("reads every input of action.yml and no other, with the defaults that it states", () => {
  const { inputs } = actionMetadata();
  const names: string[] = [];
  const read = readInputs((name) => {
    names.push(name);
    return name === "token" ? "" : (inputs[name]?.default ?? "");
  });
  expect(names.toSorted()).toEqual(Object.keys(inputs).toSorted());
  expect(read).toEqual(DEFAULTS);
});

it("takes an empty input for one that is not given", () => {
  expect(readInputs(() => "  ")).toEqual(DEFAULTS);
});

it.each([
  ["paths", "models\n\n  services/scoring \r\n", { paths: ["models", "services/scoring"] }],
  ["base", "origin/main", { base: "origin/main" }],
  ["base", "a".repeat(40), { base: "a".repeat(40) }],
  ["model", "credit-default", { model: "credit-default" }],
  ["stage", "Production", { stage: "production" }],
  ["as-of", "2028-02-29", { asOf: "2028-02-29" }],
  ["advisory", "True", { advisory: true }],
  ["comment", "FALSE", { comment: false }],
  ["comment-author", "octo-app[bot]", { commentAuthor: "octo-app[bot]" }],
  ["annotations", "false", { annotations: false }],
  ["summary", "false", { summary: false }],
  ["report", "out/report.json", { report: "out/report.json" }],
  ["sarif", "out/findings.sarif", { sarif: "out/findings.sarif" }],
  ["token", "ghs_synthetic", { token: "ghs_synthetic" }],
])("%s: %j", (name, text, expected) => {
  expect(readInputs(reading({ [name]: text }))).toEqual({ ...DEFAULTS, ...expected });
});

describe("a wrong input is named, with its value and what it may be", () => {
  it.each([
    ["stage", "prodution", "did you mean production?"],
    ["stage", "live", "one of development, staging, production, retired"],
    ["advisory", "yes", "one of true, false"],
    ["comment", "1", "one of true, false"],
    ["as-of", "2026-02-30", "a date of the calendar written YYYY-MM-DD"],
    ["as-of", "31.03.2026", "a date of the calendar written YYYY-MM-DD"],
    ["as-of", "2026-13-01", "a date of the calendar written YYYY-MM-DD"],
    ["base", "--upload-pack=evil", "a commit id, a branch or a tag"],
    ["base", "+main:main", "a commit id, a branch or a tag"],
    ["base", "main branch", "a commit id, a branch or a tag"],
    ["model", "a\u001b[31m", "one line without control characters"],
    ["model", "a\n::error::b", "one line without control characters"],
    ["report", "a\u0000b", "one line without control characters"],
    ["sarif", "x".repeat(5000), "at most 4096 characters"],
  ])("%s: %j", (name, text, allowed) => {
    const read = () => readInputs(reading({ [name]: text }));
    expect(read).toThrow(SetupError);
    expect(read).toThrow(allowed);
    expect(read).toThrow(`Input \`${name}\` is ${JSON.stringify(text.slice(0, 60)).slice(0, -1)}`);
  });

  it("shows no token, not even a wrong one", () => {
    const read = () => readInputs(reading({ token: "ghs_secret\nvalue" }));
    expect(read).toThrow("Input `token` is not a token");
    expect(read).not.toThrow(/ghs_secret/);
  });
});
