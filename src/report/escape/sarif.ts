import { TEXT_LIMIT } from "./terminal.ts";
import { truncate } from "./truncate.ts";
import { visible } from "./visible.ts";

const LINK = /\](?=\()/g;
const PLACEHOLDER = /\{(?=\d+\})/g;

/** Text as a SARIF plain-text message, without the embedded links and placeholders that one may hold. */
export function escapeSarif(text: string, limit: number = TEXT_LIMIT): string {
  return visible(truncate(text, limit)).replace(LINK, "] ").replace(PLACEHOLDER, "{ ");
}
