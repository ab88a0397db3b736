import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { changeFrom } from "../../src/github/event.ts";
import { runAction } from "../support/action-runner.ts";
import { makePullRequest, type PullRequest } from "../support/pull-request.ts";
import { git } from "../support/repository.ts";

const base = { "models/a/model-card.yaml": "model: { id: a }\n", "policy.yaml": "one\n" };
const head = { "models/a/model-card.yaml": "model: { id: a, version: 2.0.0 }\n" };
const made: PullRequest[] = [];

function make(wishes: Partial<Parameters<typeof makePullRequest>[0]> = {}): PullRequest {
  const pullRequest = makePullRequest({ base, head, ...wishes });
  made.push(pullRequest);
  return pullRequest;
}

afterEach(() => {
  for (const pullRequest of made.splice(0)) pullRequest.remove();
});

describe("the pull request that the Action is tested on", () => {
  it("is left by a shallow checkout as one merge without its parents", () => {
    const { workspace, mergeSha, baseSha, headSha } = make();
    expect(git(workspace, "rev-parse", "HEAD")).toBe(mergeSha);
    expect(git(workspace, "cat-file", "-p", "HEAD")).toContain(`parent ${baseSha}\nparent ${headSha}`);
    expect(() => git(workspace, "cat-file", "-e", baseSha)).toThrow();
    git(workspace, "fetch", "--quiet", "--depth=1", "origin", baseSha);
    expect(git(workspace, "show", `${baseSha}:policy.yaml`)).toBe("one");
  });

  it("has its whole history with fetch-depth 0", () => {
    const { workspace, baseSha } = make({ clone: "full" });
    expect(git(workspace, "show", `${baseSha}:policy.yaml`)).toBe("one");
  });

  it("merges into a base that has moved on since the event named it", () => {
    const { workspace, baseSha } = make({ clone: "full", meanwhile: { "policy.yaml": "two\n" } });
    expect(git(workspace, "rev-parse", "HEAD^1")).not.toBe(baseSha);
    expect(git(workspace, "show", "HEAD^1:policy.yaml")).toBe("two");
  });

  it("comes with an event that the Action understands", () => {
    const { payload, slug, mergeSha, headSha, baseSha } = make({ fromFork: true });
    const env = {
      GITHUB_SHA: mergeSha,
      GITHUB_REPOSITORY: slug,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_API_URL: "https://api.github.com",
    };
    expect(changeFrom("pull_request", payload, env)).toMatchObject({
      pullNumber: 7,
      headSha,
      evaluatedSha: mergeSha,
      baseSha,
      fromFork: true,
    });
  });
});

it("is run as a runner runs an action", async () => {
  const { workspace, payload, slug, mergeSha, ref } = make();
  const script = `${workspace}/step.mjs`;
  writeFileSync(
    script,
    `import { appendFileSync } from "node:fs";
     const { env } = process;
     appendFileSync(env.GITHUB_OUTPUT, "seen<<END\\n" + JSON.stringify(Object.keys(env)) + "\\nEND\\nempty<<E\\n\\nE\\n");
     appendFileSync(env.GITHUB_STEP_SUMMARY, [env["INPUT_AS-OF"], env["INPUT_COMMENT-AUTHOR"], env.INPUT_TOKEN, process.cwd()].join(" "));
     process.exitCode = 3;`,
  );
  const job = { eventName: "pull_request", payload, sha: mergeSha, ref, slug, workspace };
  const api = { apiUrl: "http://127.0.0.1:9", token: "ghs_synthetic", inputs: { "as-of": "2026-03-31" } };
  const ran = await runAction({ ...job, ...api }, script);
  expect(ran).toMatchObject({ code: 3, report: null, outputs: { empty: "" } });
  expect(ran.summary).toBe(`2026-03-31 github-actions[bot] ghs_synthetic ${workspace}`);
  const names: string[] = JSON.parse(ran.outputs.seen ?? "");
  expect(names.filter((name) => !/^(CI|PATH|HOME|(GITHUB|RUNNER|INPUT)_.*)$/.test(name))).toEqual([]);
});
