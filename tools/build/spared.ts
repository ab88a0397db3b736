import type { Plugin } from "esbuild";

/** What dependencies load at every start and this program never comes to use, or has already. */
const SPARED = {
  // Traces the steps of two of them, for which it looks up the terminal, its colours and the environment.
  debug: { by: /./, instead: "module.exports = () => () => {};" },
  // The module reads every property to export it, and so opens all three standard streams.
  "node:process": { by: /[\\/]commander[\\/]/, instead: "module.exports = process;" },
  // For commands that are programs of their own.
  "node:child_process": { by: /[\\/]commander[\\/]/, instead: "module.exports = {};" },
} as const satisfies Record<string, { readonly by: RegExp; readonly instead: string }>;

export const spared: Plugin = {
  name: "spared",
  setup(build) {
    for (const [name, { by, instead }] of Object.entries(SPARED)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path, importer }) =>
        by.test(importer) ? { path, namespace: "spared" } : null,
      );
      build.onLoad({ filter: new RegExp(`^${name}$`), namespace: "spared" }, () => ({ contents: instead }));
    }
  },
};
