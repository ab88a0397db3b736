import { spawn } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Scenario } from "./scenario.ts";
import { layOut } from "./scenario-files.ts";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const LONGEST_RUN_MS = 30_000;

export interface Said {
  /** Null when it was stopped for taking too long. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a scenario in a folder of its own, as a user would: the bundle, at the root of the repository. */
export async function runScenario(scenario: Scenario): Promise<Said> {
  return inFolder((folder) => {
    layOut(folder, scenario.files);
    return runCli(scenario.command, folder);
  });
}

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "scenario-")));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The bundled command line, away from whatever the developer's environment says. */
export async function runCli(command: readonly string[], folder: string): Promise<Said> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
  };
  const child = spawn(process.execPath, [CLI, ...command], { cwd: folder, env, timeout: LONGEST_RUN_MS });
  child.stdin.end();
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended, failed) => child.on("close", ended).on("error", failed)),
  ]);
  return { code, stdout, stderr };
}
