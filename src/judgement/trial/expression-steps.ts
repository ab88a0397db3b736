import { changedRule } from "../../policy/custom-rules.ts";
import { placingIn } from "../../policy/expression-place.ts";
import { below } from "../../policy/leaves.ts";
import type { FoundPolicy } from "../../policy/source.ts";
import type { CustomRuleDefinition } from "../../rules/custom/definition.ts";
import type { AnyRule } from "../../rules/rule.ts";

/** A rule of a policy's own in which one literal of an expression is another. */
export interface ExpressionStep {
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly from: string;
  readonly to: string;
  readonly rule: AnyRule;
}

/** One step away from each number and each truth value that a file's own expressions write. */
export async function expressionSteps({
  written,
  leaves,
  text,
}: FoundPolicy): Promise<readonly ExpressionStep[]> {
  const definitions = Object.entries(written.custom_rules ?? {});
  if (definitions.length === 0) return [];
  const placing = text === null ? null : placingIn(text);
  const steps: ExpressionStep[] = [];
  for (const [id, definition] of definitions) {
    for (const key of ["when", "check"] as const) {
      const pointer = below(below("/custom_rules", id), key);
      const start = leaves.get(pointer) ?? { line: 1, column: 1 };
      for (const { offset, ...changed } of await changes(id, definition, key)) {
        const { line, column } = placing?.(start, definition[key] ?? "", offset) ?? start;
        steps.push({ line, column, pointer, ...changed });
      }
    }
  }
  return steps;
}

interface Changed {
  readonly offset: number;
  readonly from: string;
  readonly to: string;
  readonly rule: AnyRule;
}

async function changes(
  id: string,
  definition: CustomRuleDefinition,
  key: "when" | "check",
): Promise<readonly Changed[]> {
  const text = definition[key];
  if (text === undefined) return [];
  const { literalsIn, withLiteral } = await import("../../expressions/literals.ts");
  const found: Changed[] = [];
  for (const literal of literalsIn(text)) {
    for (const to of literal.beside) {
      const rule = await changedRule(id, { ...definition, [key]: withLiteral(text, literal, to) });
      // A number beyond all numbers cannot be written.
      if (rule) found.push({ offset: literal.offset, from: literal.raw, to, rule });
    }
  }
  return found;
}
