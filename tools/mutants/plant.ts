import { readFileSync } from "node:fs";
import { inRoot } from "../docs/root.ts";
import { ASSEMBLIES, codeOf } from "../wasm/modules.ts";
import type { Mutant } from "./mutant.ts";

/** The source with the fault in it. @throws Error when the text is not there once. */
export function planted(source: string, { file, text, planted }: Omit<Mutant, "tests">): string {
  const parts = source.split(text);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, not once: ${text}`);
  return parts.join(planted);
}

/** A plugin of Vite that plants the fault as the file is loaded, or what was made of it; the work tree keeps its files. */
export function planting(mutant: Mutant) {
  const assembly = ASSEMBLIES.find(({ text }) => text === mutant.file);
  const path = inRoot(assembly?.code ?? mutant.file);
  return {
    name: "planted-mutant",
    enforce: "pre" as const,
    transform: (code: string, id: string) => {
      if (id !== path) return null;
      return assembly ? codeOf(assembly, planted(sourceOf(mutant), mutant)) : planted(code, mutant);
    },
  };
}

function sourceOf({ file }: Mutant): string {
  return readFileSync(inRoot(file), "utf8");
}

/** Why the mutants cannot be planted, one line for each that cannot. */
export function misplaced(mutants: readonly Mutant[]): readonly string[] {
  return mutants.flatMap((mutant) => {
    try {
      planted(sourceOf(mutant), mutant);
      return [];
    } catch (thrown) {
      return [String(thrown)];
    }
  });
}
