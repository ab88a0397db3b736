import { RE2JS } from "@bufbuild/re2";
import { EXPRESSION_CAPS } from "./caps.ts";
import type { ExpressionProblem } from "./problem.ts";
import type { Expr } from "./syntax.ts";

/** What is wrong in the argument of `matches`. It has to be there when the policy loads, so that it can be refused then. */
export function patternProblem({ exprKind }: Expr, offset: number): ExpressionProblem | null {
  const constant = exprKind.case === "constExpr" ? exprKind.value.constantKind : null;
  const wrong = (says: string, fix: string): ExpressionProblem => ({
    code: "regular-expression",
    offset,
    says,
    fix,
  });
  if (constant?.case !== "stringValue")
    return wrong(
      "a regular expression is not put together while a model is judged",
      "write it out, in quotes",
    );
  const pattern = constant.value;
  if (pattern.length > EXPRESSION_CAPS.pattern)
    return wrong(`the regular expression is longer than ${EXPRESSION_CAPS.pattern} characters`, "shorten it");
  try {
    RE2JS.compile(pattern);
    return null;
  } catch (error) {
    const why = error instanceof RangeError ? "it is nested too deeply" : reasonIn(error);
    return wrong(`the regular expression cannot be used: ${why}`, FIX);
  }
}

const FIX =
  "write it in the syntax of RE2, which takes time in proportion to the text: no look-around, no back references, no count over 1000";

function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error parsing regexp: /, "").slice(0, 200);
}
