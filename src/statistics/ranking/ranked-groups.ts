import { type Grouping, type GroupNumbers, groupNumbers, startsOf } from "../grouping.ts";
import type { Room } from "../room.ts";
import type { BinarySample } from "../sample.ts";
import { inStretches } from "../stretch.ts";
import { orderOf } from "./order.ts";
import { type Ranked, rankedBy, withTotals } from "./ranked.ts";

/**
 * How the rows of each group rank among themselves, by its number, from one order of all rows, in arrays of the room.
 * Null when there are no scores, or one is not finite.
 */
export function rankGroups(
  { score, positive, weight }: BinarySample,
  { groupOf, sizes }: Grouping,
  room: Room,
): ((group: number) => Ranked) | null {
  if (score === null) return null;
  const order = orderOf(score);
  const all = rankedBy(score, positive, weight);
  if (typeof order === "string" || typeof all === "string") return null;
  const rows = order.length;
  const groupAt = groupNumbers(rows, sizes.length, room);
  inStretches(rows, (start, end) => gather(groupOf, order, start, end, groupAt));
  const ranked = {
    positive: room.bytes(rows),
    last: room.bytes(rows),
    weight: weight === null ? null : room.floats(rows),
  };
  const next = startsOf(sizes);
  const latest = new Uint32Array(sizes.length);
  let scores = 1;
  inStretches(rows, (start, end) => {
    scores = place(
      groupAt,
      all.positive,
      all.last,
      start,
      end,
      next,
      latest,
      scores,
      ranked.positive,
      ranked.last,
    );
  });
  const starts = startsOf(sizes);
  if (ranked.weight !== null) {
    const into = ranked.weight;
    const at = starts.slice();
    inStretches(rows, (start, end) => scatter(groupAt, all.weight!, start, end, at, into));
  }
  return (group) => {
    const [from, to] = [starts[group]!, starts[group]! + sizes[group]!];
    return withTotals({
      positive: ranked.positive.subarray(from, to),
      last: ranked.last.subarray(from, to),
      weight: ranked.weight?.subarray(from, to) ?? null,
    });
  };
}

function gather(
  groupOf: GroupNumbers,
  order: Uint32Array,
  start: number,
  end: number,
  groupAt: GroupNumbers,
): void {
  for (let place = start; place < end; place++) groupAt[place] = groupOf[order[place]!]!;
}

/** `latest` is the number of the score that each group had last; the one that the next stretch begins in comes back. */
function place(
  groupAt: GroupNumbers,
  positive: Uint8Array,
  last: Uint8Array,
  start: number,
  end: number,
  next: Int32Array,
  latest: Uint32Array,
  score: number,
  positiveIn: Uint8Array,
  lastIn: Uint8Array,
): number {
  let scores = score;
  for (let place = start; place < end; place++) {
    const group = groupAt[place]!;
    const at = next[group]!++;
    positiveIn[at] = positive[place]!;
    lastIn[at] = 1;
    if (latest[group] === scores) lastIn[at - 1] = 0;
    latest[group] = scores;
    scores += last[place]!;
  }
  return scores;
}

function scatter(
  groupAt: GroupNumbers,
  weight: Float64Array,
  start: number,
  end: number,
  next: Int32Array,
  into: Float64Array,
): void {
  for (let place = start; place < end; place++) into[next[groupAt[place]!]!++] = weight[place]!;
}
