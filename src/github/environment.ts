import type { Repository } from "./change.ts";
import { isRealCommit } from "./commit-id.ts";
import { SetupError } from "./setup-error.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export function commitIn(env: Environment): string {
  const sha = required(env, "GITHUB_SHA").toLowerCase();
  if (isRealCommit(sha)) return sha;
  throw wrong("GITHUB_SHA", "is not a full commit id");
}

export function repositoryIn(env: Environment): Repository {
  const slug = required(env, "GITHUB_REPOSITORY");
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(slug) ?? [];
  if (owner === undefined || repo === undefined) throw wrong("GITHUB_REPOSITORY", "is not owner/name");
  return { owner, repo };
}

/** An Enterprise Server's own address, without a trailing slash. */
export function urlIn(env: Environment, name: "GITHUB_SERVER_URL" | "GITHUB_API_URL"): string {
  const text = required(env, name);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw wrong(name, "is not an http or https address");
  if (url.username !== "" || url.password !== "")
    throw wrong(name, "must not hold a user name or a password");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

export function required(env: Environment, name: string): string {
  const value = env[name]?.trim();
  if (value) return value;
  throw wrong(name, "is not set");
}

function wrong(name: string, says: string): SetupError {
  return new SetupError(
    "environment",
    name,
    `The variable ${name} ${says}; the runner sets it, do not override it.`,
  );
}
