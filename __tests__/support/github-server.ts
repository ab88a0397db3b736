import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { commentsOf } from "./github-comments.ts";
import type { Comment } from "./github-shapes.ts";
import type { Reply, Trouble } from "./github-trouble.ts";
import { answerComplaints, complaintsAbout, operationFor } from "./openapi.ts";

export interface Options {
  readonly slug?: string;
  readonly token?: string;
  /** Login that the token writes as. */
  readonly login?: string;
  /** `/api/v3` on an Enterprise Server. */
  readonly prefix?: string;
}

/** A repository's comments behind GitHub's REST API, with every exchange held against GitHub's description. */
export interface GitHubServer {
  readonly apiUrl: string;
  readonly token: string;
  readonly comments: Comment[];
  /** Operation ids in the order they were asked for. */
  readonly asked: string[];
  /** What GitHub would not have taken, and what it would not have said: a test expects none. */
  readonly complaints: string[];
  trouble: Trouble | null;
  say(login: string, body: string, pullNumber?: number): Comment;
  close(): Promise<void>;
}

export async function startGitHub(options: Options = {}): Promise<GitHubServer> {
  const {
    slug = "octo-org/credit",
    token = "ghs_synthetic",
    login = "github-actions[bot]",
    prefix = "",
  } = options;
  const comments = commentsOf(slug, login, () => server.apiUrl);
  const http = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => faulty(String(error)))
      .then((reply) => (reply === null ? request.socket.destroy() : send(response, reply)));
  });
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const { port } = http.address() as AddressInfo;
  let troubled = 0;
  const server: GitHubServer = {
    apiUrl: `http://127.0.0.1:${port}${prefix}`,
    token,
    comments: comments.all,
    asked: [],
    complaints: [],
    trouble: null,
    say: comments.say,
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
  return server;

  async function answer(request: IncomingMessage): Promise<Reply | null> {
    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", server.apiUrl);
    const sent = await text(request);
    const body: unknown = sent === "" ? undefined : JSON.parse(sent);
    const called = url.pathname.startsWith(prefix)
      ? operationFor(method, url.pathname.slice(prefix.length))
      : null;
    server.asked.push(called?.operation.operationId ?? "unknown");
    if (called === null) return faulty(`${method} ${url.pathname} is not described`);
    const wrong = [
      ...headerComplaints(headers, sent !== ""),
      ...complaintsAbout(called, url.searchParams, body),
    ];
    if (wrong.length > 0) return faulty(`${method} ${url.pathname}: ${wrong.join("; ")}`);
    if (headers.authorization !== `token ${token}`)
      return { status: 401, body: { message: "Bad credentials" } };
    const inTrouble = strikes(method);
    const worked = inTrouble?.acts === false ? null : comments.answer(called, url.searchParams, body);
    const reply = inTrouble === null ? worked : inTrouble.reply;
    if (reply !== null && typeof reply.body !== "string") {
      server.complaints.push(...answerComplaints(called, reply.status, reply.body));
    }
    return reply;
  }

  function strikes(method: string): Trouble | null {
    const { trouble } = server;
    if (trouble === null || troubled >= trouble.times) return null;
    if (trouble.on === "writes" && method === "GET") return null;
    troubled += 1;
    return trouble;
  }

  function faulty(complaint: string): Reply {
    server.complaints.push(complaint);
    return { status: 500, body: { message: complaint } };
  }
}

function headerComplaints(headers: IncomingHttpHeaders, hasBody: boolean): string[] {
  const expected = new Map([
    ["user-agent", /^effective-challenge\/\d+\.\d+\.\d+/],
    ["accept", /^application\/vnd\.github(\.v3)?\+json/],
    ["x-github-api-version", /^2022-11-28$/],
  ]);
  if (hasBody) expected.set("content-type", /^application\/json/);
  return [...expected]
    .filter(([name, shape]) => !shape.test(String(headers[name])))
    .map(([name]) => `header ${name} is ${headers[name]}`);
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const content = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers }).end(content);
}
