import type { Place } from "../../documents/place.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { ToolOutput } from "./output.ts";
import type { Source, SourceForm, SourceOf } from "./source.ts";

/**
 * One tool's file. A reader is asked first whether the bytes are its tool's, by what is in them and never by
 * the file's name, and reads them only when it said so. `about` is its row in docs/evidence.md.
 */
export interface Reader<F extends SourceForm = SourceForm> {
  readonly tool: string;
  readonly form: F;
  readonly about: ReaderAbout;
  /** Bare numbers do not tell whose they are: only a card whose `kind` is the tool gives the reader its file. */
  readonly whenDeclared?: true;
  /** Cheap, pure, and never wrong about another tool's file. */
  recognises(source: SourceOf<F>): boolean | Promise<boolean>;
  read(source: SourceOf<F>, caps: Caps): OutputReading | Promise<OutputReading>;
}

export interface ReaderAbout {
  /** Versions of the tool whose files are in the tests. */
  readonly versions: readonly string[];
  /** "an object with `evalId` and `results`" */
  readonly detectedBy: string;
  readonly notRead: string;
}

/** The facts, or why the file, although it is this tool's, cannot be understood. */
export type OutputReading = { readonly kind: "output"; readonly output: ToolOutput } | Unparsed;

export interface Unparsed {
  readonly kind: "unparsed";
  readonly says: string;
  readonly fix: string;
  readonly line: number;
  /** Instead of the line, where a document's place is known. */
  readonly at?: Place;
}

/** A reader among others, whatever its form. The form that it names is the only one that it is shown. */
export interface AnyReader {
  readonly tool: string;
  readonly form: SourceForm;
  readonly about: ReaderAbout;
  readonly whenDeclared?: true;
  recognises(source: Source): boolean | Promise<boolean>;
  read(source: Source, caps: Caps): OutputReading | Promise<OutputReading>;
}

/** Closes over the form, so that no reader is ever shown a source of another. */
export function defineReader<F extends SourceForm>(reader: Reader<F>): AnyReader {
  const fits = (source: Source): source is SourceOf<F> => source.form === reader.form;
  return {
    ...reader,
    recognises: (source) => fits(source) && reader.recognises(source),
    read: (source, caps) => {
      if (!fits(source)) throw new RangeError(`${reader.tool} reads ${reader.form}, not ${source.form}`);
      return reader.read(source, caps);
    },
  };
}
