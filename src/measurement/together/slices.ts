import { DENOMINATORS } from "../../statistics/consistency/denominators.ts";
import type { Finding } from "../../statistics/consistency/finding.ts";
import type { Reported } from "../../statistics/consistency/reported.ts";
import type { BoundTask } from "../../statistics/consistency/resolved.ts";
import { overallOfSlices } from "../../statistics/consistency/slices.ts";
import { grouped } from "./group.ts";
import type { StatedNumber } from "./stated-number.ts";

/** An overall number beside those of all groups of one attribute, and whether it can be their combination. */
export interface OfSlices {
  readonly overall: StatedNumber;
  readonly attribute: string;
  readonly slices: readonly StatedNumber[];
  readonly finding: Finding;
}

/** A number and how many rows it is of. */
export interface Counted {
  readonly number: StatedNumber;
  readonly n: number;
}

/** Of each overall number, the attributes whose groups have that many rows in all: none of the rows is missing. */
export function overallsOfSlices(numbers: readonly Counted[], task: BoundTask): OfSlices[] {
  const alike = grouped(numbers, ({ number }) => meaningOf(number));
  return [...alike.values()].flatMap((same) => {
    const [overall, another] = same.filter(({ number }) => attributesOf(number).length === 0);
    if (!overall || another) return [];
    const sliced = same.filter(({ number }) => attributesOf(number).length === 1);
    return [...grouped(sliced, ({ number }) => attributesOf(number)[0]!)].flatMap(([attribute, slices]) => {
      const names = new Set(slices.map(({ number }) => number.binding.claim.slice[attribute]));
      const rows = slices.reduce((sum, { n }) => sum + n, 0);
      if (names.size < slices.length || rows !== overall.n) return [];
      const finding = overallOfSlices({
        task,
        overall: overall.number.reported,
        slices: slices.map(({ number: { reported }, n }) => ({ reported, size: sizeOf(reported, n) })),
      });
      return [{ overall: overall.number, attribute, slices: slices.map(({ number }) => number), finding }];
    });
  });
}

function attributesOf({ binding: { claim } }: StatedNumber): string[] {
  return Object.keys(claim.slice);
}

/** All but the slice and the number itself. */
function meaningOf({ reported, threshold, binding }: StatedNumber): string {
  const { value: _value, decimals: _decimals, ...settings } = reported;
  const { split, dataset, evidence, unit } = binding.claim;
  const of = split?.value ?? (binding.kind === "bound" ? binding.table.split : null);
  const names = [of, dataset?.value ?? null, evidence?.value ?? null, threshold, unit];
  return JSON.stringify([Object.entries(settings).sort(), names]);
}

/** A mean over all rows has their counts for weights; a recall is of some of them only, nobody said how many. */
function sizeOf({ metric }: Reported, n: number): number | null {
  return DENOMINATORS.get(metric)?.isOverRows ? n : null;
}
