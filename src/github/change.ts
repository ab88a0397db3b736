/** The events that start a run; each is judged at the commit that `GITHUB_SHA` or the pull request names. */
export const EVENTS = [
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "merge_group",
  "push",
  "workflow_dispatch",
  "deployment",
  "release",
  "schedule",
] as const;

export type EventName = (typeof EVENTS)[number];

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** What the event asks to have judged. Commit ids are full; URLs have no trailing slash. */
export interface Change {
  readonly kind: EventName;
  /** Where a comment would go. */
  readonly pullNumber: number | null;
  /** The author's last commit; null where the event has no author's side. */
  readonly headSha: string | null;
  /** The commit to judge: the test merge of a pull request, which need not be the author's head. */
  readonly evaluatedSha: string;
  /** What the event says it is compared with; the first parent of an evaluated merge is fresher. */
  readonly baseSha: string | null;
  /** The head is in another repository, so the run has no secrets and a read-only token. */
  readonly fromFork: boolean;
  readonly repository: Repository;
  readonly serverUrl: string;
  readonly apiUrl: string;
}
