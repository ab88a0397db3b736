import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../support/scenario.ts";
import { runScenario } from "../support/scenario-run.ts";

const HERE = fileURLToPath(new URL("./", import.meta.url));

/** What no run may ever show: a stack trace, an error of the language, a fault of ours, a raw control or hidden character, a workflow command. */
const NEVER = [
  /^\s+at .+:\d+:\d+\)?$/m,
  /\b(?:Type|Range|Syntax|Reference)Error\b/,
  /fault of ours/,
  /[^\P{C}\n]/u,
  /^\s*::/m,
];

describe.concurrent.each(groups())("%s", (group) => {
  it.each(scenariosOf(group))("%s", async (name) => {
    const scenario = parseScenario(readFileSync(join(HERE, group, name), "utf8"));
    const { code, stdout, stderr } = await runScenario(scenario);
    const output = `${stdout}\n${stderr}`;
    const flat = flattened(output);
    expect({ code, missing: firstMissing(flat, scenario.shows) }, output).toEqual({
      code: scenario.exit,
      missing: null,
    });
    expect(scenario.never.filter((text) => flat.includes(flattened(text)))).toEqual([]);
    expect(NEVER.flatMap((sign) => sign.exec(output)?.[0] ?? [])).toEqual([]);
  });
});

function groups(): string[] {
  const entries = readdirSync(HERE, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && scenariosOf(entry.name).length > 0)
    .map(({ name }) => name);
}

function scenariosOf(group: string): string[] {
  return readdirSync(join(HERE, group)).filter((name) => name.endsWith(".scenario"));
}

/** Lines are wrapped to the terminal's width; where does not matter here. */
function flattened(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

function firstMissing(output: string, expected: readonly string[]): string | null {
  let from = 0;
  for (const text of expected) {
    const wanted = flattened(text);
    const at = output.indexOf(wanted, from);
    if (at < 0) return text;
    from = at + wanted.length;
  }
  return null;
}
