/** The command line or an input is wrong: the operator's to mend, exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly fix: string;

  constructor(says: string, fix: string) {
    super(says);
    this.fix = fix;
  }
}
