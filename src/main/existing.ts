import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { nearest } from "../documents/nearest.ts";
import { UsageError } from "./usage-error.ts";

/** Where a path really is. @throws UsageError when nothing is there, with the nearest name or else `fix`. */
export function existing(path: string, fix: string): string {
  const place = resolve(path);
  if (existsSync(place)) return realpathSync(place);
  const meant = siblingOf(place);
  throw new UsageError(
    `there is no ${path}`,
    meant === null ? fix : `did you mean ${join(dirname(path), meant)}?`,
  );
}

function siblingOf(place: string): string | null {
  try {
    return nearest(basename(place), readdirSync(dirname(place)));
  } catch {
    return null;
  }
}
