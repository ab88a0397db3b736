import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serialise } from "../../../src/report/escape/json.ts";
import { escapeSarif } from "../../../src/report/escape/sarif.ts";
import { escapeTerminal } from "../../../src/report/escape/terminal.ts";
import { escapePath } from "../../../src/report/escape/uri.ts";
import {
  escapeCommandMessage,
  escapeCommandPath,
  escapeCommandProperty,
} from "../../../src/report/escape/workflow-command.ts";
import { hostileText } from "../../support/hostile.ts";

const COMMANDS = ["::error file=a::b", ":::", "##[group]x", "##vso[task.complete]", "###", "##[", "::"];
const hostile = hostileText(COMMANDS, [...":#[\u001b\na%, "]);

describe("escapeTerminal", () => {
  it.each([
    ["::error::x", ": :error: :x"],
    [":::", ": : :"],
    ["a ##[group]b", "a # #[group]b"],
    ["##vso[task.complete]", "# #vso[task.complete]"],
    ["std::vector", "std: :vector"],
    ["10:30, #12", "10:30, #12"],
  ])("breaks the commands in %j", (text, expected) => {
    expect(escapeTerminal(text)).toBe(expected);
  });

  it("leaves no command and no control, whatever it is given", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeTerminal(text)).not.toMatch(/::|##|[\p{Cc}]/u);
      }),
    );
  });
});

describe("workflow commands", () => {
  it.each([
    [escapeCommandMessage, "100% of\r\n::error::x", "100%25 of ⏎ : :error: :x"],
    [escapeCommandMessage, "a%0A::error::b", "a%250A: :error: :b"],
    [escapeCommandProperty, "a:b,c%", "a%3Ab%2Cc%25"],
    [escapeCommandProperty, "x::y", "x%3A %3Ay"],
    [escapeCommandPath, "models/a b,c:d%.yaml", "models/a b%2Cc%3Ad%25.yaml"],
    [escapeCommandPath, "a\n::error::b", "a ⏎ %3A%3Aerror%3A%3Ab"],
  ])("%o writes %j as %j", (write, text, expected) => {
    expect(write(text)).toBe(expected);
  });

  it("cannot end a property or a line, whatever they are given", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const write of [escapeCommandProperty, escapeCommandPath]) {
          expect(write(text)).not.toMatch(/[:,\r\n]|%(?!25|3A|2C)/);
        }
        expect(escapeCommandMessage(text)).not.toMatch(/[\r\n]|%(?!25)/);
      }),
    );
  });
});

describe("serialise", () => {
  it("reads back as what was written, with nothing for a log to obey or to hide", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = serialise({ [text]: [text] });
        expect(JSON.parse(written)).toEqual({ [text]: [text] });
        expect(written).not.toMatch(/##|[^\P{Cc}\n]|[\p{Cf}\p{Cs}]|^\s*::/mu);
      }),
    );
  });
});

describe("escapeSarif", () => {
  it.each([
    ["[click](https://evil.example)", "[click] (https://evil.example)"],
    ["{0} and { label: x }", "{ 0} and { label: x }"],
    ["a\u202Eb", "a<U+202E>b"],
  ])("shows %j as text", (text, expected) => {
    expect(escapeSarif(text)).toBe(expected);
  });
});

describe("escapePath", () => {
  it.each([
    ["models/a b/card.yaml", "models/a%20b/card.yaml"],
    ["a/(b)'*!.md", "a/%28b%29%27%2A%21.md"],
    ["a:b#c?d%", "a%3Ab%23c%3Fd%25"],
    ["größe/数.csv", "gr%C3%B6%C3%9Fe/%E6%95%B0.csv"],
    ["a\uD800", "a%EF%BF%BD"],
  ])("encodes %j", (path, expected) => {
    expect(escapePath(path)).toBe(expected);
  });
});
