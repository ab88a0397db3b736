import { Room } from "../room.ts";
import { orderOf } from "./order.ts";
import { type Ranked, rankedBy, withTotals } from "./ranked.ts";

/** As many parts as 16 bits number, less the one that stands for no part. */
const MOST_PARTS = 65_535;
/** So many fit into bytes, of which more are at hand than of wider numbers. */
const FEW_PARTS = 255;

/**
 * How the rows of each part rank among themselves, from one order of all rows, in arrays of the room. A row is in
 * one part at most; null when a score is not finite, or there are more parts than 65,535.
 */
export function rankParts(
  score: Float64Array,
  positive: Uint8Array,
  weight: Float64Array | null,
  parts: readonly Int32Array[],
  room = new Room(),
): readonly Ranked[] | null {
  const order = orderOf(score);
  const all = rankedBy(score, positive, weight);
  if (typeof order === "string" || typeof all === "string" || parts.length > MOST_PARTS) return null;
  const none = parts.length <= FEW_PARTS ? FEW_PARTS : MOST_PARTS;
  const partOf = partsOf(order.length, parts, none, room);
  const next = startsOf(parts);
  const latest = new Uint32Array(parts.length);
  const ranked = {
    positive: room.bytes(order.length),
    last: room.bytes(order.length).fill(1),
    weight: weight === null ? null : room.floats(order.length),
  };
  for (let place = 0, scores = 1; place < order.length; place++) {
    const part = partOf[order[place]!]!;
    if (part !== none) {
      const at = next[part]!++;
      ranked.positive[at] = all.positive[place]!;
      if (ranked.weight !== null) ranked.weight[at] = all.weight![place]!;
      if (latest[part] === scores) ranked.last[at - 1] = 0;
      latest[part] = scores;
    }
    scores += all.last[place]!;
  }
  const starts = startsOf(parts);
  return parts.map((rows, part) => {
    const [from, to] = [starts[part]!, starts[part]! + rows.length];
    return withTotals({
      positive: ranked.positive.subarray(from, to),
      last: ranked.last.subarray(from, to),
      weight: ranked.weight?.subarray(from, to) ?? null,
    });
  });
}

function partsOf(rows: number, parts: readonly Int32Array[], none: number, room: Room) {
  const partOf = (none === FEW_PARTS ? room.bytes(rows) : new Uint16Array(rows)).fill(none);
  parts.forEach((members, part) => {
    for (let index = 0; index < members.length; index++) partOf[members[index]!] = part;
  });
  return partOf;
}

function startsOf(parts: readonly Int32Array[]): Uint32Array {
  const starts = new Uint32Array(parts.length);
  for (let part = 1; part < parts.length; part++) starts[part] = starts[part - 1]! + parts[part - 1]!.length;
  return starts;
}
