import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { TextOptions } from "../report/renderings/text.ts";
import { systemReason } from "../workspace/disk-file.ts";
import { oneOf } from "./one-of.ts";
import { ON_PAPER, print, terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** A rendering and where it goes: standard output, or a file. */
export interface Output<F extends string> {
  readonly format: F;
  readonly file: string | null;
}

/** `json` or `json=report.json`. */
export function readFormat<F extends string>(written: string, formats: readonly F[]): Output<F> {
  const [name = "", ...rest] = written.split("=");
  const format = oneOf("format", name, formats);
  const file = rest.join("=");
  if (written.includes("=") && file === "")
    throw new UsageError(`--format ${written} names no file`, `write --format ${name}=FILE`);
  return { format, file: file === "" ? null : file };
}

/** Where each asked format goes; `fallback` to standard output when none was asked for. */
export function outputsOf<F extends string>(
  written: readonly string[],
  formats: readonly F[],
  fallback: F,
): readonly Output<F>[] {
  const outputs = written.map((one) => readFormat(one, formats));
  if (outputs.filter(({ file }) => file === null).length > 1) {
    throw new UsageError(
      "two formats want the standard output",
      "give all but one a file: --format json=report.json",
    );
  }
  const files = outputs.flatMap(({ file }) => (file === null ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`two formats want the file ${relative(".", twice)}`, "give each a file of its own");
  return outputs.length > 0 ? outputs : [{ format: fallback, file: null }];
}

/** Writes what `render` makes to its place. @throws UsageError when the file cannot be written. */
export async function writeOutput<F extends string>(
  { format, file }: Output<F>,
  render: (format: F, terminal: TextOptions) => Promise<string>,
): Promise<void> {
  if (file === null) return print(await render(format, terminal()));
  const text = await render(format, ON_PAPER);
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new UsageError(
      `${file} cannot be written: ${systemReason(cause)}`,
      "name a file in a folder that exists",
    );
  }
}
