import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "../report/coverage/catalogue.ts";
import { readCatalogue } from "../report/coverage/read-catalogue.ts";
import { CAPS } from "../workspace/caps.ts";
import { ROOT } from "./package.ts";

/** The catalogue in `controls/`. It is known when the bundle is built, so the bundle carries it read and checked. */
export async function shippedControls(): Promise<Catalogue> {
  const names = readdirSync(join(ROOT, "controls", "frameworks")).filter((name) => name.endsWith(".yaml"));
  const frameworks = names.sort().map((name) => fileAt(`controls/frameworks/${name}`));
  return readCatalogue(fileAt("controls/controls.yaml"), frameworks, CAPS);
}

function fileAt(path: string) {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}
