import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../tools/docs/root.ts";
import { blocksOf, PAGES } from "./pages.ts";

/** A line of an `sh` block that runs the program, and the exit code that its comment states. */
interface Command {
  readonly where: string;
  readonly line: string;
  readonly exits: number;
}

const commands: readonly Command[] = PAGES.flatMap((path) =>
  blocksOf(path, "sh").flatMap((block) =>
    block.text
      .replace(/\\\n\s*/g, "")
      .split("\n")
      .filter((line) => line.startsWith("node dist/cli.js"))
      .map((line) => ({
        where: `${path}:${block.line}`,
        line,
        exits: Number(/# exits (\d)/.exec(line)?.[1] ?? 0),
      })),
  ),
);

describe("commands in the documentation", () => {
  it("are there", () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  it("find the program: npm run build", () => {
    expect(existsSync(inRoot("dist/cli.js")), "dist/cli.js is missing: npm run build").toBe(true);
  });

  // One of them tries every value of every pack.
  it.each(commands)("$where: $line", { timeout: 180_000 }, ({ line, exits }) => {
    const ran = spawnSync("sh", ["-c", line], { cwd: inRoot("."), encoding: "utf8" });
    expect(ran.status, ran.stderr).toBe(exits);
  });
});
