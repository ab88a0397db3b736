import { describe, expect, it } from "vitest";
import type { Change } from "../../src/github/change.ts";
import { basis } from "../../src/main/basis.ts";
import type { GitRepository } from "../../src/workspace/git-repository.ts";

const id = (digit: string) => digit.repeat(40);
const [BASE, HEAD, MERGE, NEWER, OTHER] = ["b", "a", "c", "d", "e"].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

interface Clone {
  readonly at: string;
  readonly parents?: Readonly<Record<string, readonly string[]>>;
  /** Commits that the server gives out. */
  readonly served?: readonly string[];
  readonly named?: Readonly<Record<string, string>>;
}

function clone({ at, parents = {}, served = [BASE, NEWER], named = {} }: Clone): GitRepository {
  const answers: Partial<GitRepository> = {
    commitNamed: async (ref) =>
      ref === "HEAD" ? at : (named[ref] ?? Promise.reject(new Error(`no ${ref}`))),
    parents: async (commit) => parents[commit] ?? [],
    fetch: async (commit) =>
      served.includes(commit)
        ? { fetched: true }
        : { fetched: false, says: `no ${commit[0]}`, fix: "fetch it" },
  };
  return answers as GitRepository;
}

function change(more: Partial<Change>): Change {
  return {
    kind: "pull_request",
    pullNumber: 7,
    headSha: HEAD,
    evaluatedSha: MERGE,
    baseSha: BASE,
    fromFork: false,
    repository: { owner: "octo-org", repo: "credit" },
    serverUrl: "https://github.com",
    apiUrl: "https://api.github.com",
    ...more,
  };
}

const PUSH = { kind: "push", pullNumber: null, headSha: null, evaluatedSha: HEAD } as const;
const QUEUE = { ...PUSH, kind: "merge_group" } as const;
const TEST_MERGE = { at: MERGE, parents: { [MERGE]: [NEWER, HEAD] } };

describe("basis", () => {
  it.each<[string, Clone, Partial<Change>, string | null, { base: string | null; head: string | null }]>([
    [
      "the first parent of the test merge, which is fresher than the event",
      TEST_MERGE,
      {},
      null,
      { base: NEWER, head: HEAD },
    ],
    [
      "the event's base where the author's own commit is checked out",
      { at: HEAD },
      {},
      null,
      { base: BASE, head: HEAD },
    ],
    [
      "the event's base where the author's own commit is a merge",
      { at: HEAD, parents: { [HEAD]: [OTHER, NEWER] } },
      {},
      null,
      { base: BASE, head: HEAD },
    ],
    [
      "the commit that the operator asks for",
      { ...TEST_MERGE, named: { release: OTHER } },
      {},
      "release",
      { base: OTHER, head: HEAD },
    ],
    ["the commit before a push", { at: HEAD }, PUSH, null, { base: BASE, head: HEAD }],
    [
      "nothing after a forced push that took it away",
      { at: HEAD, served: [] },
      PUSH,
      null,
      { base: null, head: HEAD },
    ],
    [
      "nothing for the first push of a branch",
      { at: HEAD },
      { ...PUSH, baseSha: null },
      null,
      { base: null, head: HEAD },
    ],
    ["the commit before a merge group", { at: HEAD }, QUEUE, null, { base: BASE, head: HEAD }],
  ])("is %s", async (_, where, event, asked, expected) => {
    expect(await basis(clone(where), change(event), asked)).toEqual(expected);
  });

  it.each<[string, Clone, Partial<Change>, string | null, string]>([
    [
      "another commit than the event's is checked out",
      { at: OTHER },
      {},
      null,
      "the workspace is at eeeeeeeeeeee, and the event is about aaaaaaaaaaaa",
    ],
    [
      "another merge than the event's is checked out",
      { at: OTHER, parents: { [OTHER]: [NEWER, BASE] } },
      {},
      null,
      "the workspace is at eeeeeeeeeeee, and the event is about aaaaaaaaaaaa",
    ],
    ["a pull request's base cannot be had", { ...TEST_MERGE, served: [] }, {}, null, "no d"],
    [
      "a pull request's event names no base",
      { at: HEAD },
      { baseSha: null },
      null,
      "the event names no base commit",
    ],
    ["a merge group's base cannot be had", { at: HEAD, served: [] }, QUEUE, null, "no b"],
    ["the commit that the operator asks for is none", TEST_MERGE, {}, "release", "no release"],
  ])("stops the run when %s", async (_, where, event, asked, message) => {
    await expect(basis(clone(where), change(event), asked)).rejects.toMatchObject({ message });
  });

  it("stops the run without a repository", async () => {
    await expect(basis(null, change({}), null)).rejects.toMatchObject({
      fix: expect.stringContaining("actions/checkout"),
    });
  });
});
