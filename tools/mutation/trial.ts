import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { randomNumbers } from "../../benchmarks/random.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { inRoot } from "../docs/root.ts";
import { FIXTURES, type Fixture } from "../evidence/fixtures.ts";
import { readEvidence } from "../evidence/read.ts";
import { CountedTree } from "./counted-tree.ts";
import { CUT, flawsOf, type Original, whyHonest } from "./honest.ts";
import type { Judge } from "./judged.ts";
import { type Mutation, mutate } from "./mutate.ts";

/** What became of the mutations of one fixture. */
export interface Trial {
  /** How many were read as their tool's, and how many of these are passes. */
  readonly read: number;
  readonly passes: number;
  /** Of the passes, those of a flawed file that the change made another honest one, by the reason. */
  readonly honest: ReadonlyMap<string, number>;
  /** Each with the seed that repeats it. */
  readonly failures: readonly Failure[];
}

interface Failure {
  readonly kind: FailureKind;
  readonly seed: number;
  readonly says: string;
}

/** It threw or said nothing, read without end, or a finding became a pass. */
export type FailureKind = "crashed" | "hung" | "lost";

type Files = ReadonlyMap<string, Uint8Array>;

/** Readers may read a file a few times over, for its form, its head and its rows; never without end. */
const MOST_READINGS = 24;
const LINE_FEED = 0x0a;

/** Reads and judges `count` mutations of a fixture, seeded `seed`, `seed + 1`, … */
export async function trial(fixture: Fixture, judged: Judge, count: number, seed = 1): Promise<Trial> {
  const files = filesOf(fixture);
  const before = await read(fixture, files);
  const flaws = flawsOf(before.state);
  const flawed = flaws.length > 0 && judged(before.state, fixture.path) > 0;
  const endless = new Map<string, boolean>();
  const honest = new Map<string, number>();
  const failures: Failure[] = [];
  let [readings, passes] = [0, 0];
  for (let number = seed; number < seed + count; number++) {
    const random = randomNumbers(number);
    const paths = [...files.keys()];
    const path = paths[Math.floor(random() * paths.length)]!;
    const bytes = files.get(path)!;
    const mutation = mutate(bytes, random);
    const fail = (kind: FailureKind, says: string) =>
      failures.push({ kind, seed: number, says: `${mutation.how} of ${path}: ${says}` });
    try {
      const { state, handed } = await read(fixture, new Map(files).set(path, mutation.bytes));
      if (handed > MOST_READINGS) fail("hung", `the file was read ${handed.toFixed(0)} times over`);
      const wrong = judged(state, fixture.path);
      if (state.kind !== "output") continue;
      readings++;
      if (wrong > 0) continue;
      passes++;
      if (!flawed) continue;
      if (!endless.has(path)) endless.set(path, await isEndless(fixture, path));
      const original = { path, bytes, state: before.state, endless: endless.get(path) === true };
      const reason =
        reasonFor(original, mutation, state) ??
        ((await isLikeNone(fixture, files, path, mutation, state)) ? CUT.nothing : null);
      if (reason === null) fail("lost", "its finding became a pass");
      else honest.set(reason, (honest.get(reason) ?? 0) + 1);
    } catch (thrown) {
      fail("crashed", thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    }
  }
  return { read: readings, passes, honest, failures };
}

/** Each flaw needs a reason; one that a folder's other file still has is none of this change. */
function reasonFor(original: Original, mutation: Mutation, now: OutputState): string | null {
  const reasons = flawsOf(original.state).map((flaw) => whyHonest(flaw, original, mutation, now));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

async function read(fixture: Fixture, files: Files): Promise<{ state: OutputState; handed: number }> {
  const tree = new CountedTree(files);
  const state = await readEvidence(tree, fixture);
  return { state, handed: tree.handed / Math.max(tree.bytes, 4096) };
}

/** By the whole file beside it, or in the whole folder, cut by its last line. */
async function isEndless(fixture: Fixture, path: string): Promise<boolean> {
  const whole: Fixture = { ...fixture, path: fixture.path.replace(fixture.name, wholeName(fixture)) };
  try {
    const files = filesOf(whole);
    const own = path.replace(fixture.path, whole.path);
    const bytes = files.get(own);
    if (bytes === undefined) return false;
    const cut = bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, bytes.length - 2) + 1);
    const { state } = await read(whole, new Map(files).set(own, cut));
    return state.kind === "output" && flawsOf(state).length === 0;
  } catch {
    return false;
  }
}

/** Whether a file of a folder was cut off in its first line, and the folder now reads as one that never had it. */
async function isLikeNone(
  fixture: Fixture,
  files: Files,
  path: string,
  { how, touched }: Mutation,
  now: OutputState,
): Promise<boolean> {
  const first = files.get(path)?.indexOf(LINE_FEED) ?? -1;
  if (!fixture.isFolder || files.size === 1 || how !== "truncate" || touched.start > first) return false;
  const others = new Map([...files].filter(([other]) => other !== path));
  const { state } = await read(fixture, others);
  return JSON.stringify(state) === JSON.stringify(now);
}

/** `aborted.report.jsonl` has `complete.report.jsonl` beside it. */
function wholeName({ name }: Fixture): string {
  return name.replace(/^[a-z]+/, "complete");
}

/** The fixture's files, by their path below the folder of all. */
function filesOf({ path, isFolder }: Fixture): Files {
  const at = (inside: string) => inRoot(posix.join(FIXTURES, inside));
  if (!isFolder) return new Map([[path, bytesAt(at(path))]]);
  const entries = readdirSync(at(path), { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(at("").length), entry.name));
  return new Map(names.sort().map((name) => [name.replace(/^\//, ""), bytesAt(at(name))]));
}

/** A Buffer's slices would be the same memory. */
function bytesAt(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
