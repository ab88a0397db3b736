/** Content by path. What stands below `base/` is what the change started from; the rest is the judged repository. */
export type ExampleFiles = Readonly<Record<string, string>>;

/** By path: the whole of a new text, null where the file goes away, or each piece of it with what takes its place. */
export type Mending = Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;

/**
 * A small repository that the rule finds wanting under the bundled baseline, and what makes it pass. Tests judge both,
 * and the rule's page shows them with the finding's own words.
 */
export interface Example {
  readonly failing: ExampleFiles;
  readonly passing: Mending;
}

/** A text may start on a line of its own; that first line end is not part of it. */
export function failingFiles({ failing }: Example): ExampleFiles {
  return Object.fromEntries(Object.entries(failing).map(([path, text]) => [path, withoutFirstEnd(text)]));
}

/** @throws RangeError when the file to mend, or the piece of it, does not stand there exactly once. */
export function passingFiles(example: Example): ExampleFiles {
  const files = new Map(Object.entries(failingFiles(example)));
  for (const [path, change] of Object.entries(example.passing)) {
    if (change === null) files.delete(path);
    else if (typeof change === "string") files.set(path, withoutFirstEnd(change));
    else files.set(path, replaced(path, files.get(path) ?? "", change));
  }
  return Object.fromEntries(files);
}

function withoutFirstEnd(text: string): string {
  return text.replace(/^\n/, "");
}

function replaced(path: string, text: string, pieces: Readonly<Record<string, string>>): string {
  return Object.entries(pieces).reduce((before, [piece, by]) => {
    const [head = "", tail, ...more] = before.split(piece);
    if (tail === undefined || more.length > 0) throw new RangeError(`${path} does not hold once: ${piece}`);
    return `${head}${by}${tail}`;
  }, text);
}
