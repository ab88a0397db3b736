import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blocksOf, PAGES, textOf } from "./pages.ts";

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency?: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown }>>;
}

const workflows = PAGES.flatMap((path) => blocksOf(path, "yaml"))
  .filter(({ text }) => /^jobs:/m.test(text))
  .map((block) => ({ ...block, written: parse(block.text) as Workflow }));
const forPullRequests = workflows.filter(({ text }) => text.startsWith("name: Models\n"));

describe("the workflow for pull requests", () => {
  it("is one text on every page that shows it", () => {
    expect(forPullRequests.map(({ path }) => path)).toEqual([
      "README.md",
      "docs/getting-started.md",
      "docs/workflows.md",
    ]);
    expect(new Set(forPullRequests.map(({ text }) => text)).size).toBe(1);
  });

  it("judges pull requests and the merge queue, one run at a time, with the least rights", () => {
    const written = forPullRequests[0]?.written;
    expect(Object.keys(written?.on ?? {})).toEqual(["pull_request", "merge_group"]);
    expect(written?.concurrency).toBeDefined();
    expect(written?.jobs.challenge?.permissions).toEqual({ contents: "read", "pull-requests": "write" });
  });

  it("has each of its lines explained in docs/workflows.md", () => {
    const explained = [...textOf("docs/workflows.md").matchAll(/^\| `([^`]+)` \| [^|]+ \|$/gm)].map(
      ([, line = ""]) => line,
    );
    const structure = /^(name|on|jobs|\s*(challenge|runs-on|steps)):/;
    const lines =
      forPullRequests[0]?.text.split("\n").filter((line) => line !== "" && !structure.test(line)) ?? [];
    expect(lines.length).toBeGreaterThan(8);
    expect(
      lines.filter((line) => !explained.some((one) => line.replace(/^[ -]*(?:uses: )?/, "").startsWith(one))),
    ).toEqual([]);
  });
});

it.each(workflows.map((one) => [`${one.path}:${one.line}`, one.written] as const))(
  "%s says what its token may do",
  (_, { permissions, jobs }) => {
    const loose = Object.entries(jobs).filter(([, job]) => (job.permissions ?? permissions) === undefined);
    expect(loose.map(([name]) => name)).toEqual([]);
  },
);
