import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./repository.ts";

const SHARED = fileURLToPath(new URL("../scenarios/shared/", import.meta.url));

/** The files of a shared model, under its own folder. */
export function sharedModel(name: string): Files {
  const entries = readdirSync(join(SHARED, name), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(SHARED.length), readFileSync(file)]));
}

/** The files with one text of one of them replaced. */
export function withText(files: Files, path: string, before: string, after: string): Files {
  const text = String(files[path]);
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
  return { [path]: text.replace(before, () => after) };
}
