import type { Caps } from "../workspace/caps.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { TableFault } from "./failure.ts";
import type { Source } from "./source.ts";
import { SpotTally } from "./spots.ts";
import type { Table } from "./table.ts";

/** Rows foreseen are rather too many than too few. */
const MARGIN = 1.02;

/** The rows read so far, over all files: how many there are, the columns they fill, the ones that were bad. */
export class Rows<Builder extends ColumnBuilder = ColumnBuilder> {
  readonly source: Source;
  readonly columns: readonly Builder[];
  /** Rows that every column has a cell of; also the number of the row to be filled next. */
  count = 0;
  private why = "";
  private readonly bad: SpotTally;
  private readonly most: number;

  constructor(columns: readonly Builder[], source: Source, caps: Caps) {
    this.columns = columns;
    this.source = source;
    this.bad = new SpotTally(source);
    this.most = caps.tableRows;
  }

  /** To be called when each column has its cells of the next rows. */
  complete(rows = 1): void {
    this.count += rows;
    if (this.count > this.most) this.tooMany();
  }

  /** To be called when some share of the rows that are still to be counted has been read. */
  foresee(rows: number): void {
    this.source.foreseen = Math.min(Math.ceil(MARGIN * rows), this.most);
  }

  /** To be called before rows are read whose number is known. */
  expect(rows: number): void {
    if (this.count + rows > this.most) this.tooMany();
  }

  /** A record that is no row; `rows` when it is known to have swallowed several. */
  reject(line: number, why: string, rows = 1): void {
    this.bad.mark(line, rows);
    this.why ||= why;
    if (this.bad.count > this.most) this.tooMany();
  }

  badRows(): Table["badRows"] {
    return { ...this.bad.spots(), why: this.why };
  }

  private tooMany(): never {
    throw new TableFault({
      failed: "over-cap",
      says: `The table has more than ${this.most} rows.`,
      fix: "Judge a sample that is large enough for the claims, or raise the cap tableRows in the base's configuration.",
    });
  }
}
