import type { Source } from "./source.ts";
import type { Spots } from "./table.ts";

const KEPT = 5;

/** Counts, and keeps the first lines of the first file that has any. */
export class SpotTally {
  count = 0;
  private readonly source: Source;
  private readonly first: number[] = [];
  private path: string | null = null;

  constructor(source: Source) {
    this.source = source;
  }

  mark(line: number, times = 1): void {
    this.count += times;
    this.path ??= this.source.path;
    if (this.first.length < KEPT && this.path === this.source.path) this.first.push(line);
  }

  spots(): Spots {
    const { count, first, path } = this;
    return path === null ? { count, first } : { count, first, path };
  }
}
