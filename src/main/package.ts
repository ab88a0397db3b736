import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that ships with the program: it holds `policies/`, whether this runs from `src/` or from `dist/`. */
export const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));

function packageRoot(folder: string): string {
  if (existsSync(join(folder, "policies", "baseline.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("the policies that ship with effective-challenge are missing");
  return packageRoot(parent);
}

export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0.0.0";
}
