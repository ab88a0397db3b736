import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { randomNumbers } from "../../benchmarks/random.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";
import { inRoot } from "../docs/root.ts";
import { FIXTURES, type Fixture } from "../evidence/fixtures.ts";
import { readEvidence } from "../evidence/read.ts";
import { CountedTree } from "./counted-tree.ts";
import { flawsOf, type Original, whyHonest } from "./honest.ts";
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
  readonly failures: readonly { readonly seed: number; readonly says: string }[];
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Readers may read a file a few times over, for its form, its head and its rows; never without end. */
const MOST_READINGS = 24;

/** Reads and judges `count` mutations of a fixture, seeded `seed`, `seed + 1`, … */
export async function trial(fixture: Fixture, judged: Judge, count: number, seed = 1): Promise<Trial> {
  const files = filesOf(fixture);
  const before = await read(fixture, files);
  const flaws = flawsOf(before.state);
  const flawed = flaws.length > 0 && judged(before.state, fixture.path) > 0;
  const endless = flawed && (await isEndless(fixture));
  const honest = new Map<string, number>();
  const failures: { seed: number; says: string }[] = [];
  let [readings, passes] = [0, 0];
  for (let number = seed; number < seed + count; number++) {
    const random = randomNumbers(number);
    const paths = [...files.keys()];
    const path = paths[Math.floor(random() * paths.length)]!;
    const bytes = files.get(path)!;
    const mutation = mutate(bytes, random);
    const fail = (says: string) =>
      failures.push({ seed: number, says: `${mutation.how} of ${path}: ${says}` });
    try {
      const { state, handed } = await read(fixture, new Map(files).set(path, mutation.bytes));
      if (handed > MOST_READINGS) fail(`the file was read ${handed.toFixed(0)} times over`);
      const wrong = judged(state, fixture.path);
      if (state.kind !== "output") continue;
      readings++;
      if (wrong > 0) continue;
      passes++;
      if (!flawed) continue;
      const original: Original = { bytes, state: before.state, endless };
      const reason = reasonFor(original, mutation, state);
      if (reason === null) fail("its finding became a pass");
      else honest.set(reason, (honest.get(reason) ?? 0) + 1);
    } catch (thrown) {
      fail(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
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

/** By the whole file beside it, cut by its last line. */
async function isEndless(fixture: Fixture): Promise<boolean> {
  if (fixture.isFolder) return false;
  const whole: Fixture = { ...fixture, path: fixture.path.replace(fixture.name, wholeName(fixture)) };
  try {
    const [[path, bytes] = ["", new Uint8Array(0)]] = filesOf(whole);
    const cut = bytes.subarray(0, bytes.lastIndexOf(0x0a, bytes.length - 2) + 1);
    const { state } = await read(whole, new Map([[path, cut]]));
    return state.kind === "output" && flawsOf(state).length === 0;
  } catch {
    return false;
  }
}

function wholeName({ name, outcome }: Fixture): string {
  return name.replace(outcome, "complete");
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
