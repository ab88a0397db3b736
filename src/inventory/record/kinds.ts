import { nearest } from "../../documents/nearest.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping } from "../../documents/value.ts";
import { mapsAt, nameAt } from "./fields.ts";

/** The kinds of evidence that are read; any other names what only people read. */
const KINDS = ["predictions", "dataset"] as const;
/** Letters that a slip changes: "prediction", "Predictions", "data set". */
const MOST_EDITS = 3;

/** Entries of `evidence` whose kind is one letter or two away from one that is read: they would not be. */
export function misspeltKinds(root: Mapping | null): Problem[] {
  return mapsAt(root, "evidence").flatMap((entry) => {
    const kind = nameAt(entry, "kind");
    const meant = kind && meantBy(kind.value);
    if (!kind || meant === null || meant === kind.value) return [];
    const says = `\`kind: ${kind.value}\` is not a kind of evidence that is read`;
    return [
      { code: "misspelt-kind", about: kind.at.pointer, at: kind.at, says, fix: `write \`kind: ${meant}\`` },
    ];
  });
}

function meantBy(written: string): string | null {
  const close = nearest(written, KINDS);
  return close !== null &&
    Math.abs(close.length - written.length) < MOST_EDITS &&
    close[0] === written[0]?.toLowerCase()
    ? close
    : null;
}
