import { gitOverCap } from "./git-failure.ts";
import { type GitEnd, type GitOutputOptions, gitOutput } from "./git-output.ts";

const OUTPUT_BYTES = 16 * 1024 ** 2;

export interface GitAnswer extends GitEnd {
  readonly stdout: string;
}

/** Runs git to its end with bounded output, whatever its exit status. */
export async function runGit(
  folder: string,
  args: readonly string[],
  options: Omit<GitOutputOptions, "ended"> = {},
): Promise<GitAnswer> {
  let end: GitEnd = { status: null, stderr: "" };
  const ended = (seen: GitEnd): void => {
    end = seen;
  };
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of gitOutput(folder, args, { ...options, ended })) {
    bytes += piece.length;
    if (bytes > OUTPUT_BYTES) throw gitOverCap(args, OUTPUT_BYTES);
    pieces.push(piece);
  }
  return { ...end, stdout: Buffer.concat(pieces).toString("utf8") };
}
