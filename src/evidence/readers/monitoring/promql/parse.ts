import type { SyntaxNode, Tree } from "@lezer/common";
import type { Expression } from "./expression.ts";
import { numberOf } from "./number.ts";
import { typeError } from "./types.ts";

const MOST_CHARACTERS = 20_000;
/** Of all expressions of one file together: the parser takes up to ten microseconds for each. */
const MOST_IN_ALL = 500_000;
const MOST_LEVELS = 250;

export type Parsed = { readonly expression: Expression } | { readonly unread: string };
export type ParsePromql = (text: string) => Parsed;

/** Parses PromQL by the grammar that Prometheus publishes for its own editor; loaded where a file needs it, once a file. */
export async function promqlParser(): Promise<ParsePromql> {
  const { parser } = await import("@prometheus-io/lezer-promql");
  // Without `strict` the parser repairs what is wrong, and takes its time for it.
  const strict = parser.configure({ strict: true });
  let left = MOST_IN_ALL;
  return (text) => {
    left -= text.length;
    if (left < 0)
      return { unread: `the file's expressions have more than ${MOST_IN_ALL} characters together` };
    return parse(text, (source) => strict.parse(source));
  };
}

function parse(text: string, treeOf: (source: string) => Tree): Parsed {
  if (text.trim() === "") return { unread: "the expression is empty" };
  if (text.length > MOST_CHARACTERS)
    return { unread: `the expression is longer than ${MOST_CHARACTERS} characters` };
  if (nesting(text) > MOST_LEVELS) return { unread: "the expression is nested too deeply" };
  const tree = parsed(text, treeOf);
  if ("unread" in tree) return tree;
  const problem = problemIn(tree, text);
  if (problem !== null) return { unread: problem };
  const root = tree.topNode.firstChild;
  const expression = root === null ? null : expressionOf(root, text);
  if (expression === null) return { unread: "the expression is no PromQL" };
  const wrong = typeError(expression);
  return wrong === null ? { expression } : { unread: `the expression is no PromQL: ${wrong}` };
}

function parsed(text: string, treeOf: (source: string) => Tree): Tree | { readonly unread: string } {
  try {
    return treeOf(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const from = Number(/^No parse at (\d+)$/.exec(thrown.message)?.[1] ?? 0);
    const near = text.slice(from).trim().split("\n", 1)[0]!.slice(0, 20);
    return {
      unread: `the expression is no PromQL${near === "" ? ": it ends too early" : `, at \`${near}\``}`,
    };
  }
}

/** Brackets open at once: the parser's own time and stack grow with them. */
function nesting(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if ("([{".includes(character)) most = Math.max(most, ++open);
    else if (")]}".includes(character)) open = Math.max(0, open - 1);
  }
  return most;
}

function problemIn(tree: Tree, text: string): string | null {
  const cursor = tree.cursor();
  let level = 0;
  for (;;) {
    if (cursor.name === "StringLiteral" && !isClosed(text.slice(cursor.from, cursor.to)))
      return "the expression is no PromQL: a quotation mark is not closed";
    if (cursor.firstChild()) {
      if (++level > MOST_LEVELS) return "the expression is nested too deeply";
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return null;
      level -= 1;
    }
  }
}

function isClosed(literal: string): boolean {
  return literal.length > 1 && literal.at(-1) === literal[0];
}

/** Null for what no expression consists of. The tree was found to be whole and not deep. */
function expressionOf(node: SyntaxNode, text: string): Expression | null {
  const written = (part: SyntaxNode | null) => (part === null ? "" : text.slice(part.from, part.to));
  const parts = () => childrenOf(node).flatMap((child) => expressionOf(child, text) ?? []);
  const [first, second] = node.name === "VectorSelector" ? [] : parts();
  switch (node.name) {
    case "NumberDurationLiteral":
      return { kind: "number", value: numberOf(written(node)) };
    case "StringLiteral":
      return { kind: "string" };
    case "VectorSelector":
      return { kind: "series", name: nameOf(node, written) };
    case "ParenExpr":
      return first ?? null;
    case "UnaryExpr":
      return first ? { kind: "sign", of: first, negative: written(node.firstChild) === "-" } : null;
    case "MatrixSelector":
    case "SubqueryExpr": {
      const seconds = numberOf(written(node.getChild("DurationExpr")));
      return first ? { kind: "range", of: first, seconds, subquery: node.name === "SubqueryExpr" } : null;
    }
    case "OffsetExpr":
    case "StepInvariantExpr":
    case "AnchoredExpr":
    case "SmoothedExpr":
      return first ? { kind: "shifted", of: first } : null;
    case "FunctionCall":
    case "AggregateExpr": {
      const name = written(node.getChild("FunctionIdentifier") ?? node.getChild("AggregateOp"));
      const given = childrenOf(node.getChild("FunctionCallBody"));
      const all = given.flatMap((child) => expressionOf(child, text) ?? []);
      return { kind: "call", name: name.toLowerCase(), arguments: all };
    }
    case "BinaryExpr": {
      const operator = written(node.firstChild?.nextSibling ?? null).toLowerCase();
      const bool = node.getChild("BoolModifier") !== null;
      return first && second ? { kind: "operation", operator, bool, left: first, right: second } : null;
    }
    default:
      return null;
  }
}

function childrenOf(node: SyntaxNode | null): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) children.push(child);
  return children;
}

/** `accuracy`, `{"accuracy"}` and `{__name__="accuracy"}` are one name; a selector without one is its matchers, "" when none narrows. */
function nameOf(selector: SyntaxNode, written: (part: SyntaxNode | null) => string): string {
  const identifier = selector.getChild("Identifier");
  if (identifier) return written(identifier);
  const matchers = selector.getChild("LabelMatchers");
  for (const matcher of childrenOf(matchers)) {
    if (matcher.name === "QuotedLabelName") return unquoted(written(matcher));
    const isName = written(matcher.getChild("LabelName")) === "__name__";
    if (isName && written(matcher.getChild("MatchOp")) === "=")
      return unquoted(written(matcher.getChild("StringLiteral")));
  }
  const narrows = childrenOf(matchers).some((matcher) => !EMPTY.test(written(matcher)));
  return narrows ? written(matchers) : "";
}

/** A matcher that every series without the label meets. */
const EMPTY = /=\s*(?:""|''|``)$/;

function unquoted(literal: string): string {
  return literal.slice(1, -1);
}
