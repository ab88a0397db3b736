import { escapeTerminal } from "../../escape/terminal.ts";
import type { PlaceReport } from "../../report.ts";
import type { Style } from "./style.ts";

/** What every part of the terminal text is drawn on. */
export interface Page {
  /** Columns; at least `NARROWEST`, at most `WIDEST`. */
  readonly width: number;
  readonly style: Style;
}

export const NARROWEST = 40;
/** Lines longer than this are hard to read, however wide the window. */
export const WIDEST = 120;

/** `path:line:column`, never broken, because terminals and editors open it. */
export function placeText(place: PlaceReport): string {
  return escapeTerminal(`${place.path}:${place.line}:${place.column}`);
}
