import { describe, expect, it } from "vitest";
import { discoverCards } from "../../src/inventory/discover.ts";
import { present } from "../../src/inventory/presence.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { readBaseline } from "../../tools/docs/baseline.ts";
import { needsTable } from "../../tools/docs/tier-needs.ts";
import { memoryTree } from "../support/memory-tree.ts";
import { textOf } from "./pages.ts";

const NATIVE_ONLY = "–";

/** The rows of the table of docs/card.md: a key, and how each dialect says it. */
const rows = [...textOf("docs/card.md").matchAll(/^\| `([a-z_.]+)` \| (`.+`|–) \| (`.+`|–) \|$/gm)].map(
  ([, key = "", front = "", text = ""]) => ({ key, front: plain(front), text: plain(text) }),
);

describe.each(rows)("docs/card.md is right about $key", ({ key, front, text }) => {
  it("in front matter", async () => {
    const line = front === NATIVE_ONLY ? `${key.split(".").at(-1)}: Some words` : front;
    expect(await says("README.md", `---\nlibrary_name: sklearn\n${line}\n---\n`, key)).toBe(
      front !== NATIVE_ONLY,
    );
  });

  it("in the text", async () => {
    expect(await says("MODEL_CARD.md", `# Model card\n\n${markdown(text, key)}\n`, key)).toBe(
      text !== NATIVE_ONLY,
    );
  });
});

it("docs/card.md speaks of every field that a tier requires", async () => {
  const required = [...needsTable(await readBaseline()).matchAll(/^\| `([a-z_.]+)` \|/gm)];
  const unsaid = required.filter(
    ([, field = ""]) => !rows.some(({ key }) => `${field}.`.startsWith(`${key}.`)),
  );
  expect(required.length).toBeGreaterThan(20);
  expect(unsaid.map(([, field]) => field)).toEqual([]);
});

function plain(cell: string): string {
  return cell.replace(/^`|`$/g, "");
}

/** A heading stands over words, an entry under a heading; what cannot be said is tried as both. */
function markdown(text: string, key: string): string {
  const words = key.split(".").at(-1)?.replaceAll("_", " ") ?? "";
  if (text === NATIVE_ONLY)
    return `## ${words}\n\nSome words of our own.\n\n## Details\n\n- **${words}:** Some words`;
  if (text.startsWith("#")) return `${text}\n\nSome words of our own.`;
  return `## ${key === "metrics" ? "Metrics" : "Model details"}\n\n${text}`;
}

async function says(path: string, card: string, key: string): Promise<boolean> {
  const { cards } = await discoverCards(memoryTree({ [path]: card }), [""], CAPS);
  expect(cards).toHaveLength(1);
  return present(cards[0]?.root ?? null, key) !== null;
}
