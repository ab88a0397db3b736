import { BLOCK, Sum, sumOf } from "../sum.ts";
import type { FitRows } from "./fit-rows.ts";

export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptVariance: number;
  readonly slopeVariance: number;
}

const MOST_STEPS = 100;
const MOST_HALVINGS = 50;
/** How much the mean log-likelihood may still be short, and what of it is rounding. */
const CLOSE = 1e-24;
const ROUNDING = 1e-14;

/** The fit of an x that is the log-odds; most are nearly. */
export const OWN: Point = { intercept: 0, slope: 1 };

/**
 * The maximum-likelihood fit of log-odds(positive) = intercept + slope · x for an x that does not separate
 * the classes, by Newton's method with halved steps from near a point; the reason when it does not settle.
 */
export function fitLogistic(rows: FitRows, near: Point): LogisticFit | string {
  const { standard, centre, size } = standardised(rows);
  const start = { intercept: near.intercept + near.slope * centre, slope: near.slope * size };
  // From where nothing is known no step overflows.
  const settled = settledFrom(standard, start) ?? settledFrom(standard, { intercept: 0, slope: 0 });
  if (settled === null) return "no slope was found in 100 steps: the scores nearly separate the classes";
  return fitFrom(settled, centre / size, size);
}

function settledFrom(rows: FitRows, start: Point): State | null {
  let state = stateAt(rows, start);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { byIntercept, bySlope, total } = state;
    const { interceptVariance, slopeVariance, covariance } = inverse(state);
    const move: Point = {
      intercept: interceptVariance * byIntercept + covariance * bySlope,
      slope: covariance * byIntercept + slopeVariance * bySlope,
    };
    const gain = move.intercept * byIntercept + move.slope * bySlope;
    if (!Number.isFinite(gain)) return null;
    // So short a step changes nothing but the point: the slopes and the information there are known.
    if (gain <= CLOSE * total) return { ...state, at: stepped(state.at, move, 1) };
    state = climbed(rows, state, move);
  }
  return null;
}

/** The state after the step, or after the first half, quarter … of it that does not lose likelihood. */
function climbed(rows: FitRows, state: State, move: Point): State {
  const least = state.likelihood - ROUNDING * Math.abs(state.likelihood);
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const next = stateAt(rows, stepped(state.at, move, 2 ** -halving));
    if (next.likelihood >= least) return next;
  }
  return state;
}

function stepped(at: Point, move: Point, part: number): Point {
  return { intercept: at.intercept + part * move.intercept, slope: at.slope + part * move.slope };
}

function fitFrom(state: State, shift: number, size: number): LogisticFit {
  const { interceptVariance, slopeVariance, covariance } = inverse(state);
  return {
    intercept: state.at.intercept - state.at.slope * shift,
    slope: state.at.slope / size,
    interceptVariance: interceptVariance - 2 * shift * covariance + shift * shift * slopeVariance,
    slopeVariance: slopeVariance / size / size,
  };
}

export interface Point {
  readonly intercept: number;
  readonly slope: number;
}

/** Centred and within [-1, 1], so that scores crowded at one end leave the two coefficients apart. */
function standardised({ x, weight, came }: FitRows) {
  const centre = sumOf(x) / x.length;
  let size = 0;
  for (let row = 0; row < x.length; row++) size = Math.max(size, Math.abs(x[row]! - centre));
  const standard = new Float64Array(x.length);
  for (let row = 0; row < x.length; row++) standard[row] = (x[row]! - centre) / size;
  return { standard: { x: standard, weight, came }, centre, size };
}

/** The log-likelihood at a point, its slopes and the information there. */
interface State {
  readonly at: Point;
  readonly total: number;
  readonly likelihood: number;
  readonly byIntercept: number;
  readonly bySlope: number;
  readonly information: readonly [intercepts: number, both: number, slopes: number];
}

function stateAt({ x, weight, came }: FitRows, at: Point): State {
  const [total, likelihood, byIntercept, bySlope] = [new Sum(), new Sum(), new Sum(), new Sum()];
  const [intercepts, both, slopes] = [new Sum(), new Sum(), new Sum()];
  const { intercept, slope } = at;
  for (let start = 0; start < x.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.length);
    let [shares, likely, grown, ups, turns, flat, mixed, steep] = [0, 0, 1, 0, 0, 0, 0, 0];
    for (let row = start; row < end; row++) {
      const value = x[row]!;
      const logOdds = intercept + slope * value;
      const share = weight === null ? 1 : weight[row]!;
      const positive = came[row]!;
      const negative = share - positive;
      const small = Math.exp(-Math.abs(logOdds));
      const large = 1 / (1 + small);
      const chance = logOdds > 0 ? large : small * large;
      const missed = positive * (logOdds > 0 ? small * large : large) - negative * chance;
      const spread = share * small * large * large;
      shares += share;
      likely += positive * Math.min(logOdds, 0) - negative * Math.max(logOdds, 0);
      if (weight === null) grown *= 1 + small;
      else likely -= share * Math.log1p(small);
      ups += missed;
      turns += missed * value;
      flat += spread;
      mixed += spread * value;
      steep += spread * value * value;
    }
    total.add(shares);
    likelihood.add(likely - Math.log(grown));
    byIntercept.add(ups);
    bySlope.add(turns);
    intercepts.add(flat);
    both.add(mixed);
    slopes.add(steep);
  }
  return {
    at,
    total: total.value,
    likelihood: likelihood.value,
    byIntercept: byIntercept.value,
    bySlope: bySlope.value,
    information: [intercepts.value, both.value, slopes.value],
  };
}

function inverse({ information: [intercepts, both, slopes] }: State) {
  const determinant = intercepts * slopes - both * both;
  return {
    interceptVariance: slopes / determinant,
    slopeVariance: intercepts / determinant,
    covariance: -both / determinant,
  };
}
