import { gitOutput } from "./git-output.ts";
import { gitRecords } from "./git-records.ts";
import { byCodePoint } from "./order.ts";

/** Bytes of paths kept from one commit, whatever the number of its files. */
const LISTING_CHARACTERS = 128 * 1024 ** 2;

export interface CommitEntry {
  readonly kind: "file" | "link" | "submodule";
  readonly id: string;
  /** In bytes; null when the clone lacks the blob. */
  readonly size: number | null;
}

export interface CommitListing {
  readonly entries: ReadonlyMap<string, CommitEntry>;
  /** Files and links, sorted by code point. */
  readonly paths: readonly string[];
  readonly complete: boolean;
}

export async function listCommit(toplevel: string, commit: string, cap: number): Promise<CommitListing> {
  const entries = new Map<string, CommitEntry>();
  const paths: string[] = [];
  let complete = true;
  let characters = 0;
  const asked = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit];
  for await (const record of gitRecords(gitOutput(toplevel, asked))) {
    const line = /^(\d+) \w+ ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(record ?? "");
    const [, mode = "", id = "", size = "", path = ""] = line ?? [];
    if (line === null) {
      complete = false;
      continue;
    }
    characters += path.length;
    if (entries.size === cap || characters > LISTING_CHARACTERS) {
      complete = false;
      break;
    }
    const kind = mode === "160000" ? "submodule" : mode === "120000" ? "link" : "file";
    entries.set(path, { kind, id, size: /^\d+$/.test(size) ? Number(size) : null });
    if (kind !== "submodule") paths.push(path);
  }
  return { entries, paths: paths.sort(byCodePoint), complete };
}
