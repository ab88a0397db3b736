import type { Aggregate, Shortfall } from "../../src/evidence/output/output.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import type { Mutation } from "./mutate.ts";

/** One reason why a file is no pass: what it states and does not hold, or why its run was not whole. */
type Flaw =
  | { readonly kind: "contradicted"; readonly aggregate: Aggregate }
  | { readonly kind: "shortfall"; readonly shortfall: Shortfall }
  | {
      readonly kind: "not-understood";
      readonly path: string;
      readonly line: number;
      readonly says: string;
    };

/** Everything that is wrong with a file. */
export function flawsOf(state: OutputState): readonly Flaw[] {
  switch (state.kind) {
    case "output": {
      const { aggregates, incomplete } = state.output;
      const wrong = aggregates.filter(
        (one) => !(Math.abs(one.stated - (one.recomputed ?? Number.NaN)) <= one.tolerance),
      );
      return [
        ...wrong.map((aggregate): Flaw => ({ kind: "contradicted", aggregate })),
        ...incomplete.map((shortfall): Flaw => ({ kind: "shortfall", shortfall })),
      ];
    }
    case "unparsed": {
      const { at, says } = state.problem;
      return [{ kind: "not-understood", path: at.path, line: at.line, says }];
    }
    case "unknown":
    case "unopened":
      return [];
  }
}

/** The reasons by which a file that was cut off is a pass. */
export const CUT = { rest: "the rest is a whole file", nothing: "nothing of the file is left" } as const;

/** A file before it was changed, alone or in its folder. */
export interface Original {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly state: OutputState;
  /** A whole file of the tool without its last line is whole: the format has no end that could be missed. */
  readonly endless: boolean;
}

/**
 * Whether a change that took a flaw away made the file another honest one, as README.md says: its numbers moved, or the
 * bytes that were touched are those that the flaw is about. Null when it did not, and a finding became a pass.
 */
export function whyHonest(
  flaw: Flaw,
  original: Original,
  mutation: Mutation,
  now: OutputState,
): string | null {
  if (flaw.kind === "contradicted" && moved(flaw.aggregate, now)) return "its numbers moved";
  if (mutation.how === "truncate")
    return original.endless && cutsOff(flaw, original, mutation) ? CUT.rest : null;
  return touches(flaw, original, mutation) ? "the flaw itself was touched" : null;
}

function moved({ name, stated, recomputed }: Aggregate, now: OutputState): boolean {
  if (now.kind !== "output") return false;
  const then = now.output.aggregates.find((aggregate) => aggregate.name === name);
  return (
    then !== undefined &&
    then.recomputed !== null &&
    (then.stated !== stated || then.recomputed !== recomputed)
  );
}

function cutsOff(flaw: Flaw, { path, bytes }: Original, { touched }: Mutation): boolean {
  const at = placeOf(flaw);
  return at.path === path && lineRange(bytes, at.line)[0] >= touched.start;
}

/** On the flaw's own line of a file of lines, or on a word or number that the flaw is told by. */
function touches(flaw: Flaw, { path, bytes }: Original, { touched }: Mutation): boolean {
  const { line, words, path: own } = placeOf(flaw);
  const [start, end] = lineRange(bytes, line);
  const isLine = own === path && end - start < bytes.length / 2;
  if (isLine && touched.start <= end && touched.end >= start) return true;
  const text = Buffer.from(wordsAround(bytes, touched.start, touched.end)).toString("latin1");
  return (text.match(WORD) ?? []).some((word) => words.has(word));
}

const WORD = /[\w.-]+/g;

interface FlawPlace {
  readonly path: string;
  readonly line: number;
  readonly words: ReadonlySet<string>;
}

function placeOf(flaw: Flaw): FlawPlace {
  switch (flaw.kind) {
    case "contradicted": {
      const { at, stated, name } = flaw.aggregate;
      const words = wordsOf(`${at.pointer.replaceAll("/", " ")} ${stated} ${name}`);
      return { path: at.path, line: at.line, words };
    }
    case "shortfall": {
      const { at, says } = flaw.shortfall;
      const words = wordsOf(`${at.pointer.replaceAll("/", " ")} ${says}`);
      return { path: at.path, line: at.line, words };
    }
    case "not-understood":
      return { path: flaw.path, line: flaw.line, words: wordsOf(flaw.says) };
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(WORD) ?? []);
}

/** The bytes with the words that they begin and end in. */
function wordsAround(bytes: Uint8Array, start: number, end: number): Uint8Array {
  let [from, to] = [start, end];
  while (from > 0 && isWord(bytes[from - 1])) from--;
  while (to < bytes.length && isWord(bytes[to])) to++;
  return bytes.subarray(from, to);
}

function isWord(byte: number | undefined): boolean {
  return byte !== undefined && /[\w.-]/.test(String.fromCharCode(byte));
}

/** Where a line starts and ends, its line feed left out. */
function lineRange(bytes: Uint8Array, line: number): readonly [number, number] {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const feed = bytes.indexOf(0x0a, start);
    if (feed < 0) break;
    start = feed + 1;
  }
  const feed = bytes.indexOf(0x0a, start);
  return [start, feed < 0 ? bytes.length : feed];
}
