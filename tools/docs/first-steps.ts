import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "./root.ts";
import { AS_OF, run, terminal } from "./sample.ts";

const GUIDE = "docs/getting-started.md";
const PREDICTIONS = "test-predictions.csv";
const SHOWN = "node ../effective-challenge/dist/cli.js check .";

export interface GuideCards {
  /** The shortest card, as step 3 has it. */
  readonly first: string;
  /** With the sections of step 5 in place of its own. */
  readonly last: string;
  /** Cards that complete one in Markdown. */
  readonly completing: readonly string[];
}

/** The cards of the guide, as a reader who pastes them has them. */
export function cards(): GuideCards {
  const blocks = yamlBlocks(readFileSync(inRoot(GUIDE), "utf8"));
  const completing = blocks.filter((block) => block.startsWith("card:"));
  const [first, sections] = blocks.filter((block) => block.startsWith("model:"));
  if (first === undefined || sections === undefined)
    throw new Error(`${GUIDE} has no card, or no fix for it`);
  return { first, last: withSections(first, sections), completing };
}

/** What the guide shows of its two runs. */
export async function firstSteps(): Promise<{ readonly "first run": string; readonly "last run": string }> {
  const { first, last } = cards();
  return {
    "first run": terminal(SHOWN, untilQuestions(await judged(first))),
    "last run": terminal(SHOWN, await judged(last)),
  };
}

/** What the program prints of the guide's predictions under a card, and whatever else is in its folder. */
export async function judged(card: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "getting-started-"));
  try {
    copyFileSync(inRoot(`tools/docs/getting-started/${PREDICTIONS}`), join(folder, PREDICTIONS));
    for (const [name, text] of Object.entries({ "model-card.yaml": card, ...others }))
      writeFileSync(join(folder, name), text);
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

/** A card with its sections replaced by those of the same key. */
function withSections(card: string, sections: string): string {
  return sectionsOf(sections).reduce((whole, section) => {
    const [key = ""] = section.split(":", 1);
    const own = sectionsOf(whole).find((one) => one.startsWith(`${key}:`));
    if (own === undefined) throw new Error(`the first card of ${GUIDE} has no \`${key}\``);
    return whole.replace(own, () => section);
  }, card);
}

function sectionsOf(card: string): string[] {
  return card.split(/^(?=\w)/m);
}
