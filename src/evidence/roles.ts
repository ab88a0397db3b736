import { nearest } from "../documents/nearest.ts";
import type { ColumnMap } from "../inventory/model.ts";
import type { Sourced } from "../inventory/sourced.ts";

/** The roles that one column each can play in a table of rows. */
export const SINGLE_ROLES = [
  "id",
  "entity",
  "time",
  "label",
  "prediction",
  "score",
  "lower",
  "upper",
  "weight",
  "count",
] as const;
export type SingleRole = (typeof SINGLE_ROLES)[number];

/** The roles that several columns play together, one for each class or label. */
export const NAMED_ROLES = ["scores", "labels", "predictions"] as const;
export type NamedRole = (typeof NAMED_ROLES)[number];

/** Which column plays which role, settled; by class or label where several play one. */
export interface Roles
  extends Readonly<Record<SingleRole, string | null>>,
    Readonly<Record<NamedRole, ReadonlyMap<string, string>>> {
  readonly segments: readonly string[];
}

export interface RoleReading {
  readonly roles: Roles;
  /** Roles that no one declared and a column's name gave away. */
  readonly recognised: readonly {
    readonly role: SingleRole | "scores";
    readonly columns: readonly string[];
  }[];
  /** Roles that more than one column fits; they stay empty until the card says which. */
  readonly ambiguous: readonly {
    readonly role: SingleRole | "scores";
    readonly columns: readonly string[];
  }[];
  /** Columns that the card declares and the table does not have. */
  readonly absent: readonly {
    readonly role: string;
    readonly declared: Sourced<string>;
    readonly nearest: string | null;
  }[];
}

/** Column names seen in public prediction files. Weights and counts change every number: only the card gives those. */
const USUAL_NAMES: Partial<Record<SingleRole, ReadonlySet<string>>> = {
  id: new Set(["id", "row_id", "sample_id", "record_id", "example_id"]),
  label: new Set(["label", "y_true", "true_label", "ground_truth", "target", "actual", "truth", "y"]),
  prediction: new Set([
    "prediction",
    "y_pred",
    "predicted",
    "predicted_label",
    "predicted_class",
    "pred",
    "y_hat",
  ]),
  score: new Set(["score", "y_score", "y_prob", "y_proba", "probability", "prob", "proba", "p"]),
  lower: new Set([
    "lower",
    "lower_bound",
    "y_lower",
    "yhat_lower",
    "y_pred_lower",
    "pi_lower",
    "obs_ci_lower",
  ]),
  upper: new Set([
    "upper",
    "upper_bound",
    "y_upper",
    "yhat_upper",
    "y_pred_upper",
    "pi_upper",
    "obs_ci_upper",
  ]),
};

const CLASS_SCORE = /^(?:prob|proba|probability|p)_(?:class_)?(.+)$/i;

/** More absent columns, or a wider table, than this get no suggestion: comparing all with all would take minutes. */
const SUGGESTED = 20;
const COLUMNS_COMPARED = 500;

/** The table's column that was probably meant, or null. */
export function nearestColumn(name: string, columns: readonly string[]): string | null {
  return columns.length > COLUMNS_COMPARED ? null : nearest(name, columns);
}

export function readRoles(declared: ColumnMap, columns: readonly string[]): RoleReading {
  const known = new Set(columns);
  const taken = new Set<string>();
  const absent: RoleReading["absent"][number][] = [];
  const recognised: RoleReading["recognised"][number][] = [];
  const ambiguous: RoleReading["ambiguous"][number][] = [];
  const settled = Object.fromEntries(SINGLE_ROLES.map((role) => [role, null])) as Record<
    SingleRole,
    string | null
  >;

  const claim = (role: string, column: Sourced<string>): string | null => {
    if (known.has(column.value)) {
      taken.add(column.value);
      return column.value;
    }
    const close = absent.length < SUGGESTED ? nearestColumn(column.value, columns) : null;
    absent.push({ role, declared: column, nearest: close });
    return null;
  };

  for (const role of SINGLE_ROLES) {
    const column = declared[role];
    if (column) settled[role] = claim(role, column);
  }
  const named = {
    scores: new Map<string, string>(),
    labels: new Map<string, string>(),
    predictions: new Map<string, string>(),
  };
  for (const role of NAMED_ROLES) {
    for (const [name, column] of declared[role]) {
      const found = claim(`${role}.${name}`, column);
      if (found) named[role].set(name, found);
    }
  }
  const { scores } = named;
  const segments = declared.segments.flatMap((column) => claim("segments", column) ?? []);

  for (const role of SINGLE_ROLES) {
    const names = USUAL_NAMES[role];
    if (!names || declared[role]) continue;
    const fits = columns.filter((column) => names.has(column.toLowerCase()) && !taken.has(column));
    const [only, another] = fits;
    if (another !== undefined) ambiguous.push({ role, columns: fits });
    else if (only !== undefined) {
      settled[role] = only;
      recognised.push({ role, columns: [only] });
    }
  }
  if (declared.scores.size === 0) {
    const fits = columns.filter((column) => CLASS_SCORE.test(column) && !taken.has(column));
    for (const column of fits) scores.set(CLASS_SCORE.exec(column)?.[1] ?? column, column);
    if (scores.size < fits.length) {
      scores.clear();
      ambiguous.push({ role: "scores", columns: fits });
    } else if (fits.length > 0) recognised.push({ role: "scores", columns: fits });
    // A score beside the scores of classes: which of them is the positive class's is for the card to say.
    if (!declared.score && settled.score !== null && fits.length > 0) {
      recognised.splice(
        recognised.findIndex(({ role }) => role === "score"),
        1,
      );
      ambiguous.push({ role: "score", columns: [settled.score, ...fits] });
      settled.score = null;
    }
  }
  return { roles: { ...settled, ...named, segments }, recognised, ambiguous, absent };
}
