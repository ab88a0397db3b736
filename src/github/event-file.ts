import { readFile, stat } from "node:fs/promises";
import { type Environment, required } from "./environment.ts";
import { SetupError } from "./setup-error.ts";

/** GitHub caps a webhook payload at 25 MB. */
const PAYLOAD_BYTES = 25 * 1024 * 1024;

/** The event's payload as the runner left it in GITHUB_EVENT_PATH; its shape is anybody's guess until looked at. */
export async function readPayload(env: Environment): Promise<unknown> {
  const path = required(env, "GITHUB_EVENT_PATH");
  try {
    const { size } = await stat(path);
    if (size <= PAYLOAD_BYTES) return JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw wrong("is not a readable JSON file");
  }
  throw wrong("is over 25 MiB");
}

function wrong(says: string): SetupError {
  const name = "GITHUB_EVENT_PATH";
  return new SetupError(
    "environment",
    name,
    `The event payload in ${name} ${says}; leave the variable as the runner sets it.`,
  );
}
