/** The closed words of the card, as the schema and the record share them. */
export const TASKS = [
  "binary-classification",
  "multiclass-classification",
  "multilabel-classification",
  "regression",
  "ranking",
  "anomaly-detection",
  "forecasting",
  "generation",
] as const;
export const LIFECYCLES = ["development", "staging", "production", "retired"] as const;
export const TIERS = ["low", "medium", "high", "critical"] as const;
export const OWNER_ROLES = ["developer", "business", "production", "validator"] as const;
export const AUTONOMY = ["advisory", "human-in-the-loop", "human-on-the-loop", "autonomous"] as const;

export type Task = (typeof TASKS)[number];
export type Lifecycle = (typeof LIFECYCLES)[number];
export type Tier = (typeof TIERS)[number];
export type OwnerRole = (typeof OWNER_ROLES)[number];
export type Autonomy = (typeof AUTONOMY)[number];
