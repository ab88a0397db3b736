import type { Socket } from "node:net";
import { gitFailed, gitMissing } from "./git-failure.ts";
import { type GitProcess, spawnGit } from "./git-spawn.ts";

const ARGUMENTS = ["cat-file", "--batch"];
const HEADER_BYTES = 256;

export interface GitObject {
  readonly type: string;
  readonly size: number;
  /** Null when the object is larger than was asked for. */
  readonly bytes: Uint8Array | null;
}

/** Reads objects through one long-lived `git cat-file --batch`, started at the first read. */
export interface GitObjects {
  /** `id` is a full object id; null when the repository does not have it. */
  read(id: string, mostBytes: number): Promise<GitObject | null>;
  close(): void;
}

interface Request {
  readonly mostBytes: number;
  resolve(object: GitObject | null): void;
  reject(error: unknown): void;
}

export function gitObjects(folder: string): GitObjects {
  let child: GitProcess | null = null;
  const waiting: Request[] = [];

  function start(): GitProcess {
    const started = spawnGit(folder, ARGUMENTS, "offline");
    let stderr = "";
    started.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-HEADER_BYTES * 16);
    });
    const fail = (error: unknown): void => {
      child = null;
      for (const request of waiting.splice(0)) request.reject(error);
    };
    started.on("error", (cause) => fail(gitMissing(cause)));
    started.on("close", () => {
      if (child === started) fail(gitFailed(ARGUMENTS, stderr));
    });
    const parse = answers(
      (object) => {
        waiting.shift()?.resolve(object);
        if (waiting.length === 0) hold(started, false);
      },
      () => waiting[0]?.mostBytes ?? 0,
    );
    started.stdout.on("data", parse);
    return started;
  }

  function read(id: string, mostBytes: number): Promise<GitObject | null> {
    if (!/^[0-9a-f]{40,64}$/.test(id)) return Promise.resolve(null);
    child ??= start();
    if (waiting.length === 0) hold(child, true);
    child.stdin.write(`${id}\n`);
    return new Promise((resolve, reject) => waiting.push({ mostBytes, resolve, reject }));
  }

  function close(): void {
    const closing = child;
    child = null;
    closing?.stdin.end();
    closing?.kill("SIGTERM");
    for (const request of waiting.splice(0)) request.reject(gitFailed(ARGUMENTS, "fatal: closed"));
  }

  return { read, close };
}

/** An idle reader must not keep the program alive when somebody forgets to close it. */
function hold(child: GitProcess, held: boolean): void {
  const handles = [child, child.stdin as Socket, child.stdout as Socket, child.stderr as Socket];
  for (const handle of handles) held ? handle.ref() : handle.unref();
}

/** Cuts the stream of `<id> <type> <size>\n<bytes>\n` and `<id> missing\n` into answers. */
function answers(
  answered: (object: GitObject | null) => void,
  mostBytes: () => number,
): (piece: Buffer) => void {
  let header = "";
  let body: { type: string; size: number; bytes: Buffer | null; filled: number } | null = null;

  return (piece) => {
    let at = 0;
    while (at < piece.length) {
      if (body === null) {
        const newline = piece.indexOf(10, at);
        const end = newline === -1 ? piece.length : newline;
        header += piece.toString("latin1", at, Math.min(end, at + HEADER_BYTES));
        at = end + 1;
        if (newline === -1) return;
        const [, type = "missing", size = ""] = header.split(" ");
        header = "";
        if (/^\d+$/.test(size)) {
          const bytes = Number(size) <= mostBytes() ? Buffer.allocUnsafeSlow(Number(size)) : null;
          body = { type, size: Number(size), bytes, filled: 0 };
        } else answered(null);
      } else {
        const taken = Math.min(body.size - body.filled, piece.length - at);
        if (body.bytes !== null) piece.copy(body.bytes, body.filled, at, at + taken);
        body.filled += taken;
        at += taken;
        // The newline after the bytes ends the answer.
        if (body.filled < body.size || at === piece.length) continue;
        at += 1;
        const { type, size, bytes } = body;
        body = null;
        answered({ type, size, bytes });
      }
    }
  };
}
