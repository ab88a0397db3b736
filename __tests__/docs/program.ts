import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inRoot } from "../../tools/docs/root.ts";
import { AS_OF, PROGRAM } from "../../tools/docs/sample.ts";

export type Files = Readonly<Record<string, string>>;

/** What the built program says of the models in a folder of their own, by their ids. */
export function recommended(files: Files): ReadonlyMap<string, Recommended> {
  const folder = mkdtempSync(join(tmpdir(), "documented-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = [inRoot(PROGRAM), "check", ".", "--as-of", AS_OF, "--format", "json"];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    if (!stdout.startsWith("{")) throw new Error(`${stdout}${stderr}`);
    const { models } = JSON.parse(stdout) as {
      readonly models: readonly (Recommended & { readonly id: string })[];
    };
    return new Map(models.map((model) => [model.id, model]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The part of a model's report that the pages speak of. */
export interface Recommended {
  readonly recommendation: string;
  readonly tier: { readonly effective: string };
  readonly claims: readonly { readonly metric: string; readonly raw: string; readonly status: string }[];
  readonly findings: readonly { readonly rule: string; readonly says: string; readonly blocking: boolean }[];
}
