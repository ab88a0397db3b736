import { withoutCommands } from "./commands.ts";
import { truncate } from "./truncate.ts";
import { visible } from "./visible.ts";

/** Longest text of the repository that one place of a rendering is given, in UTF-16 units. */
export const TEXT_LIMIT = 1_000;

/** Text of the repository as one harmless line of a terminal or of a build log. */
export function escapeTerminal(text: string, limit: number = TEXT_LIMIT): string {
  return withoutCommands(visible(truncate(text, limit)));
}
