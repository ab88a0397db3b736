/** Bounds on one expression and on one evaluation of it. Over one of them is "too costly", never a hang. */
export const EXPRESSION_CAPS = {
  /** UTF-16 units of its text. */
  text: 2_000,
  /** Open brackets around one place. */
  brackets: 30,
  /** Nodes of its syntax tree, macros as they are written out. */
  nodes: 1_000,
  /** Levels of its syntax tree. */
  depth: 60,
  /** Loops inside loops: `all`, `exists`, `exists_one`, `map`, `filter`. */
  loops: 3,
  /** UTF-16 units of one regular expression. */
  pattern: 200,
  /** Units of work of one evaluation; looking at one node is one of them. */
  work: 250_000,
  /** Items of one list that it is given. */
  items: 5_000,
  /** UTF-16 units of one text that it is given or makes. */
  string: 65_536,
} as const;
