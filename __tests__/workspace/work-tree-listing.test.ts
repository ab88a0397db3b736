import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { listWorkTree } from "../../src/workspace/work-tree-listing.ts";
import { commit, git, write } from "../support/repository.ts";
import { repositoryOf, scratch, text } from "./scratch.ts";

const CAP = CAPS.treeFiles;

describe("listing a work tree in git", () => {
  it("has tracked, untracked and tracked-but-ignored files, not ignored or deleted ones", async () => {
    const root = repositoryOf({ "tracked.yaml": "", "hidden/card.yaml": "", gone: "" });
    write(root, { ".gitignore": "hidden/\n*.log\n", "new.yaml": "", "noise.log": "", "hidden/new": "" });
    rmSync(join(root, "gone"));
    expect(await listWorkTree(root, CAP)).toEqual({
      paths: [".gitignore", "hidden/card.yaml", "new.yaml", "tracked.yaml"],
      complete: true,
    });
    const tree = await workTree(root, CAPS);
    expect(await text(await tree.open("noise.log"))).toBe("");
  });

  it("keeps strange names whole and in the order of code points", async () => {
    const names = ["-rf", "a b", "line\nbreak", 'quo"te', "tab\t", "é", "\ue000", "\u{1f600}", "back\\slash"];
    const root = repositoryOf(Object.fromEntries(names.map((name) => [name, ""])));
    const { paths } = await listWorkTree(root, CAP);
    expect(paths).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it("lists a subfolder relative to itself", async () => {
    const root = repositoryOf({ "sub/inner/file": "", outer: "" });
    expect((await listWorkTree(join(root, "sub"), CAP)).paths).toEqual(["inner/file"]);
  });

  it("stays out of submodules and of repositories inside", async () => {
    const root = repositoryOf({ file: "" });
    for (const inner of ["tracked", "untracked"]) {
      mkdirSync(join(root, inner));
      git(join(root, inner), "init", "-q");
      write(join(root, inner), { card: "" });
      commit(join(root, inner));
      if (inner === "tracked") commit(root);
    }
    expect(await listWorkTree(root, CAP)).toEqual({ paths: ["file"], complete: true });
  });

  it("lists links, and drops a path whose folder has become a file", async () => {
    const root = repositoryOf({ "folder/file": "" });
    rmSync(join(root, "folder"), { recursive: true });
    write(root, { folder: "" });
    symlinkSync("nowhere", join(root, "link"));
    expect((await listWorkTree(root, CAP)).paths).toEqual(["folder", "link"]);
  });

  it("walks a folder that the repository ignores when it is named itself", async () => {
    const root = repositoryOf({ ".gitignore": "build\n" });
    write(root, { "build/card.yaml": "" });
    expect((await listWorkTree(root, CAP)).paths).toEqual([".gitignore"]);
    expect((await listWorkTree(join(root, "build"), CAP)).paths).toEqual(["card.yaml"]);
  });

  it("lists a name that is not UTF-8, and refuses to open it", async () => {
    const root = repositoryOf({ file: "" });
    const path = Buffer.concat([Buffer.from(`${root}/bad-`), Buffer.from([0xff]), Buffer.from(".yaml")]);
    try {
      writeFileSync(path, "");
    } catch {
      return; // this file system holds UTF-8 names only
    }
    commit(root);
    const { paths } = await listWorkTree(root, CAP);
    expect(paths).toEqual(["bad-\ufffd.yaml", "file"]);
    expect(await text(await (await workTree(root, CAPS)).open(paths[0]!))).toBe("refused: unreadable");
  });

  it("is cut at the cap, exactly", async () => {
    const root = repositoryOf({ a: "", b: "", c: "" });
    expect(await listWorkTree(root, 3)).toEqual({ paths: ["a", "b", "c"], complete: true });
    const cut = await listWorkTree(root, 2);
    expect(cut.complete).toBe(false);
    expect(cut.paths).toHaveLength(2);
  });

  it("lists thousands of files, once per tree", async () => {
    const root = scratch();
    const names = Array.from(
      { length: 3_000 },
      (_, i) => `m${i % 50}/file-${String(i).padStart(5, "0")}.csv`,
    );
    write(root, Object.fromEntries(names.map((name) => [name, name])));
    git(root, "init", "-q");
    const tree = await workTree(root, CAPS);
    const first = await tree.list();
    expect(first).toEqual({ paths: [...names].sort(), complete: true });
    write(root, { later: "" });
    expect(await tree.list()).toBe(first);
  });
});
