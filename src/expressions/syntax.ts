import { parse } from "@bufbuild/cel";
import { bracketProblem } from "./brackets.ts";
import { EXPRESSION_CAPS } from "./caps.ts";
import { Refused, tooCostly } from "./problem.ts";

export type Expr = ReturnType<typeof parse>["expr"];

/** An expression as it was written: its nodes, where each stands, and what the macros in it were. */
export interface Syntax {
  readonly text: string;
  readonly root: Expr;
  readonly nodes: ReadonlyMap<bigint, Expr>;
  offsetOf(id: bigint): number;
  /** The macro that a node was written as. */
  macroAt(id: bigint): Macro | null;
}

export interface Macro {
  readonly name: string;
  /** Ids of what is in its brackets. */
  readonly args: readonly bigint[];
}

const EXPECTING = / but expecting [\s\S]*$/;

/** The syntax tree of a text. Throws `Refused` for what is none, or is too large. */
export function syntaxOf(text: string): Syntax {
  if (text.length > EXPRESSION_CAPS.text)
    throw new Refused(tooCostly(0, `it is longer than ${EXPRESSION_CAPS.text} characters`));
  const wrong = bracketProblem(text);
  if (wrong) throw new Refused(wrong);
  const { expr: root, sourceInfo } = parsed(text);
  const offsetOf = (id: bigint) => pastSpace(text, sourceInfo?.positions[String(id)] ?? 0);
  const nodes = nodesOf(root, offsetOf);
  return {
    text,
    root,
    nodes,
    offsetOf,
    macroAt(id) {
      const { exprKind } = sourceInfo?.macroCalls[String(id)] ?? {};
      if (exprKind?.case !== "callExpr") return null;
      return { name: exprKind.value.function, args: exprKind.value.args.map((arg) => arg.id) };
    },
  };
}

function parsed(text: string): ReturnType<typeof parse> {
  try {
    // A comment ends with its line, and the parser wants to see that end.
    return parse(`${text}\n`);
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(tooCostly(0, "it is nested too deeply"));
    const { rawMessage, location } = error as SyntaxTrouble;
    const offset = Math.min(location?.start.offset ?? 0, text.length);
    const found = (rawMessage ?? "").replace(EXPECTING, "") || "it cannot be read";
    const says = text.trim() === "" ? "there is no expression" : `this is no CEL: ${found}`;
    throw new Refused({
      code: "syntax",
      offset,
      says,
      fix: "see docs/expressions.md for what can be written",
    });
  }
}

interface SyntaxTrouble {
  readonly rawMessage?: string;
  readonly location?: { readonly start: { readonly offset: number } };
}

/** The parser points at the space before some operators. */
function pastSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length - 1 && /\s/.test(text[at]!)) at++;
  return at;
}

function nodesOf(root: Expr, offsetOf: (id: bigint) => number): ReadonlyMap<bigint, Expr> {
  const nodes = new Map<bigint, Expr>();
  const open: { readonly expr: Expr; readonly depth: number }[] = [{ expr: root, depth: 1 }];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { expr, depth } = next;
    if (depth > EXPRESSION_CAPS.depth)
      throw new Refused(
        tooCostly(offsetOf(expr.id), `it is nested more than ${EXPRESSION_CAPS.depth} levels deep`),
      );
    if (++count > EXPRESSION_CAPS.nodes)
      throw new Refused(tooCostly(offsetOf(expr.id), `it has more than ${EXPRESSION_CAPS.nodes} parts`));
    nodes.set(expr.id, expr);
    for (const child of childrenOf(expr)) open.push({ expr: child, depth: depth + 1 });
  }
  return nodes;
}

/** The expressions directly inside another, a loop's own parts among them. */
export function childrenOf({ exprKind }: Expr): Expr[] {
  switch (exprKind.case) {
    case "selectExpr":
      return present([exprKind.value.operand]);
    case "callExpr":
      return present([exprKind.value.target, ...exprKind.value.args]);
    case "listExpr":
      return exprKind.value.elements;
    case "structExpr":
      return present(
        exprKind.value.entries.flatMap(({ keyKind, value }) =>
          keyKind.case === "mapKey" ? [keyKind.value, value] : [value],
        ),
      );
    case "comprehensionExpr": {
      const { iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value;
      return present([iterRange, accuInit, loopCondition, loopStep, result]);
    }
    default:
      return [];
  }
}

function present(exprs: readonly (Expr | undefined)[]): Expr[] {
  return exprs.filter((expr) => expr !== undefined);
}
