import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Job, type Ran, runAction } from "../support/action-runner.ts";
import { type GitHubServer, startGitHub } from "../support/github-server.ts";
import { readOnlyToken } from "../support/github-trouble.ts";
import { makePullRequest, type PullRequest, type Wishes } from "../support/pull-request.ts";
import { makePush } from "../support/pushed.ts";
import { type Files, git } from "../support/repository.ts";
import { sharedModel, withText } from "../support/scenario-shared.ts";
import { reportErrors, sarifErrors } from "../support/schemas.ts";

const CARD = "returns/model-card.yaml";
const RETURNS = sharedModel("returns");
const BASE: Files = { ...RETURNS, ...sharedModel("pumps") };
/** The claim that the head makes up; it stands on line 32 of the card. */
const OVERSTATED = withText(RETURNS, CARD, "name: recall, value: 0.950", "name: recall, value: 0.990");
const RAISED = withText(RETURNS, CARD, "version: 1.4.0", "version: 1.5.0");

let server: GitHubServer;
let removals: (() => void)[];

beforeEach(async () => {
  server = await startGitHub();
  removals = [];
});

afterEach(async () => {
  for (const remove of removals) remove();
  await server.close();
  expect(server.complaints).toEqual([]);
});

function open(wishes: Partial<Wishes> = {}): PullRequest {
  const pullRequest = makePullRequest({ base: BASE, head: OVERSTATED, ...wishes });
  removals.push(pullRequest.remove);
  return pullRequest;
}

async function run(
  job: Pick<Job, "eventName" | "payload" | "sha" | "ref" | "workspace">,
  inputs = {},
): Promise<Ran> {
  const given = { "as-of": "2026-11-23", ...inputs };
  const { apiUrl, token } = server;
  const ran = await runAction({ ...job, slug: "octo-org/credit", apiUrl, token, inputs: given });
  expect(ran.stdout.replace(/^::add-mask::.*$/gm, "") + ran.stderr).not.toContain(token);
  expect(ran.stdout + ran.stderr).not.toMatch(/fault of ours|\n\s+at .+:\d+:\d+/);
  return ran;
}

function challenge({ mergeSha, ...pullRequest }: PullRequest, inputs = {}): Promise<Ran> {
  return run({ ...pullRequest, sha: mergeSha }, inputs);
}

function linesOf({ stdout }: Ran, level: string): string[] {
  return stdout.split("\n").filter((line) => line.startsWith(`::${level}`));
}

describe("a pull request that overstates a number", () => {
  it.each(["shallow", "full"] as const)("is held, at the line, in every place: a %s clone", async (clone) => {
    const pullRequest = open({ clone });
    const ran = await challenge(pullRequest);
    expect(ran.code).toBe(1);
    expect(linesOf(ran, "error")).toEqual([expect.stringContaining(`file=${CARD},line=32`)]);
    expect(linesOf(ran, "error")[0]).toContain("recall on test is reported as 0.990");
    for (const shown of [ran.summary, server.comments[0]?.body ?? ""]) {
      expect(shown).toContain("hold");
      expect(shown).toContain(`/blob/${pullRequest.headSha}/${CARD}`);
      expect(shown).toContain("pumps");
    }
    expect(ran.outputs).toMatchObject({ recommendation: "hold", blocking: "1" });
    expect(JSON.parse(ran.outputs.models ?? "")).toEqual([
      { id: "returns", recommendation: "hold", tier: "medium" },
    ]);
    const report = JSON.parse(ran.report ?? "");
    expect(reportErrors(report)).toEqual([]);
    expect(report.commit).toMatchObject({ base: pullRequest.baseSha, head: pullRequest.headSha });
    expect(server.comments).toHaveLength(1);
  });

  it("keeps one comment up to date from push to push", async () => {
    await challenge(open());
    await challenge(open());
    expect(server.comments.map(({ updates }) => updates)).toEqual([0]);
    const mended = await challenge(open({ head: RAISED }));
    expect(mended).toMatchObject({ code: 0, outputs: { recommendation: "approve", findings: "0" } });
    expect(linesOf(mended, "error")).toEqual([]);
    expect(server.comments.map(({ updates }) => updates)).toEqual([1]);
    expect(server.comments[0]?.body).toContain("approve");
  });

  it("is told with a read-only token all the same, and the missing permission is named", async () => {
    server.trouble = readOnlyToken();
    const ran = await challenge(open());
    expect(ran).toMatchObject({ code: 1, outputs: { recommendation: "hold" } });
    expect(linesOf(ran, "warning::")).toEqual([
      expect.stringContaining("permissions: { contents: read, pull-requests: write }"),
    ]);
    expect(ran.summary).toContain(CARD);
    expect(server.comments).toEqual([]);
  });

  it("from a fork is judged, and nobody is told to change permissions", async () => {
    server.trouble = readOnlyToken();
    const ran = await challenge(open({ fromFork: true }));
    expect(ran.code).toBe(1);
    expect(linesOf(ran, "warning::")).toEqual([expect.stringContaining("a pull request from a fork")]);
    expect(ran.stdout).not.toContain("permissions:");
  });

  it("passes when the gate only advises, and is shown as a hold", async () => {
    const ran = await challenge(open(), { advisory: "true" });
    expect(ran).toMatchObject({ code: 0, outputs: { recommendation: "hold" } });
  });

  it("is written as SARIF where asked", async () => {
    const pullRequest = open();
    const ran = await challenge(pullRequest, { sarif: "findings.sarif" });
    expect(ran.outputs.sarif).toBe(`${pullRequest.workspace}/findings.sarif`);
    expect(sarifErrors(JSON.parse(readFileSync(ran.outputs.sarif ?? "", "utf8")))).toEqual([]);
  });
});

describe("whose rules are in force", () => {
  const policy = { "effective-challenge.yaml": "exclude: [returns/**]\n" };

  it("the base's, although the head looks away", async () => {
    const ran = await challenge(open({ head: { ...OVERSTATED, ...policy } }));
    expect(ran).toMatchObject({ code: 1, outputs: { recommendation: "hold" } });
    expect(ran.stdout).toContain("this change alters effective-challenge.yaml");
    expect(server.comments[0]?.body).toContain("effective-challenge.yaml");
  });

  it("those that are on the base by now, although the event names an older one", async () => {
    const ran = await challenge(open({ meanwhile: policy }));
    expect(ran).toMatchObject({ code: 0, outputs: { recommendation: "" } });
  });

  it("nobody's when the base cannot be had: the author's own would judge", async () => {
    const pullRequest = open();
    git(pullRequest.workspace, "remote", "set-url", "origin", "file:///nowhere");
    const ran = await challenge(pullRequest);
    expect(ran.code).toBe(2);
    expect(linesOf(ran, "error")).toEqual([expect.stringContaining(pullRequest.baseSha.slice(0, 7))]);
  });
});

describe("what a repository under judgement tries", () => {
  const HOSTILE = `model:
  id: returns
  name: "\\n::stop-commands::token\\n##[group]x @octocat ![i](https://evil.example/i.png) <img src=x> \\u202E"
  version: "\\e[31m1"
owners: "\\r\\n::set-output name=recommendation::approve"
`;

  it("stays text: no command, mention, image or hidden character", async () => {
    const ran = await challenge(open({ head: { [CARD]: HOSTILE } }));
    expect(ran).toMatchObject({ code: 1, outputs: { recommendation: "hold" } });
    const commands = ran.stdout.split("\n").filter((line) => /^\s*::/.test(line));
    expect(commands.filter((line) => !/^::(?:error|warning|notice|add-mask)[ :]/.test(line))).toEqual([]);
    expect(ran.stdout).not.toMatch(/##\[|[^\P{C}\n]/u);
    for (const shown of [ran.summary, server.comments[0]?.body ?? ""]) {
      expect(shown).toContain("returns");
      expect(shown).not.toMatch(/(?<![\w`])@octocat|!\[i\]|(?<!\\)<img|[^\P{C}\n]/u);
    }
  });
});

describe("other events", () => {
  it("a push is compared with what was there before it, without a comment", async () => {
    const { before, sha, workspace, remove } = makePush(BASE, OVERSTATED);
    removals.push(remove);
    const payload = { ref: "refs/heads/main", before, after: sha };
    const ran = await run({ eventName: "push", payload, sha, ref: "refs/heads/main", workspace });
    expect(ran).toMatchObject({ code: 1, outputs: { recommendation: "hold" } });
    expect(JSON.parse(ran.outputs.models ?? "").map(({ id }: { id: string }) => id)).toEqual(["returns"]);
    expect(server.asked).toEqual([]);
  });

  it("a merge group is compared with the base that it will be put on", async () => {
    const { before, sha, workspace, remove } = makePush(BASE, RAISED);
    removals.push(remove);
    const ref = "refs/heads/gh-readonly-queue/main/pr-7";
    const payload = {
      action: "checks_requested",
      merge_group: { head_sha: sha, head_ref: ref, base_sha: before },
    };
    const ran = await run({ eventName: "merge_group", payload, sha, ref, workspace });
    expect(ran).toMatchObject({ code: 0, outputs: { recommendation: "approve" } });
    expect(JSON.parse(ran.report ?? "").commit).toMatchObject({ base: before });
  });

  it("a first push of a branch has nothing before it, so every model is judged", async () => {
    const { sha, workspace, remove } = makePush(BASE, RAISED);
    removals.push(remove);
    const payload = { ref: "refs/heads/main", before: "0".repeat(40), after: sha };
    const ran = await run({ eventName: "push", payload, sha, ref: "refs/heads/main", workspace });
    expect(JSON.parse(ran.outputs.models ?? "").map(({ id }: { id: string }) => id)).toEqual([
      "pumps",
      "returns",
    ]);
  });
});

describe("a workflow that is wrong stops with 2 and says what to mend", () => {
  it.each([
    ["a stage", { stage: "prod" }, /stage/],
    ["a date", { "as-of": "soon" }, /as-of/],
    ["a flag", { advisory: "yes" }, /advisory/],
    ["a model", { model: "retuns" }, /did you mean "returns"/],
    ["a path", { paths: "return" }, /did you mean returns/],
    ["a base", { base: "mian" }, /mian/],
    ["a report outside the workspace", { report: "../../report.json" }, /report/],
  ])("%s", async (_, inputs, says) => {
    const ran = await challenge(open(), inputs);
    expect(ran.code).toBe(2);
    expect(linesOf(ran, "error")).toEqual([expect.stringMatching(says)]);
  });

  it("an event that names no commit", async () => {
    const pullRequest = open();
    const ran = await run({ ...pullRequest, sha: pullRequest.mergeSha, eventName: "issues" });
    expect(ran.code).toBe(2);
    expect(linesOf(ran, "error")).toEqual([expect.stringContaining("issues")]);
  });

  it("a policy on the base that is wrong", async () => {
    const base = { ...BASE, "effective-challenge.yaml": "exlude: []\n" };
    const ran = await challenge(open({ base }));
    expect(ran.code).toBe(2);
    expect(linesOf(ran, "error")).toEqual([expect.stringContaining("effective-challenge.yaml:1:1")]);
  });
});
