import { Sum } from "../sum.ts";
import type { Curve, ThinnedCurve } from "./curve.ts";
import { type Heights, heightsOf } from "./heights.ts";

const MOST_POINTS = 200;
const HALVINGS = 40;

/**
 * At most 200 points of a curve, its ends among them, the same ones every time. Points are left out where the
 * box around what they lie in is smallest: the least box size is sought that leaves few enough. The area under
 * the curve, drawn with straight lines, moves by at most `areaBound`: half of the boxes together where the
 * curve never falls, all of them where it may. For a ROC or gain curve that is never above 0.01.
 */
export function thinned(curve: Curve): ThinnedCurve {
  const points = curve.x.length;
  const straight = turningPoints(curve);
  if (straight.length <= MOST_POINTS) return { ...picked(curve, straight), points, areaBound: 0 };
  const heights = heightsOf(curve.y, straight);
  let enough = spanOf(curve.x) * (heights.high.reduce(most) - heights.low.reduce(least));
  let tooFew = 0;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = tooFew + (enough - tooFew) / 2;
    if (kept(curve, straight, heights, middle).length > MOST_POINTS) tooFew = middle;
    else enough = middle;
  }
  const places = kept(curve, straight, heights, enough);
  return { ...picked(curve, places), points, areaBound: areaBound(curve, places) };
}

const most = (one: number, other: number) => Math.max(one, other);
const least = (one: number, other: number) => Math.min(one, other);

/** The points but for those between two others on one level or upright line, which say nothing. */
function turningPoints({ x, y }: Curve): Uint32Array {
  const places = new Uint32Array(x.length);
  let count = 0;
  for (let point = 0; point < x.length; point++) {
    const level = y[point - 1] === y[point] && y[point] === y[point + 1];
    const upright = x[point - 1] === x[point] && x[point] === x[point + 1];
    const between = (y[point - 1]! - y[point]!) * (y[point + 1]! - y[point]!) <= 0;
    if (!level && !(upright && between)) places[count++] = point;
  }
  return places.subarray(0, count);
}

/**
 * From each kept point on to the last that a box no larger than `size` reaches; more than fit are not sought. The box
 * never shrinks from point to point, so that a stretch whose last point it reaches is passed over at once.
 */
function kept({ x, y }: Curve, places: Uint32Array, heights: Heights, size: number): readonly number[] {
  const { stretch } = heights;
  const found = [places[0]!];
  let from = places[0]!;
  let low = y[from]!;
  let high = low;
  for (let index = 1; index < places.length && found.length <= MOST_POINTS; index++) {
    const after = index + stretch;
    if (index % stretch === 0 && after <= places.length) {
      const lowest = Math.min(low, heights.low[index / stretch]!);
      const highest = Math.max(high, heights.high[index / stretch]!);
      if ((x[places[after - 1]!]! - x[from]!) * (highest - lowest) <= size) {
        [low, high] = [lowest, highest];
        index = after - 1;
        continue;
      }
    }
    const value = y[places[index]!]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if ((x[places[index]!]! - x[from]!) * (high - low) <= size) continue;
    const before = places[index - 1]!;
    if (before === from) continue;
    found.push(before);
    from = before;
    low = Math.min(y[before]!, value);
    high = Math.max(y[before]!, value);
  }
  const end = places.at(-1)!;
  if (found.at(-1) !== end) found.push(end);
  return found;
}

function areaBound(curve: Curve, places: readonly number[]): number {
  const boxes = new Sum();
  for (let index = 1; index < places.length; index++)
    boxes.add(boxWithin(curve, places[index - 1]!, places[index]!));
  return boxes.value;
}

/** How far the area between two points may be from that under the line between them. */
function boxWithin({ x, y }: Curve, from: number, to: number): number {
  if (to === from + 1) return 0;
  let low = y[from]!;
  let high = low;
  let rises = true;
  for (let point = from + 1; point <= to; point++) {
    rises &&= y[point]! >= y[point - 1]!;
    low = Math.min(low, y[point]!);
    high = Math.max(high, y[point]!);
  }
  const box = (x[to]! - x[from]!) * (high - low);
  return rises ? box / 2 : box;
}

/** The whole width: x never falls. */
function spanOf(x: Float64Array): number {
  return x.at(-1)! - x[0]!;
}

function picked({ x, y, threshold }: Curve, places: Iterable<number>): Curve {
  const order = Uint32Array.from(places);
  return {
    x: Float64Array.from(order, (point) => x[point]!),
    y: Float64Array.from(order, (point) => y[point]!),
    threshold: Float64Array.from(order, (point) => threshold[point]!),
  };
}
