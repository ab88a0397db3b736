import type { getOctokit } from "@actions/github";

export type Api = ReturnType<typeof getOctokit>;

export interface Connection {
  readonly token: string;
  readonly apiUrl: string;
  /** Named in the user agent, as GitHub asks of every client. */
  readonly version: string;
}

/** Milliseconds for one request, so that a silent server cannot hold the gate. */
const REQUEST_MS = 20_000;
const API_VERSION = "2022-11-28";

export async function connect({ token, apiUrl, version }: Connection): Promise<Api> {
  const { getOctokit } = await import("@actions/github");
  const api = getOctokit(token, { baseUrl: apiUrl, userAgent: `effective-challenge/${version}` });
  api.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = API_VERSION;
    options.request = { ...options.request, signal: AbortSignal.timeout(REQUEST_MS) };
  });
  return api;
}
