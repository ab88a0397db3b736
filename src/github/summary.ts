import { appendFile } from "node:fs/promises";
import { type Degradation, unsummarised } from "./degradation.ts";
import type { Environment } from "./environment.ts";

/** GitHub drops a step's summary that is longer. */
export const SUMMARY_BYTES = 1024 * 1024;

export async function writeSummary(env: Environment, markdown: string): Promise<Degradation | null> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return unsummarised("GITHUB_STEP_SUMMARY is not set");
  try {
    await appendFile(file, markdown);
    return null;
  } catch {
    return unsummarised("the file in GITHUB_STEP_SUMMARY cannot be written");
  }
}
