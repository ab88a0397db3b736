import type { Database, SqlValue } from "sql.js";

/** A row by its columns' names. */
export type Row = ReadonlyMap<string, SqlValue>;

/** What SQLite itself says is wrong with the file. */
export class SqliteFault extends Error {}

const MAGIC = "SQLite format 3\0";
/** No row of a table takes fewer bytes of its file; a file that says so repeats its own pages. */
const LEAST_ROW = 16;

export function isSqlite(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, MAGIC.length)).toString("latin1") === MAGIC;
}

/** The tables of a database in memory. Nothing that the file says is run: no view, trigger or expression of its own. */
export class SqliteTables {
  private readonly database: Database;
  private readonly most: number;

  private constructor(database: Database, most: number) {
    this.database = database;
    this.most = most;
  }

  /** @throws SqliteFault when `use` meets bytes that are no database. */
  static async read<T>(bytes: Uint8Array, use: (tables: SqliteTables) => Promise<T>): Promise<T> {
    const { default: initialise } = await import("sql.js/dist/sql-wasm-inline.js");
    const { Database } = await initialise();
    const database = new Database(bytes);
    try {
      return await use(new SqliteTables(database, Math.ceil(bytes.length / LEAST_ROW)));
    } finally {
      database.close();
    }
  }

  /** The rows in the order in which they stand; none when there is no such table. */
  *rows(table: string, columns: readonly string[]): Generator<Row> {
    const there = this.columnsOf(table);
    const asked = columns.filter((column) => there.has(column));
    if (asked.length === 0) return;
    yield* this.select(
      `SELECT ${asked.map((column) => `"${column}"`).join(", ")} FROM "${table}" NOT INDEXED`,
    );
  }

  /** Real columns of a real table. A view, a virtual table or a generated column computes what its author likes. */
  private columnsOf(table: string): ReadonlySet<string> {
    const [entry] = [...this.select(`SELECT type, rootpage FROM sqlite_master WHERE name = '${table}'`)];
    if (entry?.get("type") !== "table" || !entry.get("rootpage")) return new Set();
    const columns = [...this.select(`SELECT name, hidden FROM pragma_table_xinfo('${table}')`)];
    return new Set(columns.filter((row) => row.get("hidden") === 0).map((row) => String(row.get("name"))));
  }

  private *select(sql: string): Generator<Row> {
    const statement = sound(() => this.database.prepare(sql));
    try {
      const names = statement.getColumnNames();
      for (let row = 0; sound(() => statement.step()); row++) {
        if (row > this.most) throw new SqliteFault("a table has more rows than its file has room for");
        const values = statement.get();
        yield new Map(names.map((name, index) => [name, values[index] ?? null]));
      }
    } finally {
      statement.free();
    }
  }
}

/** The library throws a plain `Error` with SQLite's own words. */
function sound<T>(ask: () => T): T {
  try {
    return ask();
  } catch (thrown) {
    throw new SqliteFault(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
