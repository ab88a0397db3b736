import type { FactKind } from "../evidence/output/fact.ts";
import type { Measured } from "../measurement/measured.ts";
import type { Need } from "../measurement/need.ts";
import type { Direction } from "./direction.ts";
import type { Example } from "./example.ts";
import type { Subject } from "./subject.ts";
import type { Verdict } from "./verdict.ts";

/** A JSON Schema (2020-12) of one parameter, with its default. */
export interface ParameterSchema {
  readonly description: string;
  readonly default: unknown;
  /** Which of two values asks for more, where policies meet. */
  readonly stricter: Direction;
  readonly [keyword: string]: unknown;
}

/** How its usual finding is mended, for its page. */
export interface Remedy {
  readonly says: string;
  /** A few lines of a card or a configuration that fit its schema; a test holds them to it. */
  readonly yaml: string;
}

/** A rule is data plus one pure function. Its metadata is the source of its page, its SARIF entry and its schema. */
export interface Rule<P extends object> {
  /** family/name */
  readonly id: string;
  readonly question: string;
  /** One paragraph that an engineer will accept. */
  readonly why: string;
  /** Ids of the control catalogue. */
  readonly controls: readonly string[];
  readonly remedy: Remedy;
  /** Shown on its page and judged by a test; null for a rule of a policy's own, which has no page. */
  readonly example: Example | null;
  readonly parameters: { readonly [K in keyof P]: ParameterSchema };
  /** Which cases it judges: models that the head has, or models whose card the change takes away. */
  readonly judges?: "present" | "removed";
  /** It tells of a card that cannot be read; where that holds the model, no other rule repeats it. */
  readonly tellsOfUnread?: true;
  /** The facts of tools' files that it judges; docs/evidence.md lists its rules for each tool by them. */
  readonly reads?: readonly FactKind[];
  /** What it wants measured, said before anything is read. */
  needs(subject: Subject, parameters: P): Iterable<Need>;
  check(subject: Subject, measured: Measured, parameters: P): Iterable<Verdict>;
}

/** A rule whose parameters have been checked against its schema, as the judgement runs it. */
export type AnyRule = Rule<Record<string, unknown>>;

/** Parameters reach a rule only after its own schema has accepted them, which is what makes the widening sound. */
export function defineRule<P extends object = Record<never, never>>(rule: Rule<P>): AnyRule {
  return rule as unknown as AnyRule;
}

export function concerns(rule: AnyRule, subject: Subject): boolean {
  return (rule.judges ?? "present") === (subject.removed ? "removed" : "present");
}

export function defaultsOf(rule: AnyRule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule.parameters).map(([name, schema]) => [name, schema.default]));
}
