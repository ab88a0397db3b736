import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Ground, openGround } from "../../src/main/ground.ts";
import { commit, git, initialise, write } from "../support/repository.ts";
import { repositoryOf, scratch } from "../workspace/scratch.ts";

const NO_COMMITS = async () => ({ base: null, head: null });
const FILES = { "models/a/model-card.yaml": "model: { id: a }\n", "models/b/x": "", "notes.md": "" };

const opened: Ground[] = [];
afterEach(() => {
  for (const { repository } of opened.splice(0)) repository?.close();
});

async function ground(...asked: Parameters<typeof openGround>): Promise<Ground> {
  const found = await openGround(...asked);
  opened.push(found);
  return found;
}

const pathsOf = async ({ head }: Ground) => (await head.list()).paths;

describe("openGround", () => {
  it("takes the repository around the paths, and looks where they point", async () => {
    const root = repositoryOf(FILES);
    const found = await ground([join(root, "models/a"), join(root, "models/a/model-card.yaml")], NO_COMMITS);
    const tip = git(root, "rev-parse", "HEAD");
    expect(found.scope).toEqual(["models/a", "models/a/model-card.yaml"]);
    expect(found.commit).toEqual({ head: tip, evaluated: tip, base: null, mergeBase: null });
    expect(found.base).toBeNull();
    expect(await pathsOf(found)).toEqual(Object.keys(FILES));
  });

  it("takes the whole of a repository at its root", async () => {
    const root = repositoryOf(FILES);
    expect((await ground([root], NO_COMMITS)).scope).toEqual([""]);
  });

  it("has no commit in a repository without one", async () => {
    const root = scratch();
    initialise(root);
    const none = { head: null, evaluated: null, base: null, mergeBase: null };
    expect((await ground([root], NO_COMMITS)).commit).toEqual(none);
  });

  it.each<[string, string[], string, string[]]>([
    ["a folder", [""], "", [""]],
    ["a card", ["models/a/model-card.yaml"], "models/a", ["model-card.yaml"]],
    ["the folder that holds two", ["models/a", "models/b"], "models", ["a", "b"]],
    [
      "the folder that holds a card and a folder",
      ["models/a/model-card.yaml", "models/b"],
      "models",
      ["a/model-card.yaml", "b"],
    ],
    ["the outer of two", ["models", "models/a"], "models", ["", "a"]],
    ["no folder by the start of its name", ["models/a", "models/ab"], "models", ["a", "ab"]],
  ])("takes, without a repository, %s", async (_, paths, root, scope) => {
    const folder = scratch();
    write(folder, { ...FILES, "models/ab/x": "" });
    const found = await ground(
      paths.map((path) => join(folder, path)),
      NO_COMMITS,
    );
    expect(found).toMatchObject({ scope, repository: null, base: null });
    const inside = [...Object.keys(FILES), "models/ab/x"].filter(
      (path) => root === "" || path.startsWith(`${root}/`),
    );
    expect(await pathsOf(found)).toEqual(
      inside.map((path) => path.slice(root === "" ? 0 : root.length + 1)).toSorted(),
    );
  });

  it("compares with the commit that it is given, and says where the two part", async () => {
    const root = repositoryOf({ file: "root" });
    const fork = git(root, "rev-parse", "HEAD");
    const base = commit(root, { file: "base" });
    git(root, "checkout", "--quiet", "-b", "topic", fork);
    const head = commit(root, { other: "head" });
    const found = await ground([root], async (repository) => ({
      base: (await repository?.commitNamed("main")) ?? null,
      head: null,
    }));
    expect(found.commit).toEqual({ head, evaluated: head, base, mergeBase: fork });
    expect((await found.base?.list())?.paths).toEqual(["file"]);
    expect(await pathsOf(found)).toEqual(["file", "other"]);
  });

  it("does not know where it parts from a commit that the clone lacks", async () => {
    const root = repositoryOf(FILES);
    const tip = git(root, "rev-parse", "HEAD");
    const found = await ground([root], async () => ({ base: tip, head: "0".repeat(40) }));
    expect(found.commit).toEqual({ head: "0".repeat(40), evaluated: tip, base: tip, mergeBase: null });
  });

  it.each<[string, string, RegExp]>([
    ["a misspelt folder", "model", /did you mean .*models\?/],
    ["a misspelt card", "models/a/model-crad.yaml", /did you mean .*models\/a\/model-card\.yaml\?/],
    ["what is like nothing there", "zzz", /give the path of a folder or of a model card/],
    ["what is in no folder", "zzz/yyy", /give the path of a folder or of a model card/],
  ])("refuses %s", async (_, path, fix) => {
    const root = repositoryOf(FILES);
    await expect(ground([join(root, path)], NO_COMMITS)).rejects.toMatchObject({
      name: "UsageError",
      message: `there is no ${join(root, path)}`,
      fix: expect.stringMatching(fix),
    });
  });

  it("judges one repository at a time", async () => {
    const [one, other] = [repositoryOf(FILES), repositoryOf(FILES)];
    const refused = { name: "UsageError", fix: "judge one repository at a time" };
    await expect(ground([one, other], NO_COMMITS)).rejects.toMatchObject(refused);
  });

  it("passes on what is wrong with the commits", async () => {
    const root = repositoryOf(FILES);
    const asked = ground([root], async (repository) => ({
      base: (await repository?.commitNamed("mian")) ?? null,
      head: null,
    }));
    await expect(asked).rejects.toMatchObject({
      name: "WorkspaceError",
      code: "unknown-ref",
      fix: expect.stringContaining("main"),
    });
  });
});
