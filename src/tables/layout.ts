import { TableFault } from "./failure.ts";

const NAMED = 8;
const DECIMAL = /^-?\d*\.\d+(e-?\d+)?$/i;

interface Named {
  readonly name: string;
}

/** Where in `names` each column stands. A name that is asked for must be there once. */
export function fieldsFor(
  columns: readonly Named[],
  names: readonly string[],
  isShard: boolean,
  looksLikeData: boolean,
): number[] {
  const fields = columns.map(({ name }) => names.indexOf(name));
  const missing = columns.filter((_, index) => fields[index] === -1).map(({ name }) => name);
  if (missing.length > 0) throw missingColumns(missing, names, isShard, looksLikeData);
  const twice = columns.find(({ name }) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice) {
    throw new TableFault({
      failed: "duplicate-column",
      says: `Two columns are called "${twice.name}".`,
      fix: "Give each column a name of its own.",
    });
  }
  return fields;
}

export function missingColumns(
  missing: readonly string[],
  names: readonly string[],
  isShard: boolean,
  looksLikeData: boolean,
): TableFault {
  // The names of a file without a header are its first row, and rows are not to be printed.
  if (looksLikeData || names.some((name) => DECIMAL.test(name))) return noHeader();
  const lacking = missing.length === 1 ? "no column" : "no columns";
  return new TableFault({
    failed: isShard ? "shards-differ" : "missing-column",
    says: `The file has ${lacking} ${listed(missing)}${isShard ? ", which other shards have" : ""}.`,
    fix: isShard
      ? "Write all shards with the same columns, or narrow the pattern that names them."
      : `Name a column that it has: ${listed(names)}.`,
  });
}

export function noHeader(): TableFault {
  return new TableFault({
    failed: "no-header",
    line: 1,
    says: "The first line holds numbers where column names are expected.",
    fix: "Write the file with a first line of column names.",
  });
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => JSON.stringify(name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
