import { describe, expect, it } from "vitest";
import { lastError } from "../../src/workspace/git-message.ts";

describe("lastError", () => {
  it.each([
    ["", "git gave no reason"],
    ["warning: a\nfatal: b\nhint: c\n", "fatal: b"],
    ["error: first\nfatal: last", "fatal: last"],
    ["something else", "something else"],
    [
      "fatal: https://user:secret@example.com/x.git not found",
      "fatal: https://***@example.com/x.git not found",
    ],
    ["fatal: https://secret@example.com/x", "fatal: https://***@example.com/x"],
    ["fatal: AUTHORIZATION: basic c2VjcmV0", "fatal: AUTHORIZATION: ***"],
    ["fatal: token ghp_abcDEF123", "fatal: token ***"],
    ["fatal: red \u001b[31mtext\u202e\u0007", "fatal: red [31mtext"],
    ["remote: error: no\rprogress", "remote: error: no"],
  ])("%j says %j", (stderr, said) => {
    expect(lastError(stderr)).toBe(said);
  });

  it("is bounded", () => {
    expect(lastError(`fatal: ${"x".repeat(10_000)}`)).toHaveLength(300);
  });
});
