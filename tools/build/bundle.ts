import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { compiledSchemas } from "./compiled-schemas.ts";
import { shippedControlsAsData } from "./shipped-controls.ts";
import { shippedPoliciesAsData } from "./shipped-policies.ts";

/** Some dependencies are CommonJS and call `require` at run time. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);';

/** Writes the bundles. One pinned builder, and no time, path or environment in what it writes: the same lock file, the same bytes. */
export async function bundle(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: { cli: "src/main/cli.ts", action: "src/main/action.ts" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    charset: "utf8",
    plugins: [compiledSchemas, shippedPoliciesAsData, shippedControlsAsData],
    banner: { js: REQUIRE },
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  });
}
