/**
 * Every bound on what the repository under judgement may make us read. Configuration can lower each;
 * only the base side's configuration can raise one. Over a cap is "cannot tell", never a pass.
 */
export const CAPS = {
  /** Files that discovery will list in one tree. */
  treeFiles: 200_000,
  /** Cards that one run will judge. */
  models: 20_000,
  /** Bytes of one card, policy or other document that is read whole. */
  documentBytes: 4 * 1024 * 1024,
  /** Nesting of maps and lists in one document. */
  documentDepth: 100,
  /** Values in one document, with every alias counted as often as it is used. */
  documentValues: 250_000,
  /** Bytes of one table file as stored. */
  tableBytes: 8 * 1024 ** 3,
  /** Bytes of one table after decompression. */
  tableInflatedBytes: 16 * 1024 ** 3,
  /** Bytes of a table that can only be read whole (Parquet in a git commit). */
  tableBytesInMemory: 512 * 1024 ** 2,
  /** Rows of one table, over all its shards. */
  tableRows: 50_000_000,
  /** Columns of one table. */
  tableColumns: 10_000,
  /** Bytes of one line or record of a text table. */
  tableLineBytes: 1024 * 1024,
  /** Bytes of one file of a tool that is read whole: JSON, text, an entry of an archive. */
  evidenceBytes: 64 * 1024 * 1024,
  /** Bytes of one line of a tool's JSON Lines. */
  evidenceLineBytes: 16 * 1024 * 1024,
  /** Files of one folder, or entries of one archive, that a tool wrote. */
  evidenceEntries: 20_000,
  /** Bytes of everything in one archive, inflated. */
  archiveInflatedBytes: 2 * 1024 ** 3,
  /** Files that one glob may expand to. */
  shards: 1_000,
  /** Distinct values of a label, class or segment column. */
  distinctValues: 10_000,
  /** Symbolic links followed from one path. */
  linkHops: 8,
  /** Claims read from one card. */
  claims: 5_000,
} as const;

export type CapName = keyof typeof CAPS;
export type Caps = Readonly<Record<CapName, number>>;
