import { chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { commitTree } from "../../src/workspace/commit-tree.ts";
import { openRepository } from "../../src/workspace/git-repository.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { commit, git, write } from "../support/repository.ts";
import { repositoryOf, scratch, text } from "./scratch.ts";

const HOOKS = ["post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction", "post-merge"];

/** A clone whose configuration runs `trap` wherever git lets a repository name a program. */
function trapped(): { root: string; marks: string; missing: string } {
  const origin = repositoryOf({ "card.yaml": "one", "data.bin": "raw" });
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  const root = join(scratch(), "clone");
  git(origin, "clone", "-q", "--depth=1", pathToFileURL(origin).href, root);
  write(origin, { "card.yaml": "two" });
  const missing = commit(origin);

  const marks = scratch();
  const trap = join(scratch(), "trap");
  writeFileSync(trap, `#!/bin/sh\ntouch "${marks}/$$"\nexit 0\n`);
  chmodSync(trap, 0o755);
  for (const hook of HOOKS) {
    writeFileSync(join(root, ".git/hooks", hook), `#!/bin/sh\nexec ${trap}\n`);
    chmodSync(join(root, ".git/hooks", hook), 0o755);
  }
  const programs = [
    "core.fsmonitor",
    "core.pager",
    "core.askPass",
    "core.alternateRefsCommand",
    "diff.external",
    "diff.trap.textconv",
    "filter.trap.clean",
    "filter.trap.smudge",
    "filter.trap.process",
    "remote.origin.uploadpack",
    "uploadpack.packObjectsHook",
    "alias.ls-files",
  ];
  for (const name of programs) git(root, "config", name, name.startsWith("alias") ? `!${trap}` : trap);
  write(root, { ".gitattributes": "* filter=trap diff=trap\n" });
  return { root, marks, missing };
}

describe("a repository configured to run programs", () => {
  it("runs none of them, whatever is asked", async () => {
    const { root, marks, missing } = trapped();
    const repository = await openRepository(root);
    if (repository === null) throw new Error("no repository");
    const head = await repository.resolve("HEAD");
    const tree = await workTree(root, CAPS);
    await tree.list();
    expect(await text(await tree.open("data.bin"))).toBe("raw");
    await tree.blobId("data.bin");
    const committed = await commitTree(repository, head!, CAPS);
    expect(await text(await committed.open("card.yaml"))).toBe("one");
    await repository.parents(head!);
    expect(await repository.fetch(missing)).toEqual({ fetched: true });
    await repository.mergeBase(head!, missing);
    await expect(repository.commitNamed("nothing")).rejects.toThrow();
    repository.close();
    expect(readdirSync(marks)).toEqual([]);
  });

  it("would have run them without the fences", () => {
    const { root, marks } = trapped();
    try {
      git(root, "status");
    } catch {
      // a trapped git may fail; that it ran the trap is what counts
    }
    expect(readdirSync(marks)).not.toEqual([]);
    expect(existsSync(join(root, ".git"))).toBe(true);
  });
});
