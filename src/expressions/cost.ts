import { EXPRESSION_CAPS } from "./caps.ts";
import { childrenOf, type Expr } from "./syntax.ts";

/** The function that a metered loop calls before each round. */
export const ROUND = "@round";

/** Looking for an item in a list may look at all of them. */
const SEARCH = EXPRESSION_CAPS.items / 20;
const OF_TEXT = 20;
const TEXT_FUNCTIONS = new Set([
  "contains",
  "startsWith",
  "endsWith",
  "size",
  "string",
  "int",
  "double",
  "timestamp",
]);

/** The expression with every loop paying, before each of its rounds, for what the round looks at. */
export function metered(expr: Expr): Expr {
  const { exprKind } = expr;
  if (exprKind.case === "comprehensionExpr") {
    const { loopCondition, loopStep } = exprKind.value;
    if (loopCondition && loopStep) exprKind.value.loopCondition = paying(loopCondition, workOf(loopStep));
  }
  for (const child of childrenOf(expr)) metered(child);
  return expr;
}

/** Units of work of one evaluation, the rounds of the loops inside aside: those pay for themselves. */
export function workOf(expr: Expr): number {
  const { exprKind } = expr;
  if (exprKind.case === "comprehensionExpr") {
    const { iterRange } = exprKind.value;
    return 3 + (iterRange ? workOf(iterRange) : 0);
  }
  return childrenOf(expr).reduce((work, child) => work + workOf(child), ownWork(expr));
}

function ownWork({ exprKind }: Expr): number {
  if (exprKind.case !== "callExpr") return 1;
  const { function: name } = exprKind.value;
  if (name === "@in") return SEARCH;
  return TEXT_FUNCTIONS.has(name) ? OF_TEXT : 1;
}

function paying(condition: Expr, work: number): Expr {
  const constant = (value: bigint): Expr => ({
    $typeName: "cel.expr.Expr",
    id: condition.id,
    exprKind: {
      case: "constExpr",
      value: { $typeName: "cel.expr.Constant", constantKind: { case: "int64Value", value } },
    },
  });
  return {
    $typeName: "cel.expr.Expr",
    id: condition.id,
    exprKind: {
      case: "callExpr",
      value: {
        $typeName: "cel.expr.Expr.Call",
        function: ROUND,
        args: [constant(BigInt(work)), condition],
      },
    },
  };
}
