export type WorkspaceErrorCode =
  | "no-such-folder"
  | "git-missing"
  | "git-failed"
  | "git-timeout"
  | "git-output-over-cap"
  | "unsafe-repository"
  | "unknown-ref"
  | "changed-while-reading"
  | "unreadable"
  | "over-cap";

/** What stops the workspace itself, in words for the operator. One file's trouble is a `Refusal` instead. */
export class WorkspaceError extends Error {
  override readonly name = "WorkspaceError";
  readonly code: WorkspaceErrorCode;
  readonly fix: string;

  constructor(code: WorkspaceErrorCode, says: string, fix: string, cause?: unknown) {
    super(says, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fix = fix;
  }
}
