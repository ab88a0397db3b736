import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "./root.ts";
import { AS_OF, run, terminal } from "./sample.ts";

const GUIDE = "docs/getting-started.md";
const PREDICTIONS = "test-predictions.csv";
const SHOWN = "node ../effective-challenge/dist/cli.js check .";

/** The guide's own card as it stands there first, and after the two fixes that the guide makes. */
export function cards(): { readonly first: string; readonly last: string } {
  const [first = "", metrics = "", owner = ""] = yamlBlocks(readFileSync(inRoot(GUIDE), "utf8"));
  const recall = lineWith(metrics, "name: recall");
  const owners = lineWith(owner, "owners:");
  const last = first
    .replace(lineWith(first, "name: recall"), recall)
    .replace(/^ {2}id: .*$/m, (id) => `${id}\n${owners}`);
  return { first, last };
}

/** What the guide shows of its two runs. */
export async function firstSteps(): Promise<{ readonly "first run": string; readonly "last run": string }> {
  const { first, last } = cards();
  return {
    "first run": terminal(SHOWN, untilQuestions(await judged(first))),
    "last run": terminal(SHOWN, await judged(last)),
  };
}

/** What the program prints of the guide's predictions under a card. */
export async function judged(card: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "getting-started-"));
  try {
    copyFileSync(inRoot(`tools/docs/getting-started/${PREDICTIONS}`), join(folder, PREDICTIONS));
    writeFileSync(join(folder, "model-card.yaml"), card);
    return await run(["check", ".", "--as-of", AS_OF], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function untilQuestions(printed: string): string {
  const end = printed.indexOf("\n  Ask\n");
  return end < 0 ? printed : `${printed.slice(0, end)}\n  …`;
}

function yamlBlocks(page: string): string[] {
  return [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}

function lineWith(block: string, part: string): string {
  const line = block.split("\n").find((candidate) => candidate.includes(part));
  if (line === undefined) throw new Error(`${GUIDE} has no block with \`${part}\` where it is expected`);
  return line;
}
