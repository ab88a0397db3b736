import { escapeTerminal } from "./terminal.ts";
import { hidesSomething, visible } from "./visible.ts";

/** Text as the message of a workflow command: what follows the second `::`. */
export function escapeCommandMessage(text: string, limit?: number): string {
  return escapeTerminal(text, limit).replaceAll("%", "%25");
}

/** Text as the value of a property of a workflow command, such as `title=`. */
export function escapeCommandProperty(text: string, limit?: number): string {
  return asCommandProperty(escapeTerminal(text, limit));
}

/** A path as the `file=` of a workflow command: unchanged where it can be, or the annotation would miss its line. */
export function escapeCommandPath(path: string): string {
  return asCommandProperty(hidesSomething(path) ? visible(path) : path);
}

function asCommandProperty(text: string): string {
  return text.replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
