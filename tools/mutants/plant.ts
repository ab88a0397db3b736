import { readFileSync } from "node:fs";
import { inRoot } from "../docs/root.ts";
import type { Mutant } from "./mutant.ts";

/** The source with the fault in it. @throws Error when the text is not there once. */
export function planted(source: string, { file, text, planted }: Omit<Mutant, "tests">): string {
  const parts = source.split(text);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, not once: ${text}`);
  return parts.join(planted);
}

/** A plugin of Vite that plants the fault as the file is loaded; the work tree keeps its files. */
export function planting(mutant: Mutant) {
  const path = inRoot(mutant.file);
  return {
    name: "planted-mutant",
    enforce: "pre" as const,
    transform: (code: string, id: string) => (id === path ? planted(code, mutant) : null),
  };
}

/** Why the mutants cannot be planted, one line for each that cannot. */
export function misplaced(mutants: readonly Mutant[]): readonly string[] {
  return mutants.flatMap((mutant) => {
    try {
      planted(readFileSync(inRoot(mutant.file), "utf8"), mutant);
      return [];
    } catch (thrown) {
      return [String(thrown)];
    }
  });
}
