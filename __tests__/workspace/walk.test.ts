import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { walk } from "../../src/workspace/walk.ts";
import { git, write } from "../support/repository.ts";
import { scratch } from "./scratch.ts";

const CAP = 1_000;

describe("walking a folder without git", () => {
  it("skips .git and node_modules, at any depth", async () => {
    const root = scratch();
    write(root, { "a/.git/x": "", "a/node_modules/y": "", ".git/z": "", "node_modules/q": "", "a/b": "" });
    expect(await walk(root, CAP)).toEqual({ paths: ["a/b"], complete: true });
  });

  it("does not follow links to folders", async () => {
    const root = scratch();
    write(root, { "real/file": "" });
    symlinkSync(".", join(root, "loop"));
    symlinkSync("/etc", join(root, "etc"));
    expect((await walk(root, CAP)).paths).toEqual(["etc", "loop", "real/file"]);
  });

  it("agrees with git about nested .gitignore files", async () => {
    const root = scratch();
    write(root, {
      ".gitignore": "*.log\nbuild/\n/only-root\n!keep.log\ndoc/*.txt\n# comment\n\n*.Tmp\n",
      "a.log": "",
      "keep.log": "",
      "build/x": "",
      "only-root": "",
      "sub/only-root": "",
      "sub/.gitignore": "!special.log\nbuild/\n/anchored\ndeep/odd\n*.csv\r\n",
      "sub/special.log": "",
      "sub/other.log": "",
      "sub/deep/data.csv": "",
      "sub/deep/.gitignore": "!data.csv\n",
      "sub/anchored": "",
      "sub/deep/anchored": "",
      "sub/deep/odd": "",
      "doc/a.txt": "",
      "doc/b/a.txt": "",
      "x.tmp": "",
      "y.Tmp": "",
    });
    const { paths } = await walk(root, CAP);
    git(root, "init", "-q");
    expect(paths).toEqual(git(root, "ls-files", "--others", "--exclude-standard").split("\n"));
  });

  it("does not honour a .gitignore that is too large, too intricate or no file", async () => {
    const root = scratch();
    write(root, {
      "long/.gitignore": `${"#\n".repeat(2_000)}hidden`,
      "long/hidden": "",
      "big/.gitignore": `#${"x".repeat(70_000)}\nhidden`,
      "big/hidden": "",
      "slow/.gitignore": "*a*a*a*a*a*a*a*a*b\n",
      [`slow/${"a".repeat(200)}`]: "",
      "pipe/hidden": "",
    });
    execFileSync("mkfifo", [join(root, "pipe/.gitignore")]);
    const { paths } = await walk(root, CAP);
    for (const path of ["long/hidden", "big/hidden", "pipe/hidden"]) expect(paths).toContain(path);
    expect(paths).toHaveLength(8);
  });

  it("is cut at the cap with the files nearest to the root", async () => {
    const root = scratch();
    write(root, { "a/deep": "", mid: "", top: "" });
    expect(await walk(root, 2)).toEqual({ paths: ["mid", "top"], complete: false });
    expect(await walk(root, 3)).toEqual({ paths: ["a/deep", "mid", "top"], complete: true });
  });

  it("bounds the folders as it bounds the files", async () => {
    const root = scratch();
    write(root, { "a/b/c/d/file": "" });
    expect(await walk(root, 3)).toEqual({ paths: [], complete: false });
    expect(await walk(root, 4)).toEqual({ paths: ["a/b/c/d/file"], complete: true });
  });

  it("survives very deep folders", async () => {
    const root = scratch();
    const path = `${"d/".repeat(400)}file`;
    write(root, { [path]: "" });
    expect((await walk(root, CAP)).paths).toEqual([path]);
  });
});
