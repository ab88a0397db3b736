import { LIFECYCLES, type Lifecycle, TIERS, type Tier } from "../../inventory/vocabulary.ts";
import type { Origin } from "../layers.ts";
import type { PolicyShift, Shift, Side } from "./shift.ts";
import { several } from "./words.ts";

/** A shift at one tier and stage. */
export interface LocalShift {
  readonly tier: Tier;
  readonly stage: Lifecycle;
  readonly shift: Shift;
}

/** What is the same over several tiers and stages is said once; so are the items of one list. */
export function gathered(all: readonly LocalShift[]): readonly PolicyShift[] {
  const alike = groups(all, ({ shift }) =>
    JSON.stringify([shift.subject, shift.verdict, shift.says, shift.item ?? null]),
  );
  const blocks = alike.flatMap(blocksOf);
  return groups(blocks, ({ shift, tiers, stages }, index) =>
    JSON.stringify([
      shift.subject,
      shift.verdict,
      shift.says,
      tiers,
      stages,
      shift.item === undefined ? index : null,
    ]),
  ).map(asOne);
}

interface Block {
  readonly shift: Shift;
  readonly tiers: readonly Tier[];
  readonly stages: readonly Lifecycle[];
}

/** The fewest blocks in which every tier has every stage. */
function blocksOf(alike: readonly LocalShift[]): readonly Block[] {
  const perTier = TIERS.map((tier) => {
    const here = alike.filter((one) => one.tier === tier);
    return { tier, here, stages: LIFECYCLES.filter((stage) => here.some((one) => one.stage === stage)) };
  }).filter(({ stages }) => stages.length > 0);
  return groups(perTier, ({ stages }) => stages.join()).map((same) => {
    const shifts = same.flatMap(({ here }) => here.map(({ shift }) => shift));
    const tiers = same.map(({ tier }) => tier);
    const [before, after] = [merged(shifts.map((one) => one.before)), merged(shifts.map((one) => one.after))];
    return { shift: { ...shifts[0]!, before, after }, tiers, stages: same[0]!.stages };
  });
}

function asOne(blocks: readonly Block[]): PolicyShift {
  const { shift, tiers, stages } = blocks[0]!;
  const { item, ...one } = shift;
  if (item === undefined) return { ...one, tiers, stages };
  const items = blocks.flatMap((block) => block.shift.item ?? []);
  const side = (of: "before" | "after"): Side => {
    const sides = blocks.map((block) => block.shift[of]);
    return { ...merged(sides), value: sides[0]!.value === null ? null : several(items) };
  };
  return {
    ...one,
    says: `${one.says} ${several(items)}`,
    before: side("before"),
    after: side("after"),
    tiers,
    stages,
  };
}

/** The value of the first, and the lines of all. */
function merged(sides: readonly Side[]): Side {
  const from = new Map<string, Origin>();
  for (const side of sides) for (const at of side.from) from.set(`${at.path}:${at.line}`, at);
  return { value: sides[0]!.value, from: [...from.values()] };
}

function groups<T>(all: readonly T[], keyOf: (one: T, index: number) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const [index, one] of all.entries()) {
    const key = keyOf(one, index);
    const group = found.get(key);
    if (group) group.push(one);
    else found.set(key, [one]);
  }
  return [...found.values()];
}
