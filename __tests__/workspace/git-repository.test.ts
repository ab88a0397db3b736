import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { commitTree } from "../../src/workspace/commit-tree.ts";
import { type GitRepository, openRepository } from "../../src/workspace/git-repository.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { commit, git, write } from "../support/repository.ts";
import { repositoryOf, scratch, text } from "./scratch.ts";

const open: GitRepository[] = [];
afterEach(() => {
  for (const repository of open.splice(0)) repository.close();
  vi.unstubAllEnvs();
});

async function repositoryAt(folder: string): Promise<GitRepository> {
  const repository = await openRepository(folder);
  if (repository === null) throw new Error("no repository");
  open.push(repository);
  return repository;
}

/** A clone of depth one of a merge into main, as a pull request's checkout is, and the commits of its origin. */
function shallowClone(): { clone: string; base: string; head: string; merge: string } {
  const origin = repositoryOf({ file: "root" });
  write(origin, { file: "base" });
  const base = commit(origin);
  git(origin, "checkout", "-q", "-b", "topic", "HEAD~1");
  write(origin, { other: "head" });
  const head = commit(origin);
  git(origin, "checkout", "-q", "main");
  git(origin, "merge", "-q", "--no-ff", "-m", "merge", "topic");
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  const merge = git(origin, "rev-parse", "HEAD");
  const clone = join(scratch(), "clone");
  mkdirSync(clone);
  git(clone, "clone", "-q", "--depth=1", pathToFileURL(origin).href, ".");
  return { clone, base, head, merge };
}

describe("openRepository", () => {
  it("finds the top folder from any folder in it", async () => {
    const root = repositoryOf({ "a b/c\nd/file": "" });
    const repository = await repositoryAt(join(root, "a b/c\nd"));
    expect(repository).toMatchObject({ toplevel: root, objectFormat: "sha1", shallow: false });
  });

  it("is not led elsewhere by the environment", async () => {
    const root = repositoryOf({ file: "" });
    const id = git(root, "rev-parse", "main");
    vi.stubEnv("GIT_DIR", join(repositoryOf({ other: "" }), ".git"));
    const repository = await repositoryAt(root);
    expect(repository.toplevel).toBe(root);
    expect(await repository.has(id)).toBe(true);
    expect(await (await workTree(root, CAPS)).list()).toEqual({ paths: ["file"], complete: true });
  });

  it("is null without a repository, without a work tree and without git", async () => {
    const root = repositoryOf({ file: "" });
    const bare = scratch();
    git(bare, "init", "-q", "--bare");
    for (const folder of [scratch(), bare, join(root, ".git")])
      expect(await openRepository(folder)).toBeNull();
    vi.stubEnv("PATH", "/nonexistent");
    expect(await openRepository(root)).toBeNull();
  });

  it("names the line that lets git read another user's repository", async () => {
    const root = repositoryOf({ file: "" });
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
    vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
    await expect(openRepository(root)).rejects.toMatchObject({
      code: "unsafe-repository",
      fix: `git config --global --add safe.directory ${root}`,
    });
  });

  it("does not take a work tree that the configuration puts elsewhere", async () => {
    const root = repositoryOf({ file: "" });
    for (const elsewhere of [scratch(), "/"]) {
      git(root, "config", "core.worktree", elsewhere);
      await expect(openRepository(root)).rejects.toMatchObject({ code: "unsafe-repository" });
    }
  });

  it("says what git says about a broken repository", async () => {
    const root = repositoryOf({ file: "" });
    write(root, { ".git/config": "[broken" });
    await expect(openRepository(root)).rejects.toMatchObject({ code: "git-failed" });
  });
});

describe("refs", () => {
  it("resolves branches, tags, ids and revisions to full commit ids", async () => {
    const root = repositoryOf({ file: "1" }, "sha256");
    const first = git(root, "rev-parse", "HEAD");
    git(root, "tag", "-a", "-m", "annotated", "v1");
    write(root, { file: "2" });
    const second = commit(root);
    const repository = await repositoryAt(root);
    for (const ref of ["main", "HEAD", "refs/heads/main", second, second.slice(0, 12)]) {
      expect(await repository.resolve(ref)).toBe(second);
    }
    for (const ref of ["v1", "HEAD~1", "main^"]) expect(await repository.resolve(ref)).toBe(first);
    expect(await repository.has(first)).toBe(true);
  });

  it.each([
    "",
    "nothing",
    "-h",
    "--all",
    "--output=x",
    "main\0",
    "a\nb",
    "HEAD:file",
    "main..main",
    "0".repeat(40),
  ])("%j is no commit", async (ref) => {
    const repository = await repositoryAt(repositoryOf({ file: "" }));
    expect(await repository.resolve(ref)).toBeNull();
    await expect(repository.commitNamed(ref)).rejects.toMatchObject({ code: "unknown-ref" });
  });

  it("suggests the nearest branch or tag", async () => {
    const root = repositoryOf({ file: "" });
    git(root, "tag", "release-1.0");
    git(root, "update-ref", "refs/remotes/origin/develop", "HEAD");
    const repository = await repositoryAt(root);
    for (const [ref, meant] of [
      ["mian", "main"],
      ["release-1.1", "release-1.0"],
      ["develop", "origin/develop"],
    ]) {
      await expect(repository.commitNamed(ref!)).rejects.toMatchObject({ fix: `Did you mean ${meant}?` });
    }
    await expect(repository.commitNamed("entirely-different")).rejects.toMatchObject({
      fix: expect.stringContaining("git fetch origin entirely-different"),
    });
  });
});

describe("a shallow clone", () => {
  it("tells a merge's parents although it has neither, and fetches the base", async () => {
    const { clone, base, head, merge } = shallowClone();
    const repository = await repositoryAt(clone);
    expect(repository.shallow).toBe(true);
    expect(await repository.parents(merge)).toEqual([base, head]);
    expect(await repository.has(base)).toBe(false);
    await expect(repository.parents(base)).rejects.toMatchObject({ code: "unknown-ref" });

    expect(await repository.fetch(base)).toEqual({ fetched: true });
    expect(await repository.has(base)).toBe(true);
    expect(await text(await (await commitTree(repository, base, CAPS)).open("file"))).toBe("base");
    expect(await repository.parents(base)).toHaveLength(1);
  });

  it("does not guess a merge base that the cut may hide", async () => {
    const { clone, base, head, merge } = shallowClone();
    const repository = await repositoryAt(clone);
    await repository.fetch(base);
    await repository.fetch(head);
    expect(await repository.mergeBase(base, head)).toBeNull();
    expect(await repository.mergeBase(merge, merge)).toBe(merge);
    git(clone, "fetch", "-q", "--unshallow");
    expect(await repository.mergeBase(base, head)).toBe(git(clone, "rev-parse", `${base}^`));
  });

  it("does not take an old ancestor for the best when a cut line may hold a newer one", async () => {
    const root = repositoryOf({ file: "root" });
    git(root, "checkout", "-q", "-b", "topic");
    const shared = commit(root);
    git(root, "checkout", "-q", "-b", "side");
    const side = commit(root);
    git(root, "checkout", "-q", "topic");
    write(root, { topic: "" });
    const topic = commit(root);
    git(root, "checkout", "-q", "main");
    write(root, { main: "" });
    commit(root);
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "side");
    const main = git(root, "rev-parse", "HEAD");
    const repository = await repositoryAt(root);
    expect(await repository.mergeBase(main, topic)).toBe(shared);
    write(root, { ".git/shallow": `${side}\n` });
    expect(git(root, "merge-base", main, topic)).not.toBe(shared);
    expect(await repository.mergeBase(main, topic)).toBeNull();
  });

  it("says why a commit could not be fetched, without credentials", async () => {
    const { clone } = shallowClone();
    const repository = await repositoryAt(clone);
    const missing = "1".repeat(40);
    expect(await repository.fetch(missing)).toMatchObject({ fetched: false });
    for (const url of ["ext::https://user:secret@example.invalid", "git://user:secret@localhost:1/x"]) {
      git(clone, "remote", "set-url", "origin", url);
      const outcome = await repository.fetch(missing);
      expect(outcome).toMatchObject({ fetched: false, says: expect.stringContaining("not allowed") });
      expect(JSON.stringify(outcome)).not.toContain("secret");
    }
    expect(await repository.fetch("--upload-pack=x")).toMatchObject({ fetched: false });
  });
});

describe("mergeBase in a full clone", () => {
  it("is the fork point, or null between unrelated histories", async () => {
    const root = repositoryOf({ file: "root" });
    const fork = git(root, "rev-parse", "HEAD");
    git(root, "checkout", "-q", "-b", "topic");
    write(root, { a: "" });
    const topic = commit(root);
    git(root, "checkout", "-q", "main");
    write(root, { b: "" });
    const main = commit(root);
    git(root, "checkout", "-q", "--orphan", "island");
    write(root, { c: "" });
    const island = commit(root);
    const repository = await repositoryAt(root);
    expect(await repository.mergeBase(main, topic)).toBe(fork);
    expect(await repository.mergeBase(main, island)).toBeNull();
    await expect(repository.mergeBase("--all", main)).rejects.toMatchObject({ code: "unknown-ref" });
  });

  it("reads parents only from the head of a commit", async () => {
    const root = repositoryOf({ file: "" });
    git(root, "commit", "-q", "--allow-empty", "-m", `title\n\nparent ${"1".repeat(40)}`);
    const repository = await repositoryAt(root);
    const [parent, ...more] = await repository.parents(git(root, "rev-parse", "HEAD"));
    expect(parent).toBe(git(root, "rev-parse", "HEAD~1"));
    expect(more).toEqual([]);
    expect(await repository.parents(parent!)).toEqual([]);
  });
});
