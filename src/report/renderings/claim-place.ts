import type { ClaimReport } from "../report.ts";

type Placed = Pick<ClaimReport, "params" | "split" | "slice">;

/** Where and how a metric holds: `test, sex=female, threshold=0.35`; may be empty. Escape it. */
export function claimPlace({ split, slice, params }: Placed): string {
  return [...(split === null ? [] : [split]), ...pairs(slice), ...pairs(params)].join(", ");
}

function pairs(record: Readonly<Record<string, string | number>>): readonly string[] {
  return Object.entries(record).map(([key, value]) => `${key}=${value}`);
}
