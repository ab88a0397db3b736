/** Which of two values of one field asks for more. */
export type StricterField = "higher" | "lower" | "true" | "false";

/** Lists of objects: those alike in `by` are one requirement, of whose fields `of` tells the stricter value, or the nearest policy's. */
export interface KeyedDirections {
  readonly by: readonly string[];
  readonly of: Readonly<Record<string, StricterField | "nearest">>;
}

/**
 * Which of two values of a parameter asks for more, where two policies meet: the higher or lower number, `true` or
 * `false`, lists `joined`, the `later` of named words, or objects matched by key. `nearest` when neither does: then
 * the policy's own goes before what it extends.
 */
export type Direction =
  | StricterField
  | "joined"
  | "nearest"
  | { readonly later: readonly string[] }
  | KeyedDirections;
