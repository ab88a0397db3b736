import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../src/github/api.ts";
import { type Placed, placeComment } from "../../src/github/comment.ts";
import { failureOf } from "../../src/github/failure.ts";
import { persist } from "../../src/github/retry.ts";
import { type GitHubServer, startGitHub } from "../support/github-server.ts";
import {
  badGateway,
  hangUp,
  lockedConversation,
  notFound,
  primaryLimit,
  readOnlyToken,
  secondaryLimit,
  type Trouble,
  tooQuick,
} from "../support/github-trouble.ts";

const MARKER = "<!-- effective-challenge -->";
const BOT = "github-actions[bot]";
const thread = { repository: { owner: "octo-org", repo: "credit" }, pullNumber: 7, author: BOT };

let server: GitHubServer;
let pauses: number[];

beforeEach(async () => {
  server = await startGitHub();
  pauses = [];
});

afterEach(async () => {
  await server.close();
  expect(server.complaints).toEqual([]);
});

async function place(
  text: string,
  { create = true, token = server.token, author = BOT } = {},
): Promise<Placed> {
  const api = await connect({ token, apiUrl: server.apiUrl, version: "1.2.3" });
  const work = () => placeComment(api, { ...thread, author }, text, create);
  return persist(work, async (milliseconds) => pauses.push(milliseconds));
}

async function failing(trouble: Trouble): Promise<unknown> {
  server.trouble = trouble;
  return place("hold").then(() => "placed", failureOf);
}

describe("one comment, updated in place", () => {
  it("starts a comment under the marker", async () => {
    expect(await place("hold")).toEqual({ did: "created", by: BOT });
    expect(server.comments.map(({ body }) => body)).toEqual([`${MARKER}\nhold`]);
  });

  it("updates the comment of the run before", async () => {
    await place("hold");
    expect(await place("approve")).toEqual({ did: "updated" });
    expect(server.comments.map(({ body }) => body)).toEqual([`${MARKER}\napprove`]);
  });

  it("asks for no change when the text is the same, even after an edit in the browser", async () => {
    server.say(BOT, `${MARKER}\r\nhold\r\nbecause\r\n`);
    expect(await place("hold\nbecause\n")).toEqual({ did: "unchanged" });
    expect(server.asked).toEqual(["issues/list-comments"]);
  });

  it("takes the oldest when a race left two", async () => {
    const oldest = server.say(BOT, `${MARKER}\nfirst`);
    const other = server.say(BOT, `${MARKER}\nsecond`);
    await place("hold");
    expect([oldest.body, other.body]).toEqual([`${MARKER}\nhold`, `${MARKER}\nsecond`]);
  });

  it("finds the comment behind hundreds of others", async () => {
    for (let n = 0; n < 250; n += 1) server.say("octocat", `remark ${n}`);
    server.say(BOT, `${MARKER}\nhold`);
    expect(await place("approve")).toEqual({ did: "updated" });
    expect(server.asked.filter((id) => id === "issues/list-comments")).toHaveLength(3);
  });

  it("gives up looking where GitHub itself would take no further comment", async () => {
    for (let n = 0; n < 3000; n += 1) server.say("octocat", "remark");
    expect(await place("hold")).toEqual({ did: "gave-up" });
    expect(server.comments).toHaveLength(3000);
  });

  it.each([
    ["somebody else's with our marker", "mallory", `${MARKER}\nhold`],
    ["our login's without the marker", BOT, "another action's comment"],
    ["our login's that quotes the marker further down", BOT, `see ${MARKER}`],
  ])("leaves alone %s", async (_, login, body) => {
    const other = server.say(login, body);
    expect(await place("approve")).toMatchObject({ did: "created" });
    expect(other).toMatchObject({ body, updates: 0 });
  });

  it("does not touch another pull request's comment", async () => {
    const other = server.say(BOT, `${MARKER}\nhold`, 8);
    expect(await place("approve")).toMatchObject({ did: "created" });
    expect(other.updates).toBe(0);
  });

  it("compares the author's login without regard to case", async () => {
    server.say("Octo-App[bot]", `${MARKER}\nhold`);
    expect(await place("approve", { author: "octo-app[bot]" })).toEqual({ did: "updated" });
  });

  it("starts none when there is nothing to say, but brings an old one up to date", async () => {
    expect(await place("nothing in scope", { create: false })).toEqual({ did: "nothing" });
    server.say(BOT, `${MARKER}\nhold`);
    expect(await place("nothing in scope", { create: false })).toEqual({ did: "updated" });
  });
});

describe("what GitHub refuses", () => {
  it.each([
    ["a read-only token", readOnlyToken(), "forbidden"],
    ["a repository that the token cannot see", notFound(), "forbidden"],
    ["a locked conversation", lockedConversation(), "locked"],
  ])("%s is not asked twice", async (_, trouble, kind) => {
    expect(await failing(trouble)).toMatchObject({ kind });
    expect(pauses).toEqual([]);
  });

  it("names GitHub's own words", async () => {
    expect(await failing(readOnlyToken())).toMatchObject({
      says: expect.stringMatching(/^403: Resource not accessible by integration/),
    });
  });

  it("a token that is not valid is said to be so", async () => {
    expect(await place("hold", { token: "ghs_expired" }).then(null, failureOf)).toMatchObject({
      kind: "unauthorized",
    });
  });
});

describe("what may pass by itself", () => {
  it.each([
    ["a secondary limit", secondaryLimit(2, "0"), [0, 0]],
    ["a secondary limit that says how long", secondaryLimit(1, "7", 429), [7000]],
    ["a primary limit", primaryLimit(1), [1000]],
    ["a write that came too quickly", tooQuick(1), [1000]],
    ["a bad gateway", badGateway(2, false), [1000, 2000]],
    ["a connection that was closed", hangUp(1), [1000]],
  ])("%s is tried again", async (_, trouble, waits) => {
    expect(await failing(trouble)).toBe("placed");
    expect(pauses).toEqual(waits);
    expect(server.comments).toHaveLength(1);
  });

  it("does not comment twice when only the answer was lost", async () => {
    expect(await failing(badGateway(1, true))).toBe("placed");
    expect(server.comments.map(({ body }) => body)).toEqual([`${MARKER}\nhold`]);
  });

  it.each([
    ["a limit that stays", secondaryLimit(Infinity, "0"), "limited", [0, 0]],
    ["a limit longer than a runner should wait", secondaryLimit(1, "3600"), "limited", []],
    ["a server that stays away", badGateway(Infinity, false), "unavailable", [1000, 2000]],
    ["a network that stays away", hangUp(Infinity), "unavailable", [1000, 2000]],
  ])("%s is given up after a bounded number of tries", async (_, trouble, kind, waits) => {
    expect(await failing(trouble)).toMatchObject({ kind });
    expect(pauses).toEqual(waits);
  });
});

it("speaks to an Enterprise Server under its own address", async () => {
  const enterprise = await startGitHub({ prefix: "/api/v3" });
  const api = await connect({ token: enterprise.token, apiUrl: enterprise.apiUrl, version: "1.2.3" });
  await placeComment(api, thread, "hold", true);
  await enterprise.close();
  expect(enterprise.complaints).toEqual([]);
  expect(enterprise.comments).toHaveLength(1);
});
