import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENTS } from "../../src/github/change.ts";
import { changeFrom } from "../../src/github/event.ts";
import { SetupError } from "../../src/github/setup-error.ts";
import { pullRequestPayload } from "../support/pull-request-payload.ts";

const BASE = "b".repeat(40);
const HEAD = "a".repeat(40);
const MERGE = "c".repeat(40);
const env = {
  GITHUB_SHA: MERGE,
  GITHUB_REPOSITORY: "octo-org/credit",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_API_URL: "https://api.github.com",
};

function payload(fromFork = false): object {
  const slug = env.GITHUB_REPOSITORY;
  return pullRequestPayload({ slug, number: 7, baseSha: BASE, headSha: HEAD, mergeSha: MERGE, fromFork });
}

function errorOf(eventName: string, body: unknown, variables: Record<string, string> = env): SetupError {
  try {
    changeFrom(eventName, body, variables);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("what each event asks to have judged", () => {
  const alone = { pullNumber: null, headSha: MERGE, evaluatedSha: MERGE, baseSha: null, fromFork: false };
  const pull = { pullNumber: 7, headSha: HEAD, evaluatedSha: MERGE, baseSha: BASE, fromFork: false };

  it.each([
    ["pull_request", payload(), pull],
    ["pull_request", payload(true), { ...pull, fromFork: true }],
    ["pull_request_review", payload(), pull],
    ["pull_request_target", payload(true), { ...pull, evaluatedSha: HEAD, fromFork: true }],
    ["merge_group", { merge_group: { base_sha: BASE, head_sha: MERGE } }, { ...alone, baseSha: BASE }],
    ["push", { before: BASE, after: MERGE }, { ...alone, baseSha: BASE }],
    ["push", { before: "0".repeat(40), after: MERGE }, alone],
    ["workflow_dispatch", { inputs: null }, alone],
    ["deployment", { deployment: { sha: MERGE } }, alone],
    ["release", {}, alone],
    ["schedule", { schedule: "0 6 * * 1" }, alone],
  ])("%s", (eventName, body, sides) => {
    expect(changeFrom(eventName, body, env)).toEqual({
      kind: eventName,
      ...sides,
      repository: { owner: "octo-org", repo: "credit" },
      serverUrl: "https://github.com",
      apiUrl: "https://api.github.com",
    });
  });

  it("takes a deleted fork for a fork", () => {
    const body = structuredClone(payload(true)) as { pull_request: { head: { repo: unknown } } };
    body.pull_request.head.repo = null;
    expect(changeFrom("pull_request", body, env).fromFork).toBe(true);
  });

  it("keeps an Enterprise Server's own addresses", () => {
    const urls = {
      GITHUB_SERVER_URL: "https://git.example.com/",
      GITHUB_API_URL: "https://git.example.com/api/v3",
    };
    expect(changeFrom("schedule", {}, { ...env, ...urls })).toMatchObject({
      serverUrl: "https://git.example.com",
      apiUrl: "https://git.example.com/api/v3",
    });
  });

  it("reads the ids of a SHA-256 repository", () => {
    const sha = "d".repeat(64);
    expect(changeFrom("schedule", {}, { ...env, GITHUB_SHA: sha }).evaluatedSha).toBe(sha);
  });
});

describe("what is wrong is named", () => {
  const without = (path: string) => {
    const body: unknown = structuredClone(payload());
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const parent = keys.reduce<unknown>((value, key) => Reflect.get(Object(value), key), body);
    Reflect.deleteProperty(Object(parent), last);
    return body;
  };

  it.each([
    "pull_request.number",
    "pull_request.head.sha",
    "pull_request.base.sha",
    "pull_request.base.repo.id",
  ])("%s is missing", (field) => {
    expect(errorOf("pull_request", without(field))).toMatchObject({
      code: "event",
      about: field,
      message: expect.stringContaining(`\`${field}\` is missing`),
    });
  });

  it.each([
    ["push", { before: "HEAD; rm -rf" }, "before"],
    ["push", { before: 7 }, "before"],
    ["merge_group", { merge_group: { base_sha: "0".repeat(40) } }, "merge_group.base_sha"],
    ["merge_group", { merge_group: [BASE] }, "merge_group.base_sha"],
    ["pull_request", null, "pull_request.number"],
    ["pull_request", { pull_request: { number: -1 } }, "pull_request.number"],
    ["pull_request", Object.create({ pull_request: { number: 7 } }), "pull_request.number"],
    ["issue_comment", {}, "GITHUB_EVENT_NAME"],
    ["", {}, "GITHUB_EVENT_NAME"],
  ])("%s with %j", (eventName, body, about) => {
    expect(errorOf(eventName, body)).toMatchObject({ code: "event", about });
  });

  it.each([
    ["GITHUB_SHA", ""],
    ["GITHUB_SHA", "main"],
    ["GITHUB_REPOSITORY", "credit"],
    ["GITHUB_REPOSITORY", "octo-org/credit/../other"],
    ["GITHUB_API_URL", "api.github.com"],
    ["GITHUB_API_URL", "file:///etc/passwd"],
    ["GITHUB_SERVER_URL", "https://user:secret@git.example.com"],
  ])("%s is %j", (name, value) => {
    const error = errorOf("schedule", {}, { ...env, [name]: value });
    expect(error).toMatchObject({ code: "environment", about: name });
    expect(error.message).not.toContain("secret");
  });
});

it("answers any payload with a change or a SetupError", () => {
  fc.assert(
    fc.property(fc.constantFrom(...EVENTS), fc.jsonValue(), (eventName, body) => {
      try {
        return changeFrom(eventName, body, env).kind === eventName;
      } catch (error) {
        return error instanceof SetupError && error.message.length < 300;
      }
    }),
  );
});
