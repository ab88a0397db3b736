import type { Failure } from "./failure.ts";

export type DegradationCode =
  | "comment-forbidden"
  | "comment-locked"
  | "comment-failed"
  | "comment-author"
  | "token-missing"
  | "summary-unwritten"
  | "output-too-long";

/** Something that could not be shown where it was wanted. Never changes the recommendation or the exit code. */
export interface Degradation {
  readonly code: DegradationCode;
  readonly says: string;
  readonly fix: string;
}

const PERMISSIONS = "permissions: { contents: read, pull-requests: write }";

export function uncommented(failure: Failure, fromFork: boolean): Degradation {
  const says = `The comment was not written (${failure.says})`;
  switch (failure.kind) {
    case "forbidden":
      if (fromFork) {
        const because = "a pull request from a fork runs with a read-only token";
        return {
          code: "comment-forbidden",
          says: `${says}: ${because}.`,
          fix: "There is nothing to set right.",
        };
      }
      return {
        code: "comment-forbidden",
        says: `${says}: the token may not write to pull requests.`,
        fix: `Add \`${PERMISSIONS}\` to the job.`,
      };
    case "unauthorized":
      return {
        code: "comment-forbidden",
        says: `${says}: the token is not valid.`,
        fix: "Leave the input `token` out, or renew its secret.",
      };
    case "locked":
      return {
        code: "comment-locked",
        says: `${says}: the conversation is locked.`,
        fix: "Unlock it to have the comment.",
      };
    case "limited":
    case "unavailable":
    case "refused":
      return { code: "comment-failed", says: `${says}.`, fix: "Run the job again to have it." };
  }
}

export function withoutToken(): Degradation {
  return {
    code: "token-missing",
    says: "The comment was not written: the input `token` is empty.",
    fix: "Leave the input out to use the job's own token, or set `comment: false`.",
  };
}

export function crowdedOut(): Degradation {
  return {
    code: "comment-failed",
    says: "The comment was not written: this pull request has too many comments to look through.",
    fix: "Go on in a new pull request.",
  };
}

/** The next run would not recognise its own comment and would start another. */
export function writtenAs(login: string, expected: string): Degradation {
  return {
    code: "comment-author",
    says: `The comment was written as ${login}, not as ${expected}, so the next run will not find it.`,
    fix: `Add \`comment-author: ${login}\` to the step.`,
  };
}

export function unsummarised(because: string): Degradation {
  return {
    code: "summary-unwritten",
    says: `The job summary was not written: ${because}.`,
    fix: "The output `report` names the file that holds the report.",
  };
}

export function unlistedModels(): Degradation {
  return {
    code: "output-too-long",
    says: "The output `models` is empty: the list is too long for an output.",
    fix: "Read the models from the file that the output `report` names.",
  };
}
