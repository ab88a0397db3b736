import { readFileSync } from "node:fs";
import wabt from "wabt";
import { inRoot } from "../docs/root.ts";

/** A program in WebAssembly: its text, and the module that carries its bytes under a name. */
export interface Assembly {
  readonly text: string;
  readonly code: string;
  readonly name: string;
}

export const ASSEMBLIES: readonly Assembly[] = [
  {
    text: "src/statistics/resampling/inner-loops.wat",
    code: "src/statistics/resampling/inner-loops-code.ts",
    name: "INNER_LOOPS",
  },
  {
    text: "src/tables/plain/plain-records.wat",
    code: "src/tables/plain/plain-records-code.ts",
    name: "PLAIN_RECORDS",
  },
];

/** What the module `code` must be: the bytes of `text`, as it stands in its file or otherwise. */
export async function codeOf(
  { text, name }: Assembly,
  written = readFileSync(inRoot(text), "utf8"),
): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat(text, written, { simd: true });
  const bytes = Buffer.from(module.toBinary({}).buffer);
  return `/** ${text.slice(text.lastIndexOf("/") + 1)} in bytes, as \`npm run wasm\` writes it. */
export const ${name} =
  "${bytes.toString("base64")}";
`;
}
