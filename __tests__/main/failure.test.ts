import { afterEach, describe, expect, it, vi } from "vitest";
import { SetupError } from "../../src/github/setup-error.ts";
import { failureOf, faultLine } from "../../src/main/failure.ts";
import { UsageError } from "../../src/main/usage-error.ts";
import { PolicyError } from "../../src/policy/policy-error.ts";
import { WorkspaceError } from "../../src/workspace/error.ts";
import { HOSTILE } from "../support/hostile.ts";

afterEach(() => vi.unstubAllEnvs());

const AT = { path: "policy.yaml", line: 3, column: 5, pointer: "" };
const wrongPolicy = (...says: string[]) =>
  new PolicyError(says.map((text) => ({ code: "x", about: text, at: AT, says: text, fix: `mend ${text}` })));

describe("failureOf", () => {
  it.each<[string, Error, string[]]>([
    ["a wrong option", new UsageError("there is no x", "write y"), ["there is no x", "  fix: write y"]],
    [
      "a repository that cannot be used",
      new WorkspaceError("unknown-ref", "no mian", "write main"),
      ["no mian", "  fix: write main"],
    ],
    [
      "a wrong workflow",
      new SetupError("input", "base", "base is not a ref: leave it out"),
      ["base is not a ref: leave it out"],
    ],
    [
      "a wrong policy, each problem with its place",
      wrongPolicy("a", "b"),
      ["policy.yaml:3:5: a", "  fix: mend a", "policy.yaml:3:5: b", "  fix: mend b"],
    ],
  ])("is the operator's to mend: %s", (_, error, lines) => {
    expect(failureOf(error)).toEqual({ code: 2, lines });
  });

  it.each<[string, unknown, string]>([
    ["an error", new TypeError("x is null"), "a fault of ours: TypeError: x is null"],
    ["what is no error", "stop", "a fault of ours: stop"],
    ["nothing", undefined, "a fault of ours: undefined"],
  ])("is ours: %s", (_, error, line) => {
    const { code, lines } = failureOf(error);
    expect(code).toBe(4);
    expect(lines).toEqual([line, expect.stringContaining("EFFECTIVE_CHALLENGE_TRACE=1")]);
  });

  it("shows the trace to whoever asks for it, of a fault of ours alone", () => {
    vi.stubEnv("EFFECTIVE_CHALLENGE_TRACE", "1");
    expect(failureOf(new Error("x")).lines.join("\n")).toMatch(/^ +at .+failure\.test\.ts/m);
    expect(failureOf(new UsageError("x", "y")).lines).toEqual(["x", "  fix: y"]);
  });

  it.each(Object.entries(HOSTILE))("does no harm with %s", (_, text) => {
    const errors = [
      new UsageError(text, text),
      wrongPolicy(text),
      new SetupError("input", "x", text),
      new Error(text),
    ];
    for (const error of errors)
      for (const line of failureOf(error).lines) expect(line).not.toMatch(/^\s*::|##\[|\p{Cc}|\p{Cf}/u);
    expect(faultLine({ rule: "a/b", model: text, cause: new Error(text) })).not.toMatch(
      /^\s*::|##\[|\p{Cc}|\p{Cf}/u,
    );
  });
});

it("faultLine names the rule, the model and the cause", () => {
  const line = faultLine({ rule: "a/b", model: "m", cause: new TypeError("x is null") });
  expect(line).toBe("a fault of ours in a/b on m: TypeError: x is null");
});
