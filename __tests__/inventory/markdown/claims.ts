import { lookup } from "../../../src/documents/lookup.ts";
import type { Mapping, Value } from "../../../src/documents/value.ts";
import type { Card } from "../../../src/inventory/card.ts";
import { readMarkdownCard } from "../../../src/inventory/markdown/card.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { memoryTree } from "../../support/memory-tree.ts";

/** One snippet in a manner of writing that cards use, and the claims that a careful reader would take from it. */
export interface Snippet {
  readonly name: string;
  readonly card: string;
  readonly claims: readonly string[];
  /** Numbers near a metric's name that are told of and not read. */
  readonly unread?: readonly string[];
}

export async function readCard(text: string | Uint8Array, path = "model_card.md"): Promise<Card> {
  return readMarkdownCard(memoryTree({ [path]: text }), path, CAPS);
}

export function claimsOf(card: Card): Mapping[] {
  return metricsOf(card).filter((claim) => lookup(claim, "unread") === null);
}

/** Numbers near a metric's name that no claim was made of. */
export function unreadOf(card: Card): Mapping[] {
  return metricsOf(card).filter((claim) => lookup(claim, "unread") !== null);
}

function metricsOf(card: Card): Mapping[] {
  const metrics = lookup(card.root, "metrics");
  return metrics?.kind === "list" ? metrics.items.filter((item): item is Mapping => item.kind === "map") : [];
}

const SHOWN = [
  "unit",
  "split",
  "dataset",
  "average",
  "class",
  "actual",
  "predicted",
  "k",
  "beta",
  "threshold",
  "slice",
  "n",
  "interval",
  "confidence",
];

/** "Recall 0.71 split=test": a claim on one line, for comparing. */
export function shown(claim: Mapping): string {
  const qualifiers = SHOWN.flatMap((key) => {
    const value = lookup(claim, key);
    return value ? [`${key}=${plainText(value)}`] : [];
  });
  const value = lookup(claim, "value");
  return [plainText(lookup(claim, "name")!), value?.kind === "scalar" ? value.raw : "", ...qualifiers].join(
    " ",
  );
}

function plainText(value: Value): string {
  switch (value.kind) {
    case "scalar":
      return String(value.value);
    case "list":
      return value.items.map(plainText).join("..");
    case "map":
      return [...value.entries].map(([key, entry]) => `${key}:${plainText(entry.value)}`).join(",");
  }
}
