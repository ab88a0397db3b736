import { spawnSync } from "node:child_process";

/** Runs of one command as whole processes, in milliseconds, shortest first. */
export interface Timing {
  readonly runs: readonly number[];
  readonly median: number;
}

/** Times several commands in `folder`, one after the other and round again, each after one run that only warms. */
export function timeInTurns(
  commands: readonly (readonly string[])[],
  folder: string,
  repeats: number,
): Timing[] {
  for (const args of commands) runNode(args, folder);
  const rounds = Array.from({ length: repeats }, () => commands.map((args) => runNode(args, folder)));
  return commands.map((_, command) => timing(rounds.map((round) => round[command]!)));
}

/** Times `node ...args` in `folder`, after one run that only warms the disk's cache. */
export function timeNode(args: readonly string[], folder: string, repeats: number): Timing {
  runNode(args, folder);
  return timing(Array.from({ length: repeats }, () => runNode(args, folder)));
}

function timing(runs: readonly number[]): Timing {
  const ordered = runs.toSorted((a, b) => a - b);
  return { runs: ordered, median: ordered[Math.floor(ordered.length / 2)]! };
}

/** Milliseconds. A run that does not exit with 0 measured something else and ends the benchmark. */
function runNode(args: readonly string[], folder: string): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} exited with ${status}:\n${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
