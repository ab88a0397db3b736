import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Metafile, Plugin } from "esbuild";

/** What nearly every run starts from: the rest is loaded on top of it, or rarely. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  version: ["src/main/cli.ts"],
  metrics: ["src/main/cli.ts", "src/main/metrics.ts", "src/report/analysis/text.ts"],
  check: ["src/main/cli.ts", "src/main/check.ts", "src/report/renderings/text.ts"],
  action: ["src/main/action.ts"],
};

/**
 * Puts what the same runs load into one file, where the bundler would make a file for every combination of commands:
 * to find and open a file takes longer than to compile its few lines. Whoever imports one file of such a company
 * imports all of it, so that the bundler sees them loaded together; no run of `RUNS` thereby loads more than it needs.
 */
export function together({ inputs }: Metafile): Plugin {
  const companies = companiesOf(inputs);
  const homes = new Map(
    [...companies].flatMap(([name, paths]) => paths.map((path) => [path, name] as const)),
  );
  return {
    name: "together",
    setup(build) {
      build.onResolve({ filter: /^together:/ }, ({ path }) => ({ path, namespace: "together" }));
      build.onLoad({ filter: /./, namespace: "together" }, ({ path }) => ({
        contents: (companies.get(path) ?? []).map((member) => `import "./${member}";`).join("\n"),
        resolveDir: process.cwd(),
      }));
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const own = Object.keys(inputs).find((input) => resolve(input) === path);
        const met = own === undefined ? [] : imported(inputs, own).map((one) => homes.get(one));
        const others = [...new Set(met)].filter(
          (name) => name !== undefined && name !== homes.get(own ?? ""),
        );
        const added = others.map((name) => `import "${name}";`).join("");
        return { contents: `${await readFile(path, "utf8")}\n${added}`, loader: "ts" };
      });
    },
  };
}

/** Our own files by the runs that load them; one that is a start itself stays what it is. */
function companiesOf(inputs: Metafile["inputs"]): Map<string, readonly string[]> {
  const loaded = Object.entries(RUNS).map(([run, starts]) => ({ run, files: reached(inputs, starts) }));
  const starts = new Set(Object.values(RUNS).flat());
  const companies = new Map<string, string[]>();
  for (const path of Object.keys(inputs).sort()) {
    const runs = loaded.filter(({ files }) => files.has(path)).map(({ run }) => run);
    if (runs.length === 0 || starts.has(path) || !path.startsWith("src/")) continue;
    const name = `together:${runs.join("-")}`;
    companies.set(name, [...(companies.get(name) ?? []), path]);
  }
  return companies;
}

/** What is loaded before any of the starts does anything. */
export function reached(inputs: Metafile["inputs"], starts: readonly string[]): Set<string> {
  const files = new Set(starts);
  for (const file of files) for (const path of imported(inputs, file)) files.add(path);
  return files;
}

function imported(inputs: Metafile["inputs"], file: string): readonly string[] {
  const imports = inputs[file]?.imports ?? [];
  return imports
    .filter(({ kind, external }) => kind !== "dynamic-import" && !external)
    .map(({ path }) => path);
}
