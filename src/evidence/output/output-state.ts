import type { Problem } from "../../documents/problem.ts";
import type { ToolOutput } from "./output.ts";

/** What became of a file that a card names and that is no table. */
export type OutputState =
  | { readonly kind: "output"; readonly output: ToolOutput }
  /** A tool's file that cannot be understood. */
  | { readonly kind: "unparsed"; readonly tool: string; readonly problem: Problem }
  /** No reader claims it; `says` what it is not, and how to declare it. */
  | { readonly kind: "unknown"; readonly why: Unclaimed; readonly says: string; readonly fix: string }
  /** It was never opened: the file's own problem says why. */
  | { readonly kind: "unopened" };

/**
 * Why no reader has it. `data` and `other` were looked at by every reader: a document, records or a folder that a
 * program wrote, or text and bytes that may be anything. `broken` begins as JSON and is none.
 */
export type Unclaimed = "over-cap" | "several-tools" | "not-the-declared-tool" | "broken" | "data" | "other";
