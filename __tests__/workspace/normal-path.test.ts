import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalPath } from "../../src/workspace/normal-path.ts";

describe("normalPath", () => {
  it.each([
    ["a/b.csv", "a/b.csv"],
    ["./a//b.csv", "a/b.csv"],
    ["a/../b.csv", "b.csv"],
    ["a/b/../../c", "c"],
    ["a/", "a"],
    ["-rf", "-rf"],
    ["name with\nnewline", "name with\nnewline"],
    ["...", "..."],
    ["..a/b", "..a/b"],
    [".gitignore", ".gitignore"],
    [".github/x", ".github/x"],
    ["c:d", "c:d"],
  ])("%j is %j", (path, normal) => {
    expect(normalPath(path)).toBe(normal);
  });

  it.each([
    ["", "is-directory"],
    [".", "is-directory"],
    ["a/..", "is-directory"],
    ["..", "outside-tree"],
    ["../x", "outside-tree"],
    ["a/../../x", "outside-tree"],
    ["..\\..\\x", "outside-tree"],
    ["/etc/passwd", "outside-tree"],
    ["//server/share", "outside-tree"],
    ["C:/x", "outside-tree"],
    ["C:\\x", "outside-tree"],
    [".git/config", "outside-tree"],
    [".GIT/config", "outside-tree"],
    ["a/.git/config", "outside-tree"],
    ["a/../.git/config", "outside-tree"],
    [".git", "outside-tree"],
    [".git./config", "outside-tree"],
    [".git::$INDEX_ALLOCATION/config", "outside-tree"],
    ["git~1/config", "outside-tree"],
    [".g\u200cit/config", "outside-tree"],
    ["a\0b", "not-found"],
    ["a\\b.csv", "not-found"],
    ["x".repeat(5000), "not-found"],
    ["a\ufffdb", "unreadable"],
  ])("%j is refused as %s", (path, code) => {
    expect(normalPath(path)).toMatchObject({ refused: code });
  });

  it("names the portable spelling of a path with backslashes", () => {
    expect(normalPath("evidence\\test.csv")).toMatchObject({ fix: "Write it as evidence/test.csv." });
  });

  it("is idempotent, and never keeps a step up, a git folder or a leading slash", () => {
    const part = fc.constantFrom("a", "b c", "..", ".", "", ".git", ".Git", "x.csv", "\\");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const normal = normalPath(parts.join("/"));
        if (typeof normal !== "string") return;
        expect(normalPath(normal)).toBe(normal);
        expect(normal).not.toMatch(/^\/|(?:^|\/)\.\.?(?:\/|$)|\/\/|(?:^|\/)\.git(?:\/|$)|\\/i);
      }),
    );
  });
});
