import { type Instance, instanceOf } from "../../assembly/instance.ts";
import { INNER_LOOPS } from "./inner-loops-code.ts";

/** The functions of inner-loops.wat over its memory, which is laid out for one number of places. */
export interface InnerLoops {
  readonly state: Int32Array;
  readonly counts: Uint32Array;
  readonly positive: Uint8Array;
  readonly last: Uint8Array;
  tally(draws: number): number;
  area(): number;
}

interface Exports {
  tally(draws: number, places: number): number;
  area(places: number): number;
}

const COUNTS_AT = 64;
const BYTES_OF_PLACE = 6;

let loaded: Instance<Exports> | null = null;
let current: { readonly places: number; readonly loops: InnerLoops } | null = null;

/**
 * The inner loops for so many places. All callers share one memory, so what is in it holds only until another
 * calls. Null where there is no WebAssembly (Node's `--jitless`) or not so much memory.
 */
export function innerLoops(places: number): InnerLoops | null {
  if (current?.places === places) return current.loops;
  const bytes = COUNTS_AT + BYTES_OF_PLACE * places;
  if (loaded === null || loaded.memory.byteLength < bytes) {
    loaded = instanceOf<Exports>(INNER_LOOPS, bytes) ?? loaded;
  }
  if (loaded === null || loaded.memory.byteLength < bytes) return null;
  const loops = laidOut(loaded, places);
  current = { places, loops };
  return loops;
}

function laidOut({ exports: { tally, area }, memory }: Instance<Exports>, places: number): InnerLoops {
  const classesAt = COUNTS_AT + 4 * places;
  return {
    state: new Int32Array(memory, 0, 8),
    counts: new Uint32Array(memory, COUNTS_AT, places),
    positive: new Uint8Array(memory, classesAt, places),
    last: new Uint8Array(memory, classesAt + places, places),
    tally: (draws) => tally(draws, places),
    area: () => area(places),
  };
}
