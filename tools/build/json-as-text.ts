import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** Data that the bundle carries, as an expression: to read a text as JSON takes less than to compile it as a program. */
export function asText(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

export const jsonAsText: Plugin = {
  name: "json-as-text",
  setup(build) {
    build.onLoad({ filter: /[\\/]schemas[\\/][^\\/]+\.json$/ }, async ({ path }) => {
      const value: unknown = JSON.parse(await readFile(path, "utf8"));
      return { contents: `export default ${asText(value)};`, loader: "js" };
    });
  },
};
