import type { Plugin } from "esbuild";
import { shippedControls } from "../../src/main/shipped-controls.ts";
import { asText } from "./json-as-text.ts";

/** The control catalogue is read and checked when the bundle is built, and carried as data. */
export const shippedControlsAsData: Plugin = {
  name: "shipped-controls",
  setup(build) {
    build.onLoad({ filter: /src[\\/]main[\\/]shipped-controls\.ts$/ }, async () => ({
      contents: `export async function shippedControls() {
  return ${asText(await shippedControls())};
}`,
      loader: "js",
    }));
  },
};
