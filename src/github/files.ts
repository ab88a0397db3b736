import { mkdir, open, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Environment, required } from "./environment.ts";
import { SetupError } from "./setup-error.ts";

/** Absolute paths of what was written; `sarif` is null when nobody asked for it. */
export interface SavedFiles {
  readonly report: string;
  readonly sarif: string | null;
}

/** Where the report goes when no input says so: out of the tree, and one file for each step of a job. */
export function defaultReport(env: Environment): string {
  const step = (env.GITHUB_ACTION ?? "").replaceAll(/[^\w-]+/g, "_") || "report";
  return join(required(env, "RUNNER_TEMP"), "effective-challenge", `${step}.json`);
}

/**
 * Writes a file in the workspace or in the runner's temporary folder, and answers with its absolute path.
 * The repository under judgement may hold links in the way: a linked folder that leads out is refused, and
 * a link in the file's own place is replaced, never written through.
 */
export async function saveFile(env: Environment, input: string, path: string, text: string): Promise<string> {
  const workspace = required(env, "GITHUB_WORKSPACE");
  const temporary = required(env, "RUNNER_TEMP");
  const target = resolve(workspace, path);
  try {
    const folder = await enter(dirname(target), [await realpath(workspace), await realpath(temporary)]);
    if (folder !== null) return await replace(folder, basename(target), text);
  } catch (error) {
    throw new SetupError(
      "file",
      input,
      `Input \`${input}\`: ${path} cannot be written (${codeOf(error)}); choose another path.`,
    );
  }
  const says = `Input \`${input}\`: ${path} leads out of the workspace; choose a path inside it or under RUNNER_TEMP.`;
  throw new SetupError("file", input, says);
}

/** Makes the folder and its parents, one by one so that none is made behind a link that leads out. */
async function enter(folder: string, roots: readonly string[]): Promise<string | null> {
  const real = await realpath(folder).catch(() => null);
  if (real !== null) return roots.some((root) => holds(root, real)) ? real : null;
  if (dirname(folder) === folder) return null;
  const parent = await enter(dirname(folder), roots);
  if (parent === null) return null;
  const made = join(parent, basename(folder));
  await mkdir(made);
  return made;
}

async function replace(folder: string, name: string, text: string): Promise<string> {
  const target = join(folder, name);
  const draft = join(folder, `.${name}.${process.pid}`);
  const file = await open(draft, "wx");
  try {
    await file.writeFile(text);
    await file.close();
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return target;
}

function holds(root: string, path: string): boolean {
  const way = relative(root, path);
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
