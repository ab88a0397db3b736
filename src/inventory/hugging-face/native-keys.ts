import { posix } from "node:path";
import type { Problem } from "../../documents/problem.ts";
import type { Entry, Value } from "../../documents/value.ts";
import { isList, isMapping } from "./fields.ts";

/** Keys of a native card that mean nothing in front matter, whatever stands behind them. */
export const NATIVE_KEYS: ReadonlySet<string> = new Set([
  "risk",
  "requirements",
  "prediction",
  "evidence",
  "limitations",
  "ethical_considerations",
  "explainability",
  "security",
  "monitoring",
  "launch",
  "validation",
]);

/** Keys that front matter has too; a native card's are maps, or lists of maps. */
export const SHARED_KEYS: ReadonlySet<string> = new Set(["model", "use", "data", "metrics", "system"]);

/** Front matter that was written as if it were a native card: nobody would miss what is not read there. */
export function nativeKeysIn(root: Value, path: string): Problem[] {
  const found = isMapping(root) ? [...root.entries.values()].filter(isNative) : [];
  const [first] = found;
  if (!first) return [];
  const names = found.map(({ key }) => `\`${key}\``).join(", ");
  const card = posix.basename(path);
  const says = `${names} ${found.length === 1 ? "is" : "are"} not read in ${card}`;
  const fix = `write ${found.length === 1 ? "it" : "them"} in model-card.yaml beside it, with \`card: ${card}\``;
  return [{ code: "not-read", about: "front matter", at: first.keyAt, says, fix }];
}

function isNative({ key, value }: Entry): boolean {
  if (NATIVE_KEYS.has(key)) return true;
  return SHARED_KEYS.has(key) && (isMapping(value) || (isList(value) && value.items.some(isMapping)));
}
