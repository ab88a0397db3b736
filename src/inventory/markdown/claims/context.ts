import type { Scalar } from "../../../documents/value.ts";
import type { ClaimFields } from "../claim-entry.ts";
import type { Self } from "../self.ts";

/** What the heading and the words above a list, a table or a sentence say of every number in it. */
export interface Context {
  readonly self: Self;
  /** Sentences are read only where the section is about results. */
  readonly sentences: boolean;
  readonly split: Scalar | null;
  /** The rows of a table are classes, or groups of the named attribute. */
  readonly axis: Axis | null;
  /** The words above speak of a confusion matrix, and which way round it is. */
  readonly matrix: "rows are actual" | "rows are predicted" | null;
}

export type Axis = { readonly by: "class" } | { readonly by: "slice"; readonly attribute: string };

/** A claim's own words win over what stands above it. */
export function inContext(fields: ClaimFields, context: Context): ClaimFields {
  return { ...fields, split: fields.split ?? context.split };
}
