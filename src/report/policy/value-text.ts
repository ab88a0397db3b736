import { flow } from "../../policy/compare/words.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { ShownValue } from "./shown-value.ts";

const LONGEST = 1_000;

/** The lines that say a value, in brackets. */
export function originText({ from }: ShownValue): string {
  return from.length === 0 ? " (default)" : ` (${from.map((at) => escapeTerminal(at)).join(", ")})`;
}

/** A value on one line, as a terminal may show it. */
export function valueText(value: unknown): string {
  return escapeTerminal(flow(value), LONGEST);
}
