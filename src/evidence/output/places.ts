import type { Place } from "../../documents/place.ts";

/** Gives places that are still without a line, and remembers them until all lines can be found together. */
export interface Places {
  at(pointer: string): Place;
}

interface Unsettled {
  path: string;
  line: number;
  column: number;
  pointer: string;
}

/** Places in a document whose text is searched once, at the end. */
export class PendingPlaces implements Places {
  private readonly path: string;
  private readonly pending = new Map<string, Unsettled>();

  constructor(path: string) {
    this.path = path;
  }

  at(pointer: string): Place {
    const known = this.pending.get(pointer);
    if (known) return known;
    const place = { path: this.path, line: 1, column: 1, pointer };
    this.pending.set(pointer, place);
    return place;
  }

  /** `positions` tells where values start; it is walked once, until every place has its line. */
  settle(
    positions: Iterable<{ readonly pointer: string; readonly line: number; readonly column: number }>,
  ): void {
    let left = this.pending.size;
    if (left === 0) return;
    for (const { pointer, line, column } of positions) {
      const place = this.pending.get(pointer);
      if (!place) continue;
      place.line = line;
      place.column = column;
      if (--left === 0) return;
    }
  }
}

/** Places in a record of JSON Lines: the line is the record's. */
export function linePlaces(path: string, line: number): Places {
  return { at: (pointer) => ({ path, line, column: 1, pointer }) };
}
