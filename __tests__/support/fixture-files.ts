import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const FIXTURES = join(import.meta.dirname, "../fixtures/evidence");

/** A fixture of a tool, a file or a folder, by the paths that it has beside a card. */
export function fixtureFiles(name: string): Record<string, Uint8Array> {
  const from = join(FIXTURES, name);
  if (!statSync(from).isDirectory()) return { [basename(name)]: readFileSync(from) };
  return Object.fromEntries(
    readdirSync(from).map((file) => [`${basename(name)}/${file}`, readFileSync(join(from, file))]),
  );
}
