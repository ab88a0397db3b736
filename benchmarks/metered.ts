import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** One run of a whole process. */
export interface Run {
  readonly seconds: number;
  /** Processor time of all its threads, which other programs of the machine disturb less. */
  readonly processor: number;
  /** Peak resident memory. */
  readonly megabytes: number;
}

export type Command = readonly [program: string, ...args: string[]];

/**
 * Runs commands one after the other and round again, so that whatever else the machine does falls on all, each after
 * one run that only warms; the median of each figure on its own. Needs GNU time. `notes` is a file to write to.
 */
export function inTurns(commands: readonly Command[], repeats: number, notes: string): Run[] {
  for (const command of commands) run(command, notes);
  const rounds = Array.from({ length: repeats }, () => commands.map((command) => run(command, notes)));
  return commands.map((_, index) => {
    const runs = rounds.map((round) => round[index]!);
    const median = (figure: keyof Run) =>
      runs.map((each) => each[figure]).sort((a, b) => a - b)[repeats >> 1]!;
    return { seconds: median("seconds"), processor: median("processor"), megabytes: median("megabytes") };
  });
}

/** What a command prints. */
export function printed([program, ...args]: Command): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} exited with ${status}:\n${stderr}`);
  return stdout;
}

/** A run that does not exit with 0 measured something else and ends the benchmark. */
function run([program, ...args]: Command, notes: string): Run {
  const timed = ["--format=%U %S %M", `--output=${notes}`, program, ...args];
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync("/usr/bin/time", timed, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} exited with ${status}:\n${stderr}`);
  const [user, system, kilobytes] = readFileSync(notes, "utf8").trim().split(" ").map(Number);
  return { seconds, processor: user! + system!, megabytes: kilobytes! / 1024 };
}
