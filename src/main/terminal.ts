import type { TextOptions } from "../report/renderings/text.ts";

/** For a file, and for whatever the output is piped into. */
export const ON_PAPER: TextOptions = { width: 100, colour: false };

/** How wide the standard output is, and whether it shows colour. */
export function terminal(): TextOptions {
  const { isTTY, columns } = process.stdout;
  const colour = isTTY === true && process.env.NO_COLOR === undefined;
  return { width: isTTY ? columns : ON_PAPER.width, colour };
}

export function print(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()));
}
