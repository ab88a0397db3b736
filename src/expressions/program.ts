import { type CelInput, isCelError, plan } from "@bufbuild/cel";
import { check } from "./check.ts";
import { metered, workOf } from "./cost.ts";
import { ENVIRONMENT, METER } from "./environment.ts";
import { type ExpressionProblem, Refused } from "./problem.ts";
import { type Expr, type Syntax, syntaxOf } from "./syntax.ts";
import { type Fields, fits, type Type, typeWords } from "./type.ts";

/** What one evaluation came to. */
export type Evaluation =
  | { readonly kind: "value"; readonly value: unknown }
  /** A field or an item that it looked at is not there; `path` as the expression writes it. */
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "failed"; readonly says: string }
  | { readonly kind: "too-costly" };

export interface Program {
  readonly type: Type;
  /** The declared variables that it looks at. */
  readonly uses: ReadonlySet<string>;
  run(variables: Readonly<Record<string, CelInput>>): Evaluation;
}

export type Compiled =
  | { readonly kind: "program"; readonly program: Program }
  | { readonly kind: "wrong"; readonly problems: readonly ExpressionProblem[] };

/** Compiles a text over declared variables. Whatever the text is, this ends soon and never throws. */
export function compile(text: string, variables: Fields, wanted: readonly Type[]): Compiled {
  try {
    const syntax = syntaxOf(text);
    const { type, problems } = check(syntax, variables);
    if (problems.length > 0) return { kind: "wrong", problems };
    if (!wanted.some((one) => fits(type, one))) return { kind: "wrong", problems: [notWanted(type, wanted)] };
    return { kind: "program", program: { type, uses: usedIn(syntax, variables), run: runner(syntax) } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: "wrong", problems: [error.problem] };
  }
}

function notWanted(type: Type, wanted: readonly Type[]): ExpressionProblem {
  const words = wanted.map(typeWords).join(", ");
  const says = `it gives ${typeWords(type)}`;
  return { code: "type", offset: 0, says, fix: `write an expression that gives ${words}` };
}

function usedIn({ nodes }: Syntax, variables: Fields): ReadonlySet<string> {
  const names = [...nodes.values()].flatMap(({ exprKind }) =>
    exprKind.case === "identExpr" ? [exprKind.value.name] : [],
  );
  return new Set(names.filter((name) => Object.hasOwn(variables, name)));
}

function runner(syntax: Syntax): Program["run"] {
  const work = workOf(syntax.root);
  const evaluate = plan(ENVIRONMENT, metered(syntax.root));
  return (variables) => {
    METER.start();
    METER.charge(work);
    const value = evaluate({ ...variables });
    if (METER.isExhausted) return { kind: "too-costly" };
    if (!isCelError(value)) return { kind: "value", value };
    const path = value.exprId === undefined ? null : pathOf(syntax.nodes.get(value.exprId));
    const says = value.message;
    if (path !== null && MISSING.test(says)) return { kind: "missing", path: withKey(path, says) };
    return { kind: "failed", says };
  };
}

const MISSING = /^(?:field not found: |index \S+ out of bounds|unresolved attribute)/;

/** `card.use.intended`, when the node is such a chain. */
function pathOf(expr: Expr | undefined): string | null {
  const { exprKind } = expr ?? {};
  if (exprKind?.case === "identExpr") return exprKind.value.name;
  if (exprKind?.case === "selectExpr") {
    const of = pathOf(exprKind.value.operand);
    return of === null ? null : `${of}.${exprKind.value.field}`;
  }
  if (exprKind?.case === "callExpr" && exprKind.value.function === "_[_]")
    return pathOf(exprKind.value.args[0]);
  return null;
}

/** The library names a key that it did not find, and points at what it looked in. */
function withKey(path: string, says: string): string {
  const [, key] = /^field not found: (.*)$/s.exec(says) ?? [];
  const [, index] = /^index (\S+) out/.exec(says) ?? [];
  if (index !== undefined) return `${path}[${index}]`;
  return key === undefined || path.endsWith(`.${key}`) ? path : `${path}["${key}"]`;
}
