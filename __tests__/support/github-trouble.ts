export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** How the server misbehaves: to which requests, how often, and whether it did the work before it answered. */
export interface Trouble {
  readonly on: "writes" | "everything";
  readonly times: number;
  readonly acts: boolean;
  /** Null hangs up without an answer. */
  readonly reply: Reply | null;
}

const COMMENTS = "https://docs.github.com/rest/issues/comments";

export function readOnlyToken(): Trouble {
  const body = {
    message: "Resource not accessible by integration",
    documentation_url: `${COMMENTS}#create-an-issue-comment`,
    status: "403",
  };
  return { on: "writes", times: Infinity, acts: false, reply: { status: 403, body } };
}

export function notFound(): Trouble {
  const body = { message: "Not Found", documentation_url: COMMENTS, status: "404" };
  return { on: "everything", times: Infinity, acts: false, reply: { status: 404, body } };
}

export function lockedConversation(): Trouble {
  const body = {
    message: "Unable to create comment because issue is locked.",
    documentation_url: "https://docs.github.com/articles/locking-conversations/",
    status: "403",
  };
  return { on: "writes", times: Infinity, acts: false, reply: { status: 403, body } };
}

export function secondaryLimit(times: number, retryAfter: string, status: 403 | 429 = 403): Trouble {
  const body = {
    message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    documentation_url:
      "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits",
  };
  return {
    on: "writes",
    times,
    acts: false,
    reply: { status, headers: { "retry-after": retryAfter }, body },
  };
}

export function primaryLimit(times: number): Trouble {
  const body = {
    message: "API rate limit exceeded for installation ID 41898282.",
    documentation_url: "https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting",
  };
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1774958400" };
  return { on: "everything", times, acts: false, reply: { status: 403, headers, body } };
}

export function tooQuick(times: number): Trouble {
  const errors = [
    { resource: "IssueComment", code: "unprocessable", field: "data", message: "was submitted too quickly" },
  ];
  const body = {
    message: "Validation Failed",
    errors,
    documentation_url: `${COMMENTS}#create-an-issue-comment`,
  };
  return { on: "writes", times, acts: false, reply: { status: 422, body } };
}

/** A proxy's error page; with `acts` the answer is lost after the work was done. */
export function badGateway(times: number, acts: boolean): Trouble {
  const body = "<html><body><h1>502 Bad Gateway</h1>This page is taking too long to load.</body></html>";
  return {
    on: "writes",
    times,
    acts,
    reply: { status: 502, headers: { "content-type": "text/html" }, body },
  };
}

export function hangUp(times: number): Trouble {
  return { on: "everything", times, acts: false, reply: null };
}
