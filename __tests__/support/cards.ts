import type { Card } from "../../src/inventory/card.ts";
import { readNativeCard } from "../../src/inventory/native.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { memoryTree } from "./memory-tree.ts";

/** A native card as it is read from one file. */
export function nativeCard(
  text: string | Uint8Array,
  path = "models/a/model-card.yaml",
  caps: Caps = CAPS,
): Promise<Card> {
  return readNativeCard(memoryTree({ [path]: text }), path, caps);
}
