import { randomBytes } from "node:crypto";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { commitTree } from "../../src/workspace/commit-tree.ts";
import { type GitRepository, openRepository } from "../../src/workspace/git-repository.ts";
import { isRefusal, type Tree } from "../../src/workspace/tree.ts";
import { commit, git, write } from "../support/repository.ts";
import { refused, repositoryOf, scratch, text } from "./scratch.ts";

const opened: GitRepository[] = [];
afterEach(() => {
  for (const repository of opened.splice(0)) repository.close();
});

async function treeOf(root: string, caps: Caps = CAPS): Promise<Tree> {
  const repository = await openRepository(root);
  if (repository === null) throw new Error("no repository");
  opened.push(repository);
  return commitTree(repository, git(root, "rev-parse", "HEAD"), caps);
}

describe("the tree of a commit", () => {
  it("is what was committed, whatever the work tree says now", async () => {
    const root = repositoryOf({ "a.txt": "committed", "gone/b": "still here" });
    write(root, { "a.txt": "changed", untracked: "" });
    rmSync(join(root, "gone"), { recursive: true });
    const tree = await treeOf(root);
    expect(await tree.list()).toEqual({ paths: ["a.txt", "gone/b"], complete: true });
    expect(await text(await tree.open("a.txt"))).toBe("committed");
    expect(await text(await tree.open("./gone/../gone/b"))).toBe("still here");
    expect(tree.label).toBe(git(root, "rev-parse", "HEAD").slice(0, 12));
  });

  it("keeps strange names whole and in the order of code points", async () => {
    const names = [
      "-rf",
      "a b",
      "line\nbreak",
      'quo"te',
      "tab\t",
      "é",
      "\ue000",
      "\u{1f600}",
      "a/x",
      "a.b",
      "a0",
    ];
    const tree = await treeOf(repositoryOf(Object.fromEntries(names.map((name) => [name, `of ${name}`]))));
    const { paths } = await tree.list();
    expect(paths).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    for (const name of names) expect(await text(await tree.open(name))).toBe(`of ${name}`);
  });

  it.each(["sha1", "sha256"])("knows the blob ids of a %s repository", async (format) => {
    const root = repositoryOf({ "a.txt": "hello\n" }, format);
    symlinkSync("a.txt", join(root, "link"));
    commit(root);
    const tree = await treeOf(root);
    const id = git(root, "rev-parse", "HEAD:a.txt");
    expect(await tree.blobId("a.txt")).toBe(id);
    expect(await tree.blobId("link")).toBe(id);
    expect(await tree.blobId("none")).toBeNull();
    expect(await text(await tree.open("a.txt"))).toBe("hello\n");
  });

  it("resolves links by hand, inside the commit only", async () => {
    const links = [
      ["data/real.csv", "real"],
      ["./data/../data/real.csv", "real"],
      ["/etc/passwd", "refused: link-outside-tree"],
      ["../outside", "refused: link-outside-tree"],
      ["data/../../outside", "refused: link-outside-tree"],
      ["link-loop", "refused: too-many-links"],
      [".git/config", "refused: outside-tree"],
      ["data", "refused: is-directory"],
      ["nothing", "refused: not-found"],
      ["folder/real.csv", "real"],
      ["link9", "real"],
    ] as const;
    const root = repositoryOf({ "data/real.csv": "real" });
    symlinkSync("data", join(root, "folder"));
    for (const [i, [target]] of links.entries()) symlinkSync(target, join(root, `link${i}`));
    symlinkSync("link5", join(root, "link-loop"));
    commit(root);
    const tree = await treeOf(root);
    for (const [i, [target, outcome]] of links.entries()) {
      expect([target, await text(await tree.open(`link${i}`))]).toEqual([target, outcome]);
    }
  });

  it("counts hops against the cap", async () => {
    const root = repositoryOf({ l0: "end" });
    for (let i = 1; i <= 4; i++) symlinkSync(`l${i - 1}`, join(root, `l${i}`));
    commit(root);
    const tree = await treeOf(root, { ...CAPS, linkHops: 3 });
    expect(await text(await tree.open("l3"))).toBe("end");
    expect(await text(await tree.open("l4"))).toBe("refused: too-many-links");
  });

  it("refuses submodules, folders and what is outside", async () => {
    const root = repositoryOf({ file: "", "folder/x": "" });
    git(root, "update-index", "--add", "--cacheinfo", `160000,${git(root, "rev-parse", "HEAD")},sub`);
    git(root, "commit", "-q", "-m", "a submodule");
    const tree = await treeOf(root);
    for (const [path, code] of [
      ["sub", "not-a-file"],
      ["sub/inner", "not-a-file"],
      ["folder", "is-directory"],
      ["folder/", "is-directory"],
      ["", "is-directory"],
      ["file/x", "not-found"],
      ["../file", "outside-tree"],
      [".git/config", "outside-tree"],
    ] as const) {
      expect([path, refused(await tree.open(path))?.refused]).toEqual([path, code]);
    }
    expect((await tree.list()).paths).toEqual(["file", "folder/x"]);
  });

  it("suggests the nearest name, of a file or of a folder on the way", async () => {
    const shards = Array.from({ length: 1_100 }, (_, i) => [`evidence/shards/${i}`, ""]);
    const files = {
      ...Object.fromEntries(shards),
      "evidence/sub/one": "",
      "evidence/sub/two": "",
      "evidence/train.csv": "",
      "evidence/z": "",
    };
    const tree = await treeOf(repositoryOf(files));
    expect(refused(await tree.open("evidence/trian.csv"))?.fix).toContain("evidence/train.csv");
    expect(refused(await tree.open("evidnce/sub/one"))?.fix).toContain("evidence/sub/one");
    expect(refused(await tree.open("evidence/shards/x"))?.fix).not.toContain("Did you mean");
    expect(refused(await tree.open("evidence/sbu/two"))?.fix).toContain("evidence/sub/two");
  });

  it("says over-cap, never not-found, about files past the cap", async () => {
    const tree = await treeOf(repositoryOf({ a: "", b: "", c: "" }), { ...CAPS, treeFiles: 2 });
    expect(await tree.list()).toEqual({ paths: ["a", "b"], complete: false });
    expect(refused(await tree.open("c"))?.refused).toBe("over-cap");
    expect(await text(await tree.open("b"))).toBe("");
  });

  it("streams a large blob in chunks, and reads its ranges", async () => {
    const large = randomBytes(9_000_000);
    const tree = await treeOf(repositoryOf({ large }));
    const file = await tree.open("large");
    if (isRefusal(file)) throw new Error(file.says);
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.stream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(large)).toBe(true);
    for (const chunk of chunks.slice(0, -1)) expect(chunk.length).toBeGreaterThanOrEqual(256 * 1024);
    expect(Buffer.from(await file.read(8_999_990, 9_999_999)).equals(large.subarray(8_999_990))).toBe(true);
    expect(Buffer.from(await file.read(5, 10)).equals(large.subarray(5, 10))).toBe(true);
  });

  it("can be left in the middle of a large blob", async () => {
    const tree = await treeOf(repositoryOf({ large: randomBytes(9_000_000), small: "x" }));
    const file = await tree.open("large");
    if (isRefusal(file)) throw new Error(file.says);
    for await (const _ of file.stream()) break;
    expect(await text(await tree.open("small"))).toBe("x");
  });

  it("does not load more than its cap to read a range", async () => {
    const tree = await treeOf(repositoryOf({ file: "12345" }), { ...CAPS, tableBytesInMemory: 4 });
    const file = await tree.open("file");
    if (isRefusal(file)) throw new Error(file.says);
    await expect(file.read(0, 1)).rejects.toMatchObject({ code: "over-cap" });
    expect(await text(file)).toBe("12345");
  });

  it("reads many files at once through one process", async () => {
    const files = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`m${i % 40}/${i}`, `n${i}`]));
    const tree = await treeOf(repositoryOf(files));
    const { paths } = await tree.list();
    const read = await Promise.all(paths.map(async (path) => [path, await text(await tree.open(path))]));
    expect(Object.fromEntries(read)).toEqual(files);
  });

  it("refuses a blob that the clone does not have", async () => {
    const root = repositoryOf({ file: "contents", other: "there" });
    const id = git(root, "rev-parse", "HEAD:file");
    rmSync(join(root, ".git/objects", id.slice(0, 2), id.slice(2)));
    const outcome = await treeOf(root).then(
      async (tree) => refused(await tree.open("file"))?.refused,
      (error: { code: string }) => error.code,
    );
    expect(["unreadable", "git-failed"]).toContain(outcome);
  });

  it("takes full commit ids only", async () => {
    const repository = await openRepository(repositoryOf({ file: "" }));
    for (const id of ["HEAD", "-x", "", "abc123"]) {
      await expect(commitTree(repository!, id, CAPS)).rejects.toMatchObject({ code: "unknown-ref" });
    }
    await expect(commitTree(repository!, "0".repeat(40), CAPS)).rejects.toMatchObject({ code: "git-failed" });
  });

  it("fails with a typed error when the reader was closed", async () => {
    const root = scratch();
    git(root, "init", "-q");
    write(root, { file: "x" });
    commit(root);
    const tree = await treeOf(root);
    const file = await tree.open("file");
    const reading = text(file);
    opened[0]!.close();
    await expect(reading).rejects.toMatchObject({ code: "git-failed" });
    expect(await text(file)).toBe("x");
  });
});
