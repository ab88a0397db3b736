import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "../../src/github/change.ts";
import type { Degradation } from "../../src/github/degradation.ts";
import { type Inputs, readInputs } from "../../src/github/inputs.ts";
import { publish } from "../../src/github/publish.ts";
import type { Report } from "../../src/report/report.ts";
import { actionMetadata } from "../support/action-metadata.ts";
import { parseOutputs } from "../support/action-runner.ts";
import { type GitHubServer, startGitHub } from "../support/github-server.ts";
import { badGateway, lockedConversation, readOnlyToken, secondaryLimit } from "../support/github-trouble.ts";
import { sampleFindings } from "../support/sample-findings.ts";
import { reportOn, sampleModels, sampleReport } from "../support/sample-report.ts";

const BOT = "github-actions[bot]";

let server: GitHubServer;
let folder: string;
let printed: string;

beforeEach(async () => {
  server = await startGitHub();
  folder = realpathSync(mkdtempSync(join(tmpdir(), "publish-")));
  for (const each of ["work", "temp"]) mkdirSync(join(folder, each));
  for (const each of ["output", "summary"]) writeFileSync(join(folder, each), "");
  vi.stubEnv("GITHUB_OUTPUT", join(folder, "output"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await server.close();
  expect(server.complaints).toEqual([]);
  expect(printed.replace(/^::add-mask::.*$/gm, "")).not.toContain(server.token);
});

function pullRequest(changes: Partial<Change> = {}): Change {
  return {
    kind: "pull_request",
    pullNumber: 7,
    headSha: "a".repeat(40),
    evaluatedSha: "c".repeat(40),
    baseSha: "b".repeat(40),
    fromFork: false,
    repository: { owner: "octo-org", repo: "credit" },
    serverUrl: "https://git.example.com",
    apiUrl: server.apiUrl,
    ...changes,
  };
}

interface Setting {
  readonly report?: Report;
  readonly change?: Partial<Change>;
  readonly inputs?: Partial<Inputs>;
  readonly summaryFile?: string;
}

async function show({ report = sampleReport(), change, inputs, summaryFile = "summary" }: Setting = {}) {
  const env = {
    GITHUB_WORKSPACE: join(folder, "work"),
    RUNNER_TEMP: join(folder, "temp"),
    GITHUB_STEP_SUMMARY: join(folder, summaryFile),
  };
  const given = readInputs((name) => (name === "token" ? server.token : ""));
  const run = { change: pullRequest(change), env, pause: async () => {} };
  return publish(report, run, { ...given, ...inputs });
}

const codes = (degradations: readonly Degradation[]) => degradations.map(({ code }) => code);
const outputs = () => parseOutputs(readFileSync(join(folder, "output"), "utf8"));
const linesOf = (level: string) => printed.split("\n").filter((line) => line.startsWith(`::${level} `));

describe("with all permissions", () => {
  it("sets each output that action.yml documents, and no other", async () => {
    expect(await show({ inputs: { sarif: "out/findings.sarif" } })).toEqual([]);
    const set = outputs();
    expect(Object.keys(set).toSorted()).toEqual(Object.keys(actionMetadata().outputs).toSorted());
    expect(set.recommendation).toBe("hold");
    expect(set.sarif).toBe(join(folder, "work/out/findings.sarif"));
    expect(JSON.parse(set.models ?? "")).toEqual([
      { id: sampleModels.approve.id, recommendation: "approve", tier: sampleModels.approve.tier.effective },
      { id: "credit-default", recommendation: "hold", tier: "high" },
      {
        id: sampleModels.conditions.id,
        recommendation: "approve-with-conditions",
        tier: sampleModels.conditions.tier.effective,
      },
    ]);
  });

  it("counts what is open and what of it holds a model", async () => {
    const [sample] = sampleFindings;
    const finding = { ...sample!, blocking: true, disposition: "open" } as const;
    const findings = [
      finding,
      { ...finding, blocking: false },
      { ...finding, disposition: "accepted" } as const,
      { ...finding, disposition: "known" } as const,
    ];
    await show({ report: reportOn({ ...sampleModels.hold, findings }) });
    expect(outputs()).toMatchObject({ findings: "2", blocking: "1" });
  });

  it("saves the report whole", async () => {
    await show();
    expect(JSON.parse(readFileSync(outputs().report ?? "", "utf8"))).toEqual(sampleReport());
  });

  it("leaves one comment, and updates it when run again", async () => {
    await show();
    await show({ report: reportOn(sampleModels.approve) });
    await show({ report: reportOn(sampleModels.approve) });
    expect(server.comments.map(({ login, updates }) => [login, updates])).toEqual([[BOT, 1]]);
    expect(server.comments[0]?.body).toContain(sampleModels.approve.id);
    expect(server.comments[0]?.body.split("<!-- effective-challenge -->")).toHaveLength(2);
  });

  it("links to the author's commit on the server that the event names", async () => {
    await show();
    const link = `https://git.example.com/octo-org/credit/blob/${"a".repeat(40)}/models/`;
    expect(server.comments[0]?.body).toContain(link);
    expect(readFileSync(join(folder, "summary"), "utf8")).toContain(link);
  });

  it("starts no comment on a change that touches no model", async () => {
    const report = { ...reportOn(sampleModels.untouched), recommendation: null };
    await show({ report });
    expect(server.comments).toEqual([]);
    server.say(BOT, "<!-- effective-challenge -->\nhold");
    await show({ report });
    expect(server.comments.map(({ updates }) => updates)).toEqual([1]);
  });

  it.each([
    ["not asked for", { inputs: { comment: false } }],
    ["not on a pull request", { change: { pullNumber: null } }],
  ])("asks GitHub nothing when a comment is %s", async (_, setting) => {
    expect(await show(setting)).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it.each(["annotations", "summary"] as const)("leaves out %s when told to", async (name) => {
    await show({ inputs: { [name]: false } });
    expect(linesOf("error").length > 0).toBe(name !== "annotations");
    expect(readFileSync(join(folder, "summary"), "utf8").length > 0).toBe(name !== "summary");
  });
});

describe("what cannot be shown is a warning that says what to do", () => {
  it.each([
    [
      "a read-only token",
      readOnlyToken(),
      {},
      "comment-forbidden",
      "permissions: { contents: read, pull-requests: write }",
    ],
    [
      "a fork's token",
      readOnlyToken(),
      { fromFork: true },
      "comment-forbidden",
      "a pull request from a fork runs with a read-only token",
    ],
    ["a locked conversation", lockedConversation(), {}, "comment-locked", "Unlock it"],
    ["a limit", secondaryLimit(Infinity, "0"), {}, "comment-failed", "Run the job again"],
    ["a server that is down", badGateway(Infinity, false), {}, "comment-failed", "Run the job again"],
  ])("%s", async (_, trouble, change, code, says) => {
    server.trouble = trouble;
    expect(codes(await show({ change }))).toEqual([code]);
    expect(outputs().recommendation).toBe("hold");
    expect(printed).toContain(says);
    expect(printed).toContain("The report is in the job summary.");
    expect(printed.match(/^::warning::/gm)).toHaveLength(1);
  });

  it("does not tell a fork's author to change permissions", async () => {
    server.trouble = readOnlyToken();
    await show({ change: { fromFork: true } });
    expect(printed).not.toContain("permissions:");
  });

  it("points to the report's file when there is no summary", async () => {
    server.trouble = readOnlyToken();
    await show({ inputs: { summary: false } });
    expect(printed).toContain("The report is in the file that the output `report` names.");
  });

  it("says when the workflow hands over no token", async () => {
    expect(codes(await show({ inputs: { token: null } }))).toEqual(["token-missing"]);
    expect(server.asked).toEqual([]);
  });

  it("says when the token is not valid, without showing it", async () => {
    expect(codes(await show({ inputs: { token: "ghs_expired" } }))).toEqual(["comment-forbidden"]);
    expect(printed).toContain("the token is not valid");
    expect(printed).not.toContain("ghs_expired");
  });

  it("says when the next run would not know its own comment", async () => {
    const [degradation] = await show({ inputs: { commentAuthor: "octo-app[bot]" } });
    expect(degradation).toMatchObject({ code: "comment-author", fix: expect.stringContaining(BOT) });
  });

  it("says when the summary cannot be written", async () => {
    expect(codes(await show({ summaryFile: "missing/summary" }))).toEqual(["summary-unwritten"]);
    expect(server.comments).toHaveLength(1);
  });

  it("gives no list of models rather than a cut one", async () => {
    const models = Array.from({ length: 5000 }, (_, n) => ({ ...sampleModels.approve, id: `model-${n}` }));
    expect(codes(await show({ report: sampleReport({ models }) }))).toEqual(["output-too-long"]);
    expect(outputs().models).toBe("");
  });

  it("keeps its own warnings within the ten that GitHub shows", async () => {
    server.trouble = readOnlyToken();
    const [notice] = sampleReport().notices;
    await show({ report: sampleReport({ notices: Array.from({ length: 30 }, () => notice!) }) });
    expect(printed.match(/^::warning/gm)).toHaveLength(10);
  });
});
