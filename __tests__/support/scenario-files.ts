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
  const [word = "written", ...rest] = how;
  const way = WAYS.get(word);
  if (!way) throw new Error(`${path}: a file is made in one of the ways ${[...WAYS.keys()].join(", ")}`);
  mkdirSync(dirname(target), { recursive: true });
  way(target, rest.join(" "), body);
}

/** How a file comes about: by the words in its angle brackets. */
const WAYS: ReadonlyMap<string, (target: string, words: string, body: string) => void> = new Map([
  ["written", (target, _, body) => writeFileSync(target, body)],
  ["bytes", (target, _, body) => writeFileSync(target, Buffer.from(body.replaceAll(/\s/g, ""), "hex"))],
  ["shared", (target, name) => cpSync(join(SHARED, name), target, { recursive: true })],
  ["changed", (target, _, body) => change(target, body)],
  ["removed", (target) => rmSync(target, { recursive: true })],
  ["folder", (target) => mkdirSync(target)],
  ["link", (target, to) => symlinkSync(to, target)],
  ["fifo", (target) => execFileSync("mkfifo", [target])],
  ["start-of", (target, path) => writeFileSync(target, startOf(path))],
  ["made", (target, name) => writeFileSync(target, made(name))],
]);

/** `- ` lines that stand in the file, each followed by the `+ ` lines that take their place; `\xE9` is that byte. */
function change(target: string, body: string): void {
  const before = readFileSync(target, "latin1");
  const edits = withBytes(Buffer.from(body).toString("latin1"));
  let after = before;
  for (const [, minus = "", plus = ""] of edits.matchAll(/((?:^- .*\n)+)((?:^\+ .*\n)*)/gm)) {
    const [old = "", next = ""] = [minus, plus].map((lines) => lines.replaceAll(/^[-+] /gm, ""));
    if (after.split(old).length !== 2) throw new Error(`${target} does not hold exactly once: ${old}`);
    after = after.replace(old, () => next);
  }
  if (after === before) throw new Error(`${target} is not changed`);
  writeFileSync(target, after, "latin1");
}

function withBytes(text: string): string {
  return text.replaceAll(/\\x([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
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
