import type { Slice } from "../../measurement/need.ts";

/** A rule as a policy writes it, after its schema has accepted it. */
export interface CustomRuleDefinition {
  readonly question: string;
  readonly why?: string;
  readonly controls: readonly string[];
  readonly needs?: readonly MeasuredNeed[];
  /** Where it is false, the rule is not about the model. */
  readonly when?: string;
  /** True is fine. */
  readonly check: string;
  /** What a finding says; `{{ … }}` holds an expression. */
  readonly message: string;
  readonly fix: string;
  /** Dotted path of the card where a finding points. */
  readonly at?: string;
}

/** A metric that the rule wants recomputed; expressions see it as `measured.NAME`. */
export interface MeasuredNeed {
  /** The metric's own name when left out. */
  readonly name?: string;
  readonly metric: string;
  readonly split: string;
  readonly slice?: Slice;
  readonly average?: "macro" | "micro" | "weighted";
  readonly threshold?: number;
  readonly confidence?: number;
}

export function nameOf(need: MeasuredNeed): string {
  return need.name ?? need.metric;
}
