import type { Caps } from "../../workspace/caps.ts";
import { TableFault } from "../failure.ts";
import { ABSENT, JsonRow } from "./row.ts";

const LINES_LOOKED_AT = 100;
const LINE_FEED = 0x0a;

/** The keys of the first lines that are JSON objects, in the order in which they first appear. */
export function namesIn(sample: Uint8Array, end: number, caps: Caps): readonly string[] {
  const row = new JsonRow([], caps.documentDepth, true);
  const names = new Set<string>();
  let at = 0;
  for (let line = 0; line < LINES_LOOKED_AT && at < end; line++) {
    const feed = sample.indexOf(LINE_FEED, at);
    if (row.scan(sample, at, feed) === null) {
      for (const [key, name] of row.names.entries()) if (row.kinds[key] !== ABSENT) names.add(name);
    }
    at = feed + 1;
  }
  if (names.size === 0) throw new TableFault(NOT_LINES);
  if (names.size > caps.tableColumns) throw new TableFault(tooMany(caps.tableColumns));
  return [...names];
}

export const NOT_LINES = {
  failed: "unsupported",
  line: 1,
  says: "The first lines are not JSON objects, one to a line.",
  fix: 'Write JSON Lines, for example with to_json(…, orient="records", lines=True).',
} as const;

function tooMany(most: number) {
  return {
    failed: "over-cap",
    line: 1,
    says: `The first lines have more than ${most} keys.`,
    fix: "Keep the keys that the card names.",
  } as const;
}
