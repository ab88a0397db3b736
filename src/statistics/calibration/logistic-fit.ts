import { Sum } from "../sum.ts";
import { weightAt } from "../weight.ts";
import type { Forecast } from "./forecast.ts";

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

/**
 * The maximum-likelihood fit of log-odds(positive) = intercept + slope · x for an x that does not separate
 * the classes, by Newton's method with halved steps; the reason when it does not settle.
 */
export function fitLogistic(rows: Forecast, x: Float64Array): LogisticFit | string {
  const { standard, centre, size } = standardised(x);
  let state = stateAt(rows, standard, { intercept: 0, slope: 0 });
  for (let step = 0; step < MOST_STEPS; step++) {
    const { byIntercept, bySlope, total } = state;
    const { interceptVariance, slopeVariance, covariance } = inverse(state);
    const move: Point = {
      intercept: interceptVariance * byIntercept + covariance * bySlope,
      slope: covariance * byIntercept + slopeVariance * bySlope,
    };
    const gain = move.intercept * byIntercept + move.slope * bySlope;
    if (!Number.isFinite(gain)) break;
    state = climbed(rows, standard, state, move);
    if (gain <= CLOSE * total) return fitFrom(state, centre / size, size);
  }
  return "no slope was found in 100 steps: the scores nearly separate the classes";
}

/** The state after the step, or after the first half, quarter … of it that does not lose likelihood. */
function climbed(rows: Forecast, x: Float64Array, state: State, move: Point): State {
  const least = state.likelihood - ROUNDING * Math.abs(state.likelihood);
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const part = 2 ** -halving;
    const next = stateAt(rows, x, {
      intercept: state.at.intercept + part * move.intercept,
      slope: state.at.slope + part * move.slope,
    });
    if (next.likelihood >= least) return next;
  }
  return state;
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

interface Point {
  readonly intercept: number;
  readonly slope: number;
}

/** Centred and within [-1, 1], so that scores crowded at one end leave the two coefficients apart. */
function standardised(x: Float64Array) {
  const sum = new Sum();
  for (let row = 0; row < x.length; row++) sum.add(x[row]!);
  const centre = sum.value / x.length;
  const size = x.reduce((most, value) => Math.max(most, Math.abs(value - centre)), 0);
  return { standard: x.map((value) => (value - centre) / size), centre, size };
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

function stateAt({ positive, weight }: Forecast, x: Float64Array, at: Point): State {
  const [total, likelihood, byIntercept, bySlope] = [new Sum(), new Sum(), new Sum(), new Sum()];
  const [intercepts, both, slopes] = [new Sum(), new Sum(), new Sum()];
  for (let row = 0; row < x.length; row++) {
    const logOdds = at.intercept + at.slope * x[row]!;
    const share = weightAt(weight, row);
    const side = positive[row] === 1 ? 1 : -1;
    const small = Math.exp(-Math.abs(logOdds));
    const missed = (side * logOdds > 0 ? small : 1) / (1 + small);
    const spread = (share * small) / (1 + small) ** 2;
    total.add(share);
    likelihood.add(share * (Math.min(side * logOdds, 0) - Math.log1p(small)));
    byIntercept.add(share * side * missed);
    bySlope.add(share * side * missed * x[row]!);
    intercepts.add(spread);
    both.add(spread * x[row]!);
    slopes.add(spread * x[row]! ** 2);
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
