import { posix } from "node:path";
import type { Card } from "./card.ts";

/** Where keys of the native card are written: a card of another dialect is completed by a native one beside it. */
export function nativeHome({ path, folder, dialect }: Pick<Card, "path" | "folder" | "dialect">): string {
  if (dialect === "native") return path;
  const native = posix.join(folder, "model-card.yaml");
  return `${native}, a card beside it with \`card: ${posix.relative(`/${folder}`, `/${path}`)}\``;
}
