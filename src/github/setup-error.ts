export type SetupErrorCode = "input" | "event" | "environment" | "file";

/** The operator's workflow is wrong: `about` names the input, event field or variable, the message says the fix. */
export class SetupError extends Error {
  override readonly name = "SetupError";
  readonly code: SetupErrorCode;
  readonly about: string;

  constructor(code: SetupErrorCode, about: string, says: string) {
    super(says);
    this.code = code;
    this.about = about;
  }
}
