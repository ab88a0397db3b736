import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commit, initialise } from "./repository.ts";
import type { ScenarioFile } from "./scenario.ts";
import { MADE } from "./scenario-made.ts";

const TESTS = fileURLToPath(new URL("../", import.meta.url));
const SHARED = join(TESTS, "scenarios/shared");
const BASE = "base/";

/** Puts the files of a scenario into an empty folder; with a base, into a repository with the base as its one commit. */
export function layOut(folder: string, files: readonly ScenarioFile[]): void {
  const base = files.filter(({ path }) => path.startsWith(BASE));
  const head = files.filter(({ path }) => !path.startsWith(BASE));
  if (base.length > 0) {
    initialise(folder);
    for (const file of base) put(folder, { ...file, path: file.path.slice(BASE.length) });
    commit(folder, {}, "Base");
  }
  for (const file of head) put(folder, file);
}

function put(folder: string, { path, how, body }: ScenarioFile): void {
  const target = join(folder, path);
  const [word, ...rest] = how;
  mkdirSync(dirname(target), { recursive: true });
  switch (word) {
    case undefined:
      return writeFileSync(target, body);
    case "shared":
      return cpSync(join(SHARED, rest.join(" ")), target, { recursive: true });
    case "changed":
      return writeFileSync(target, changed(readFileSync(target, "latin1"), body, path), "latin1");
    case "removed":
      return rmSync(target, { recursive: true });
    case "folder":
      mkdirSync(target);
      return;
    case "link":
      return symlinkSync(rest.join(" "), target);
    case "fifo":
      execFileSync("mkfifo", [target]);
      return;
    case "bytes":
      return writeFileSync(target, Buffer.from(body.replaceAll(/\s/g, ""), "hex"));
    case "start-of":
      return writeFileSync(target, startOf(rest[0] ?? ""));
    case "made":
      return writeFileSync(target, made(rest.join(" ")));
    default:
      throw new Error(`${path}: nobody knows how a file is made "${word}"`);
  }
}

/** `- ` lines that stand in the file, each followed by the `+ ` lines that take their place; `\\xE9` is that byte. */
function changed(text: string, body: string, path: string): string {
  let next = text;
  const bytes = Buffer.from(body).toString("latin1");
  const edits = bytes.replaceAll(/\\x([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  for (const [, before = "", after = ""] of edits.matchAll(/((?:^- .*\n)+)((?:^\+ .*\n)*)/gm)) {
    const [old, put] = [before, after].map((lines) => lines.replaceAll(/^[-+] /gm, ""));
    if (next.split(old!).length !== 2) throw new Error(`${path} does not hold exactly once: ${old}`);
    next = next.replace(old!, () => put!);
  }
  if (next === text) throw new Error(`${path} is not changed`);
  return next;
}

/** The first two thirds of a file under __tests__, as a broken upload leaves it. */
function startOf(path: string): Buffer {
  const file = join(TESTS, path);
  return readFileSync(file).subarray(0, Math.floor((statSync(file).size * 2) / 3));
}

function made(name: string): string | Uint8Array {
  const make = MADE.get(name);
  if (!make) throw new Error(`nothing is called "${name}"; there are ${[...MADE.keys()].join(", ")}`);
  return make();
}
