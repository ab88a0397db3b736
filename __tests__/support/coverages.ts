import type { Catalogue, Control, Framework } from "../../src/report/coverage/catalogue.ts";
import { FRAMEWORK_NAMES, FRAMEWORKS } from "../../src/report/coverage/frameworks.ts";

/** A catalogue of the given controls, each by the items of nist-ai-rmf that it belongs to; the items are A, B and C. */
export function catalogueOf(places: Readonly<Record<string, readonly string[]>>): Catalogue {
  const controls = Object.entries(places).map(
    ([id, items]): Control => ({
      id,
      group: "group",
      statement: `What ${id} asks.`,
      verified: "recomputed",
      frameworks: items.length === 0 ? {} : { "nist-ai-rmf": items },
    }),
  );
  const frameworks = FRAMEWORKS.map(
    (id): Framework => ({
      id,
      name: FRAMEWORK_NAMES[id],
      edition: "first",
      sources: [{ title: "Its text", url: "https://example.com/" }],
      checked: "2026-11-23",
      note: "A note.",
      total: 5,
      items: ["A", "B", "C"].map((item) => ({ id: item, title: `about ${item}` })),
    }),
  );
  return { controls, frameworks };
}
