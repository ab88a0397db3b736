import { readFileSync } from "node:fs";
import wabt from "wabt";
import { inRoot } from "../docs/root.ts";

export const CODE = "src/statistics/resampling/inner-loops-code.ts";
const TEXT = "src/statistics/resampling/inner-loops.wat";

/** What the module `CODE` must be: the bytes of `TEXT`. */
export async function innerLoopsCode(): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat(TEXT, readFileSync(inRoot(TEXT), "utf8"));
  const bytes = Buffer.from(module.toBinary({}).buffer);
  return `/** inner-loops.wat in bytes, as \`npm run wasm\` writes it. */
export const INNER_LOOPS =
  "${bytes.toString("base64")}";
`;
}
