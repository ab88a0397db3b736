import type { DigestResult } from "./result.ts";

type Digest = Extract<DigestResult, { kind: "digest" }>;

/** Whether a file has the SHA-256 that a card states, in either case, with or without `sha256:` before it. */
export function isStated(stated: string, { sha256 }: Digest): boolean {
  return (
    stated
      .trim()
      .toLowerCase()
      .replace(/^sha256:/, "") === sha256
  );
}
