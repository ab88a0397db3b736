import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compiledSchemas } from "../tools/build/compiled-schemas.ts";
import { shippedPoliciesAsData } from "../tools/build/shipped-policies.ts";

const REPEATS = 21;
const LARGEST = process.argv[2] ?? "1000";

interface Run {
  readonly policies: number;
  readonly loaded: number;
  readonly workedOut: number;
}

/** Writes benchmarks/policies.md. tsx benchmarks/policies.ts [1000] */
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "effective-challenge-"));
try {
  const program = join(folder, "load-policies.mjs");
  await build({
    entryPoints: [join(here, "load-policies.ts")],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    plugins: [compiledSchemas, shippedPoliciesAsData],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const runs = Array.from({ length: REPEATS }, (): Run => JSON.parse(printed(process.execPath, [program])));
  const grown = printed("npx", ["tsx", join(here, "expressions.ts"), LARGEST]);
  writeFileSync(join(here, "policies.md"), page(runs, grown));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function printed(program: string, args: readonly string[]): string {
  return execFileSync(program, [...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function page(runs: readonly Run[], grown: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
  const date = new Date().toISOString().slice(0, 10);
  return `# Policies

On ${machine}, Node ${process.versions.node}, ${date}. To measure again and rewrite this page:

\`\`\`sh
npx tsx benchmarks/policies.ts
\`\`\`

## Loading

The ${runs[0]!.policies} bundled policies with all that they extend, in a process that has loaded the program and nothing
else; median of ${REPEATS}. The aim is 20 ms.

| | median |
| --- | ---: |
| loaded | ${median(runs.map(({ loaded }) => loaded)).toFixed(1)} ms |
| worked out for every tier, stage and rule | ${median(runs.map(({ workedOut }) => workedOut)).toFixed(1)} ms |

## Rules of a policy's own

As many rules in CEL as models, judged; reading and measuring aside. Where the time of one rule on one model stays the
same, the growth is linear.

${grown.trim()}
`;
}
