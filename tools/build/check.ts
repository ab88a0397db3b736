import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.ts";

/** Builds beside dist/ and compares byte for byte. */
const fresh = await mkdtemp(join(tmpdir(), "effective-challenge-dist-"));
try {
  await bundle(fresh);
  const [committed, built] = await Promise.all([filesIn("dist"), filesIn(fresh)]);
  const names = [...new Set([...committed.keys(), ...built.keys()])].sort();
  const stale = names.filter((name) => !same(committed.get(name), built.get(name)));
  if (stale.length > 0) {
    console.error(`dist/ is stale: ${stale.join(", ")}\nrun: npm run build`);
    process.exitCode = 1;
  } else console.log(`dist/ is current: ${names.length} files`);
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const contents = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), await readFile(path)] as const;
  });
  return new Map(await Promise.all(contents));
}

function same(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a !== undefined && b !== undefined && a.equals(b);
}
