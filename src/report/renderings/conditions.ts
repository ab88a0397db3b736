import type { ConditionReport, ModelReport } from "../report.ts";

/** Conditions by the finding that each stands for, and those that stand for none and have to be told apart. */
export interface Conditions {
  readonly of: ReadonlyMap<string, ConditionReport>;
  readonly others: readonly ConditionReport[];
}

export function conditionsOf({ conditions, findings }: ModelReport): Conditions {
  const known = new Set(findings.map(({ id }) => id));
  return {
    of: new Map(conditions.filter(({ id }) => known.has(id)).map((condition) => [condition.id, condition])),
    others: conditions.filter(({ id }) => !known.has(id)),
  };
}

/** `condition, before deploy`; the finding itself says by when. */
export function conditionWords(condition: ConditionReport | undefined): string | null {
  if (condition === undefined) return null;
  return condition.blocks === "date" ? "condition" : `condition, before ${condition.blocks}`;
}
