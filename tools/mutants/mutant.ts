/** A fault that is planted in the source to see whether a test finds it. */
export interface Mutant {
  readonly file: string;
  /** What stands in the file, once; short, so that it survives changes around it. */
  readonly text: string;
  readonly planted: string;
  /** What is wrong then, in a few words. It names the mutant, so no two have the same. */
  readonly breaks: string;
  /** The test files or folders that are run. */
  readonly tests: readonly string[];
}

export type Planted = Omit<Mutant, "file" | "tests">;

/** Mutants of one file, which the same tests are run on. */
export function within(
  file: string,
  tests: readonly string[],
  planted: readonly Planted[],
): readonly Mutant[] {
  return planted.map((one) => ({ file, tests, ...one }));
}
