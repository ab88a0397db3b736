import type { Aggregate } from "../../../output/output.ts";
import { halfDigitOf } from "../../written.ts";
import { countOf, type Frame, groupName, isShare } from "./frame.ts";

const ROUNDING = 1e-9;

/**
 * Each share of a group, from the nearest whole number of its rows, where it has the digits to tell. With weights no
 * share is one, and none can be computed again. After N. J. L. Brown and J. A. J. Heathers, "The GRIM test" (2017).
 */
export function wholeRows(frame: Frame, label: string): readonly Aggregate[] {
  const shares = frame.groups.flatMap((group) => {
    const rows = countOf(group);
    if (rows === null || rows === 0) return [];
    return frame.metrics
      .filter(isShare)
      .flatMap((metric): (Aggregate & { readonly recomputed: number })[] => {
        const cell = group.values.get(metric);
        if (cell === undefined || cell.value === null) return [];
        const tolerance = ROUNDING + halfDigitOf(cell.value);
        if (2 * tolerance * rows >= 1) return [];
        const name = `${label}${metric} × count|${groupName(group)}`;
        const recomputed = Math.round(Math.min(1, Math.max(0, cell.value)) * rows) / rows;
        return [{ name, stated: cell.value, recomputed, because: null, tolerance, rows, at: cell.at }];
      });
  });
  const agreeing = shares.filter(
    ({ stated, recomputed, tolerance }) => Math.abs(stated - recomputed) <= tolerance,
  );
  if (agreeing.length > 0 || shares.length < 2) return shares;
  const because = "no share is one of whole rows, as when the rows were weighted";
  return shares.map((share) => ({ ...share, recomputed: null, because }));
}
