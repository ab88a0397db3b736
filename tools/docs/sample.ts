import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { inRoot } from "./root.ts";

export const PROGRAM = "dist/cli.js";
/** The day on which the pages' samples are judged, so that their due dates stay. */
export const AS_OF = "2026-11-23";
const EXAMPLE = ["check", "examples/breast-cancer-triage", "--exit-zero", "--as-of", AS_OF] as const;

export function isBuilt(): boolean {
  return existsSync(inRoot(PROGRAM));
}

/** What the README shows: the command, and what it prints. */
export async function example(): Promise<string> {
  const printed = await run(EXAMPLE, inRoot("."));
  // The commit is the one thing that no page can know before it is part of it.
  return terminal(`node ${PROGRAM} ${EXAMPLE.join(" ")}`, printed.replace(/ · work tree on [0-9a-f]{7}/, ""));
}

const MEASURED = [
  "metrics",
  "examples/follow-up-priority/evidence/test-predictions.csv",
  ...["--task", "binary", "--label", "y_true", "--score", "y_score", "--threshold", "0.5"],
  ...["--segment", "sex", "--bootstrap", "2000"],
] as const;

/** What the page of `metrics` shows. */
export async function measured(): Promise<string> {
  return terminal(`node ${PROGRAM} ${MEASURED.join(" ")}`, await run(MEASURED, inRoot(".")));
}

/** What the built program prints, whatever its exit code. */
export async function run(args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [inRoot(PROGRAM), ...args], { cwd });
  return stdout;
}

/** A fenced block as a terminal shows it. */
export function terminal(command: string, printed: string): string {
  return `\`\`\`text\n$ ${command}\n${printed.trimEnd()}\n\`\`\``;
}
