/**
 * Why GitHub did not do what it was asked.
 * forbidden: the token may not; unauthorized: it is no valid token; locked: the conversation is;
 * limited: too many requests; unavailable: may pass by itself; refused: will not.
 */
export type FailureKind = "forbidden" | "unauthorized" | "locked" | "limited" | "unavailable" | "refused";

export interface Failure {
  readonly kind: FailureKind;
  /** HTTP status and GitHub's own words, or the network's; one line, bounded. */
  readonly says: string;
  /** Seconds that GitHub asks to wait. */
  readonly retryAfter: number | null;
}

interface Answer {
  readonly status: number;
  readonly says: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What went wrong in a request, or null when the error is not about a request at all. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  const says = plain(error.message);
  const headers = headersOf(error);
  if (headers === null) return { kind: "unavailable", says: says || "no answer", retryAfter: null };
  const answer = { status: error.status, says, headers };
  return {
    kind: kindOf(answer),
    says: `${error.status}: ${says}`,
    retryAfter: secondsIn(headers["retry-after"]),
  };
}

function kindOf({ status, says, headers }: Answer): FailureKind {
  if (status === 401) return "unauthorized";
  if (status === 403 || status === 429) {
    if (status === 429 || isLimit(says, headers)) return "limited";
    return /\blocked\b/i.test(says) ? "locked" : "forbidden";
  }
  if (status === 404) return "forbidden";
  // GitHub also answers 422 to a client that writes too quickly.
  return status === 422 || status >= 500 ? "unavailable" : "refused";
}

function isLimit(says: string, headers: Answer["headers"]): boolean {
  return "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(says);
}

function headersOf(error: Error): Answer["headers"] | null {
  if (!("response" in error) || typeof error.response !== "object" || error.response === null) return null;
  const { response } = error;
  if (!("headers" in response) || typeof response.headers !== "object") return {};
  return { ...response.headers };
}

function secondsIn(header: unknown): number | null {
  const seconds = typeof header === "string" && /^\d{1,9}$/.test(header) ? Number(header) : null;
  return seconds;
}

function plain(text: string): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 300);
}
