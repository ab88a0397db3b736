import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { isRefusal } from "../../src/workspace/tree.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { git, write } from "../support/repository.ts";
import { refused, repositoryOf, scratch, text } from "./scratch.ts";

describe("opening a file of the work tree", () => {
  it.each(["a b.csv", "line\nbreak", "-rf", "größe/数据.csv", "deep/er/file", "*.csv", "colon:name"])(
    "reads %j",
    async (name) => {
      const root = scratch();
      write(root, { [name]: `of ${name}` });
      const tree = await workTree(root, CAPS);
      expect(await text(await tree.open(name))).toBe(`of ${name}`);
    },
  );

  it("reads an empty file and ranges, clamped to the file", async () => {
    const root = scratch();
    write(root, { empty: "", digits: "0123456789" });
    const tree = await workTree(root, CAPS);
    expect(await text(await tree.open("empty"))).toBe("");
    const digits = await tree.open("digits");
    if (isRefusal(digits)) throw new Error(digits.says);
    const ranges = [
      [2, 5, "234"],
      [8, 99, "89"],
      [-3, 2, "01"],
      [20, 30, ""],
      [5, 2, ""],
    ] as const;
    for (const [start, end, bytes] of ranges) {
      expect(Buffer.from(await digits.read(start, end)).toString()).toBe(bytes);
    }
  });

  it("streams a large file in chunks of a megabyte", async () => {
    const root = scratch();
    const bytes = Buffer.alloc(2_500_000, 7);
    write(root, { large: bytes });
    const file = await (await workTree(root, CAPS)).open("large");
    if (isRefusal(file)) throw new Error(file.says);
    const sizes: number[] = [];
    for await (const chunk of file.stream()) sizes.push(chunk.length);
    expect(sizes).toEqual([1_048_576, 1_048_576, 402_848]);
  });

  it.each(["grows", "shrinks", "is replaced"])("stops when the file %s after it was opened", async (how) => {
    const root = scratch();
    write(root, { file: "12345" });
    const file = await (await workTree(root, CAPS)).open("file");
    if (isRefusal(file)) throw new Error(file.says);
    if (how === "grows") appendFileSync(join(root, "file"), "6");
    else if (how === "shrinks") writeFileSync(join(root, "file"), "1");
    else execFileSync("sh", ["-c", "rm file && ln -s /etc/passwd file"], { cwd: root });
    await expect(text(file)).rejects.toMatchObject({ code: "changed-while-reading" });
    await expect(file.read(0, 5)).rejects.toMatchObject({ code: "changed-while-reading" });
  });

  it("notices growth although the file's time was put back", async () => {
    const root = scratch();
    write(root, { file: "12345" });
    const time = new Date("2024-01-01");
    utimesSync(join(root, "file"), time, time);
    const file = await (await workTree(root, CAPS)).open("file");
    if (isRefusal(file)) throw new Error(file.says);
    appendFileSync(join(root, "file"), "6");
    utimesSync(join(root, "file"), time, time);
    await expect(file.read(0, 5)).rejects.toMatchObject({ code: "changed-while-reading" });
  });

  it("stops when the file grows while it is being read", async () => {
    const root = scratch();
    write(root, { file: Buffer.alloc(2_000_000) });
    const file = await (await workTree(root, CAPS)).open("file");
    if (isRefusal(file)) throw new Error(file.says);
    const chunks = file.stream()[Symbol.asyncIterator]();
    await chunks.next();
    appendFileSync(join(root, "file"), "more");
    await chunks.next();
    await expect(chunks.next()).rejects.toMatchObject({ code: "changed-while-reading" });
  });

  it("refuses what is not a regular file, at once", async () => {
    const root = scratch();
    mkdirSync(join(root, "folder"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    const server = createServer().listen(join(root, "socket"));
    await new Promise((resolve) => server.once("listening", resolve));
    const tree = await workTree(root, CAPS);
    expect(refused(await tree.open("folder"))?.refused).toBe("is-directory");
    expect(refused(await tree.open("pipe"))).toMatchObject({
      refused: "not-a-file",
      says: "pipe is a named pipe.",
    });
    expect(refused(await tree.open("socket"))).toMatchObject({ refused: "not-a-file" });
    server.close();
  });

  it("refuses a file without permission, which root always has", async () => {
    const root = scratch();
    write(root, { secret: "x" });
    chmodSync(join(root, "secret"), 0);
    const outcome = process.getuid?.() === 0 ? "x" : "refused: unreadable";
    expect(await text(await (await workTree(root, CAPS)).open("secret"))).toBe(outcome);
  });

  it("suggests the nearest name, of a file or of a folder on the way", async () => {
    const root = scratch();
    write(root, { "evidence/test-predictions.csv": "", "evidence/train.csv": "" });
    const tree = await workTree(root, CAPS);
    for (const [asked, fix] of [
      ["evidence/test-predictons.csv", "Name evidence/test-predictions.csv, or add"],
      ["evidnce/train.csv", "Name evidence/train.csv, or add"],
      ["evidence/quite-another.parquet", "Correct the path"],
      ["evidence/train.csv/x", "Correct the path"],
    ]) {
      const refusal = refused(await tree.open(asked!));
      expect(refusal?.refused).toBe("not-found");
      expect(refusal?.fix).toContain(fix);
    }
  });

  it("suggests nothing in a folder too large to compare", async () => {
    const root = scratch();
    write(root, Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`shard-${i}.csv`, ""])));
    expect(refused(await (await workTree(root, CAPS)).open("shard-x.csv"))?.fix).not.toContain(
      "Did you mean",
    );
  });

  it("says which root cannot be opened", async () => {
    const root = scratch();
    write(root, { file: "" });
    for (const missing of ["nowhere", "file"]) {
      await expect(workTree(join(root, missing), CAPS)).rejects.toMatchObject({ code: "no-such-folder" });
    }
  });
});

describe("links in the work tree", () => {
  const links: readonly (readonly [string, string, string])[] = [
    ["a relative link", "data/real.csv", "real"],
    ["a link through a linked folder", "folder-link/real.csv", "refused: not-found"],
    ["a link to /etc/passwd", "/etc/passwd", "refused: link-outside-tree"],
    ["a link up and out", "../outside.csv", "refused: link-outside-tree"],
    ["a link that leaves and returns", "../ROOT/data/real.csv", "refused: link-outside-tree"],
    ["a link to itself", "link", "refused: too-many-links"],
    ["a link to git's files", ".git/config", "refused: outside-tree"],
    ["a link to a folder", "data", "refused: is-directory"],
    ["a dangling link", "nothing", "refused: not-found"],
    ["a link to a device", "/dev/zero", "refused: link-outside-tree"],
    ["a link out through a folder", "data/../../outside.csv", "refused: link-outside-tree"],
    ["a link with idle steps", "./data/.//real.csv", "real"],
  ];

  it.each(links)("%s (%s): %s", async (_, target, outcome) => {
    const parent = scratch();
    const root = join(parent, "ROOT");
    write(parent, { "outside.csv": "secret", "ROOT/data/real.csv": "real" });
    symlinkSync(target, join(root, "link"));
    const tree = await workTree(root, CAPS, null);
    expect(await text(await tree.open("link"))).toBe(outcome);
  });

  it("follows an absolute link that stays under the root", async () => {
    const root = scratch();
    write(root, { "data/real.csv": "real" });
    symlinkSync(join(root, "data"), join(root, "folder"));
    symlinkSync(join(root, "data/real.csv"), join(root, "data/link"));
    const tree = await workTree(root, CAPS, null);
    for (const path of ["folder/real.csv", "data/link"])
      expect(await text(await tree.open(path))).toBe("real");
  });

  it("resolves a link's `..` from where the link before it led", async () => {
    const root = scratch();
    write(root, { "one/two/three/x": "", "one/found": "found" });
    symlinkSync("one/two/three", join(root, "far"));
    symlinkSync("far/../../found", join(root, "link"));
    symlinkSync("far/../../../../out", join(root, "out"));
    const tree = await workTree(root, CAPS, null);
    expect(await text(await tree.open("link"))).toBe("found");
    expect(await text(await tree.open("out"))).toBe("refused: link-outside-tree");
  });

  it("counts hops against the cap", async () => {
    const root = scratch();
    write(root, { l0: "end" });
    for (let i = 1; i <= 4; i++) symlinkSync(`l${i - 1}`, join(root, `l${i}`));
    const tree = await workTree(root, { ...CAPS, linkHops: 3 }, null);
    expect(await text(await tree.open("l3"))).toBe("end");
    expect(await text(await tree.open("l4"))).toBe("refused: too-many-links");
  });

  it("stops at two links that name each other", async () => {
    const root = scratch();
    symlinkSync("b/x", join(root, "a"));
    symlinkSync("a/x", join(root, "b"));
    expect(await text(await (await workTree(root, CAPS, null)).open("a"))).toBe("refused: too-many-links");
  });

  it("works when the root itself is reached through a link", async () => {
    const parent = scratch();
    write(parent, { "real/file": "x" });
    symlinkSync("real", join(parent, "root"));
    const tree = await workTree(join(parent, "root"), CAPS);
    expect(await text(await tree.open("file"))).toBe("x");
    expect((await tree.list()).paths).toEqual(["file"]);
  });
});

describe("blobId of the work tree", () => {
  it.each(["sha1", "sha256"])("is git's own in a %s repository", async (format) => {
    const root = repositoryOf({ "a.txt": "hello\n", empty: "" }, format);
    symlinkSync("a.txt", join(root, "link"));
    const tree = await workTree(root, CAPS);
    expect(await tree.blobId("a.txt")).toBe(git(root, "rev-parse", "HEAD:a.txt"));
    expect(await tree.blobId("empty")).toBe(git(root, "rev-parse", "HEAD:empty"));
    expect(await tree.blobId("link")).toBe(await tree.blobId("a.txt"));
    expect(await tree.blobId("none")).toBeNull();
  });

  it("is sha1 where there is no repository, and where there is no git", async () => {
    const root = scratch();
    write(root, { file: "hello\n" });
    const hello = "ce013625030ba8dba906f756967f9e9ca394464a";
    expect(await (await workTree(root, CAPS)).blobId("file")).toBe(hello);
    vi.stubEnv("PATH", "/nonexistent");
    try {
      const tree = await workTree(root, CAPS);
      expect(await tree.blobId("file")).toBe(hello);
      expect((await tree.list()).paths).toEqual(["file"]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
