import { EXPRESSION_CAPS } from "./caps.ts";
import { argumentWords, FUNCTIONS, MACROS, METHODS, OPERATORS } from "./functions.ts";
import { patternProblem } from "./pattern.ts";
import { type ExpressionProblem, tooCostly } from "./problem.ts";
import { remedy } from "./remedy.ts";
import type { Expr, Macro, Syntax } from "./syntax.ts";
import {
  BOOL,
  DOUBLE,
  either,
  type Fields,
  fits,
  INT,
  listOf,
  STRING,
  type Type,
  typeWords,
  UNKNOWN,
} from "./type.ts";
import { wordProblems } from "./words.ts";

type Scope = ReadonlyMap<string, Type>;
type Of<Case> = Extract<Expr["exprKind"], { case: Case }>["value"];

/** The type of an expression over these variables, and what is wrong in it. */
export function check(
  syntax: Syntax,
  variables: Fields,
): { type: Type; problems: readonly ExpressionProblem[] } {
  const checker = new Checker(syntax);
  const scope = new Map(Object.entries(variables).map(([name, { type }]) => [name, type]));
  const type = checker.typeOf(syntax.root, scope, 0);
  return { type, problems: checker.problems };
}

/** The library reads and evaluates CEL and does not check types; these are CEL's own rules for what is declared here. */
class Checker {
  readonly problems: ExpressionProblem[] = [];
  readonly #syntax: Syntax;

  constructor(syntax: Syntax) {
    this.#syntax = syntax;
  }

  typeOf(expr: Expr, scope: Scope, loops: number): Type {
    const { id, exprKind } = expr;
    switch (exprKind.case) {
      case "constExpr":
        return this.#constant(id, exprKind.value);
      case "identExpr":
        return this.#variable(id, exprKind.value.name, scope);
      case "selectExpr":
        return this.#field(id, exprKind.value, scope, loops);
      case "callExpr":
        return this.#call(id, exprKind.value, scope, loops);
      case "listExpr":
        return this.#list(exprKind.value, scope, loops);
      case "comprehensionExpr":
        return this.#loop(id, exprKind.value, scope, loops);
      default:
        return this.#wrong(id, "maps and messages cannot be written here", "use the fields that there are");
    }
  }

  #constant(id: bigint, { constantKind }: Of<"constExpr">): Type {
    switch (constantKind.case) {
      case "boolValue":
        return BOOL;
      case "int64Value":
        return INT;
      case "doubleValue":
        return DOUBLE;
      case "stringValue":
        return STRING;
      case "nullValue":
        return this.#wrong(id, "nothing is ever null here", "ask with `has(…)` whether a field is there");
      default:
        return this.#wrong(id, "no such value is known here", "write a number, or text in quotes");
    }
  }

  #variable(id: bigint, name: string, scope: Scope): Type {
    return scope.get(name) ?? this.#unknown(id, name, [...scope.keys()], `there is no \`${name}\``);
  }

  #field(id: bigint, { operand, field, testOnly }: Of<"selectExpr">, scope: Scope, loops: number): Type {
    const of = operand ? this.typeOf(operand, scope, loops) : UNKNOWN;
    const given = testOnly ? BOOL : null;
    if (of.kind === "unknown") return given ?? UNKNOWN;
    if (of.kind === "map") return given ?? of.of;
    const written = testOnly ? (this.#syntax.macroAt(id)?.args[0] ?? id) : id;
    const at = this.#offsetOfField(written, field);
    if (of.kind !== "record") {
      const fix =
        of.kind === "list" ? "look at its items: `.exists(x, …)`, `.all(x, …)`, `[0]`" : "leave it out";
      return this.#report({ code: "type", offset: at, says: `a ${typeWords(of)} has no fields`, fix });
    }
    const known = Object.hasOwn(of.fields, field) ? of.fields[field] : undefined;
    if (known) return given ?? known.type;
    const says = `${of.name} has no field \`${field}\``;
    return this.#unknown(id, field, Object.keys(of.fields), says, at);
  }

  #call(id: bigint, { target, function: name, args }: Of<"callExpr">, scope: Scope, loops: number): Type {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (name === "_?_:_") return this.#choice(id, args, scope, loops);
    const isMacro = name === "has" || MACROS.some((known) => known === name);
    if (isMacro) return this.#misusedMacro(id, name);
    const known = target ? METHODS : FUNCTIONS;
    const signature = operator?.of ?? (Object.hasOwn(known, name) ? known[name] : undefined);
    if (!signature) {
      const among = target ? [...Object.keys(METHODS), ...MACROS] : [...Object.keys(FUNCTIONS), "has"];
      const says = `there is no function \`${name}\``;
      return this.#unknown(
        id,
        name,
        among,
        says,
        target ? this.#offsetOfField(id, name) : this.#startOf(id, name),
      );
    }
    const operands = [...(target ? [target] : []), ...args];
    const types = operands.map((arg) => this.typeOf(arg, scope, loops));
    const type = signature(types);
    if (name === "matches") this.#pattern(args[0]);
    if (type) return this.#wordProblems(id, name, operands, types) ?? type;
    const says = `\`${operator?.sign ?? name}\` does not take ${argumentWords(types) || "nothing"}`;
    return this.#wrong(id, says, remedy(types));
  }

  #choice(id: bigint, [condition, yes, no]: readonly Expr[], scope: Scope, loops: number): Type {
    const [asked, left, right] = [condition, yes, no].map((arg) =>
      arg ? this.typeOf(arg, scope, loops) : UNKNOWN,
    );
    if (!fits(asked!, BOOL))
      return this.#wrong(id, `\`?\` asks a ${typeWords(asked!)}`, "ask something that is true or false");
    if (fits(left!, right!)) return either(left!, right!);
    return this.#wrong(
      id,
      `one way gives ${typeWords(left!)}, the other ${typeWords(right!)}`,
      "give the same type both ways",
    );
  }

  #list({ elements }: Of<"listExpr">, scope: Scope, loops: number): Type {
    let of = UNKNOWN;
    for (const element of elements) {
      const type = this.typeOf(element, scope, loops);
      if (!fits(type, of))
        this.#wrong(
          element.id,
          `the list is of ${typeWords(of)}, and this is ${typeWords(type)}`,
          "list one type",
        );
      else of = either(of, type);
    }
    return listOf(of);
  }

  #loop(id: bigint, { iterRange, iterVar }: Of<"comprehensionExpr">, scope: Scope, loops: number): Type {
    const macro = this.#syntax.macroAt(id);
    if (!macro || !iterRange)
      return this.#wrong(id, "this loop is not known here", `use ${MACROS.join(", ")}`);
    if (loops >= EXPRESSION_CAPS.loops)
      return this.#report(
        tooCostly(this.#syntax.offsetOf(id), `loops stand more than ${EXPRESSION_CAPS.loops} deep`),
      );
    const range = this.typeOf(iterRange, scope, loops);
    const item = itemOf(range);
    if (!item) return this.#wrong(id, `a ${typeWords(range)} has no items to look at`, "use a list or a map");
    const inside = new Map(scope).set(iterVar, item);
    return this.#body(macro, item, inside, loops + 1);
  }

  #body({ name, args }: Macro, item: Type, scope: Scope, loops: number): Type {
    const types = args.slice(1).map((id) => ({ id, type: this.#typeAt(id, scope, loops) }));
    const tests = name === "map" ? types.slice(0, -1) : types;
    for (const { id, type } of tests)
      if (!fits(type, BOOL))
        this.#wrong(id, `\`${name}\` asks a ${typeWords(type)}`, "ask something that is true or false");
    if (name === "map") return listOf(types.at(-1)?.type ?? UNKNOWN);
    return name === "filter" ? listOf(item) : BOOL;
  }

  #typeAt(id: bigint, scope: Scope, loops: number): Type {
    const expr = this.#syntax.nodes.get(id);
    return expr ? this.typeOf(expr, scope, loops) : UNKNOWN;
  }

  #misusedMacro(id: bigint, name: string): Type {
    if (name === "has") return this.#wrong(id, "`has` asks for a field", "write `has(record.field)`");
    return this.#wrong(id, `\`${name}\` needs a name and a condition`, `write \`list.${name}(x, …)\``);
  }

  #wordProblems(id: bigint, name: string, operands: readonly Expr[], types: readonly Type[]): Type | null {
    const problems = wordProblems(name, operands, types, this.#syntax.offsetOf(id), this.#syntax.offsetOf);
    this.problems.push(...problems);
    return problems.length > 0 ? UNKNOWN : null;
  }

  #pattern(expr: Expr | undefined): void {
    const problem = expr && patternProblem(expr, this.#syntax.offsetOf(expr.id));
    if (problem) this.problems.push(problem);
  }

  #unknown(
    id: bigint,
    name: string,
    among: readonly string[],
    says: string,
    offset = this.#syntax.offsetOf(id),
  ): Type {
    const fix = `use one of: ${among.join(", ")}`;
    return this.#report({ code: "unknown-name", offset, says, fix, unknown: { name, among } });
  }

  #wrong(id: bigint, says: string, fix: string): Type {
    return this.#report({ code: "type", offset: this.#syntax.offsetOf(id), says, fix });
  }

  #report(problem: ExpressionProblem): Type {
    this.problems.push(problem);
    return UNKNOWN;
  }

  /** The tree points at the dot before a field, or at the bracket after a method. */
  #offsetOfField(id: bigint, field: string): number {
    const from = this.#syntax.offsetOf(id);
    const after = this.#syntax.text.indexOf(field, from);
    return this.#syntax.text[from] === "." && after !== -1 ? after : this.#startOf(id, field);
  }

  #startOf(id: bigint, name: string): number {
    const from = this.#syntax.offsetOf(id);
    const before = this.#syntax.text.lastIndexOf(name, from);
    return before === -1 ? from : before;
  }
}

/** What a loop looks at: the items of a list, the keys of a map. */
function itemOf(type: Type): Type | null {
  if (type.kind === "list") return type.of;
  if (type.kind === "map") return STRING;
  return type.kind === "unknown" ? UNKNOWN : null;
}
