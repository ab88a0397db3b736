import type { OpenFile } from "../../workspace/tree.ts";
import type { Json } from "./json.ts";

/** The bytes that a card names, in the form that their content has. */
export type Source = DocumentSource | RecordsSource | TextSource | BytesSource | FolderSource;
export type SourceForm = Source["form"];
export type SourceOf<F extends SourceForm> = Extract<Source, { readonly form: F }>;

/** One JSON or YAML value, whole. Several YAML documents in one file are a list of them. */
export interface DocumentSource {
  readonly form: "document";
  readonly path: string;
  readonly syntax: "json" | "yaml";
  readonly root: Json;
}

/** JSON Lines, streamed: memory does not grow with the file. */
export interface RecordsSource {
  readonly form: "records";
  readonly path: string;
  /** The first records, for detection. */
  readonly head: readonly Json[];
  /** Every record in order, once more from the start each time. `bad` is a line that is no JSON. */
  records(): AsyncIterable<{ readonly record: Json } | { readonly bad: number; readonly says: string }>;
}

/** Text that is neither: a pasted report, CSV, metric files. */
export interface TextSource {
  readonly form: "text";
  readonly path: string;
  readonly text: string;
}

/** ZIP, SQLite, NumPy and other binary forms. */
export interface BytesSource {
  readonly form: "bytes";
  readonly path: string;
  readonly head: Uint8Array;
  readonly file: OpenFile;
}

/** A folder that a tool wrote, by paths relative to it. */
export interface FolderSource {
  readonly form: "folder";
  readonly path: string;
  readonly paths: readonly string[];
  /** Null when the file is not there, cannot be opened, or is over the cap of documents. */
  open(path: string): Promise<OpenFile | null>;
  /** The text of a small file in it; null as for `open`. */
  text(path: string): Promise<string | null>;
}
