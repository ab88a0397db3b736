import { rm } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";
import { compiledSchemas } from "./compiled-schemas.ts";
import { jsonAsText } from "./json-as-text.ts";
import { shippedControlsAsData } from "./shipped-controls.ts";
import { shippedPoliciesAsData } from "./shipped-policies.ts";
import { spared } from "./spared.ts";
import { together } from "./together.ts";

/** Some dependencies are CommonJS and call `require` at run time. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);';

const PLUGINS = [compiledSchemas, shippedPoliciesAsData, shippedControlsAsData, jsonAsText, spared];

const OPTIONS = {
  entryPoints: { cli: "src/main/cli.ts", action: "src/main/action.ts" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Node 20 has them; a pattern that is no literal is made anew at every call.
  supported: { "regexp-unicode-property-escapes": true, "regexp-lookbehind-assertions": true },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  plugins: PLUGINS,
  banner: { js: REQUIRE },
  chunkNames: "chunks/[name]-[hash]",
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Writes the bundles: once to see what imports what, then with what is loaded together in one file. One pinned
 * builder, and no time, path or environment in what it writes: the same lock file, the same bytes.
 */
export async function bundle(outdir: string): Promise<void> {
  const { metafile } = await build({ ...OPTIONS, outdir, write: false, metafile: true });
  await rm(outdir, { recursive: true, force: true });
  await build({ ...OPTIONS, outdir, plugins: [...PLUGINS, together(metafile)] });
}
