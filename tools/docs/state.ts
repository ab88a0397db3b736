import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Pages } from "./pages.ts";
import { inRoot } from "./root.ts";

/** Pages that are missing or hold another text. */
export function stale(wanted: Pages): readonly string[] {
  return [...wanted]
    .filter(([path, text]) => !existsSync(inRoot(path)) || readFileSync(inRoot(path), "utf8") !== text)
    .map(([path]) => path);
}

/** Pages under docs/rules that no rule has any more. */
export function orphans(wanted: Pages): readonly string[] {
  const folder = "docs/rules";
  if (!existsSync(inRoot(folder))) return [];
  const entries = readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" });
  const paths = entries
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return paths.filter((path) => !wanted.has(path)).sort();
}
