import { hasRoom, instanceOf, type Memory } from "../../assembly/instance.ts";
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
  readonly memory: Memory;
  tally(draws: number, places: number): number;
  area(places: number): number;
}

const COUNTS_AT = 64;
const BYTES_OF_PLACE = 6;

let loaded: Exports | null | undefined;
let current: { readonly places: number; readonly loops: InnerLoops } | null = null;

/**
 * The inner loops for so many places. All callers share one memory, so what is in it holds only until another
 * calls. Null where there is no WebAssembly (Node's `--jitless`) or not so much memory.
 */
export function innerLoops(places: number): InnerLoops | null {
  if (current?.places === places) return current.loops;
  if (loaded === undefined) loaded = instanceOf<Exports>(INNER_LOOPS);
  if (loaded === null || !hasRoom(loaded.memory, COUNTS_AT + BYTES_OF_PLACE * places)) return null;
  const loops = laidOut(loaded, places);
  current = { places, loops };
  return loops;
}

function laidOut({ memory: { buffer }, tally, area }: Exports, places: number): InnerLoops {
  const classesAt = COUNTS_AT + 4 * places;
  return {
    state: new Int32Array(buffer, 0, 8),
    counts: new Uint32Array(buffer, COUNTS_AT, places),
    positive: new Uint8Array(buffer, classesAt, places),
    last: new Uint8Array(buffer, classesAt + places, places),
    tally: (draws) => tally(draws, places),
    area: () => area(places),
  };
}
