import { type MetricLabel, metricLabel } from "../label.ts";
import { averageAt } from "../metric-words.ts";
import type { Prose } from "../prose.ts";
import { namesAnother, namesSelf, type Self } from "../self.ts";
import { splitAt } from "../splits.ts";
import { OTHERS, WISHES } from "../wording.ts";
import type { Axis } from "./context.ts";

/** What a column of a table of metrics holds. */
export type Column =
  | { readonly role: "metric"; readonly label: MetricLabel }
  | {
      readonly role:
        | "model"
        | "split"
        | "dataset"
        | "class"
        | "threshold"
        | "k"
        | "n"
        | "interval"
        | "ignored"
        | "log";
    }
  | { readonly role: "slice"; readonly attribute: string };

type NamedRole =
  | "model"
  | "split"
  | "dataset"
  | "class"
  | "group"
  | "threshold"
  | "k"
  | "n"
  | "interval"
  | "ignored"
  | "log";

const HEADERS: Readonly<Record<NamedRole, string>> = {
  model:
    "model|models|algorithm|system|method|approach|classifier|regressor|estimator|configuration|config|experiment|variant|condition|version|pipeline|architecture|setup|candidate|modelo|modell",
  split:
    "split|set|data split|dataset split|partition|evaluation split|eval split|eval set|evaluation set|data|evaluation|subset",
  dataset: "dataset|data set|corpus|benchmark|test set|cohort",
  class:
    "class|classes|label|labels|category|class label|class name|intent|emotion|species|tag|entity|entity type",
  group:
    "group|slice|segment|subgroup|population|stratum|bucket|demographic|demographic group|subpopulation|sub group",
  threshold:
    "threshold|cutoff|cut off|decision threshold|operating threshold|operating point|prob threshold|t",
  k: "k|top k",
  n: "n|support|count|samples|rows|size|n samples|examples|n test|sample size|instances|num samples|images",
  interval:
    "ci|95 ci|95% ci|95% confidence interval|confidence interval|90% ci|99% ci|interval|ci 95%|95% ci low|95% ci high",
  ignored:
    "std|std dev|sd|stderr|se|delta|δ|change|difference|diff|rank|notes|note|comment|comments|description|status|remarks|interpretation|meaning|decision",
  log: "epoch|epochs|step|steps|iteration|iter|fold|seed|round|trial|training loss",
};

const ROLES: ReadonlyMap<string, NamedRole> = new Map(
  Object.entries(HEADERS).flatMap(([role, names]) =>
    names.split("|").map((name) => [name, role as NamedRole] as const),
  ),
);
const ATTRIBUTES = new Set(
  "sex gender age race ethnicity region country language age_group ageband income site hospital".split(" "),
);

export interface TableHints {
  readonly self: Self;
  readonly axis: Axis | null;
  /** Where the first column of metrics is; only columns before it say whose the numbers are. */
  readonly firstMetric: number;
}

export function columnOf(header: Prose, index: number, cells: readonly Prose[], hints: TableHints): Column {
  const label = metricLabel(header);
  if (label) return { role: "metric", label };
  const role = namedRole(header);
  if (role === "group") return { role: "slice", attribute: attributeOf(hints.axis, header) };
  if (role) return { role };
  if (index > hints.firstMetric || cells.every(startsWithNumber)) return { role: "ignored" };
  return guessed(header, cells, hints);
}

/** The role that a column's heading names, or null. */
export function namedRole(header: Prose): NamedRole | null {
  return ROLES.get(normal(header)) ?? null;
}

/** A column whose heading says nothing is known by its cells, then by the words above the table. */
function guessed(header: Prose, cells: readonly Prose[], { self, axis }: TableHints): Column {
  if (cells.every(({ tokens }) => tokens.length > 0 && splitAt(tokens, 0) !== null)) return { role: "split" };
  if (cells.some(({ tokens }) => averageAt(tokens, 0) !== null)) return { role: "class" };
  const about = cells.map(({ tokens }) => tokens);
  if (
    about.some((tokens) => namesAnother(self, tokens) || namesSelf(self, tokens) || OTHERS.isAmong(tokens))
  ) {
    return { role: "model" };
  }
  if (axis?.by === "class") return { role: "class" };
  return { role: "slice", attribute: attributeOf(axis, header) };
}

function attributeOf(axis: Axis | null, header: Prose): string {
  const own = header.text.trim();
  if (ATTRIBUTES.has(own.toLowerCase().replace(/\s+/g, "_"))) return own;
  return axis?.by === "slice" ? axis.attribute : own;
}

export function normal({ tokens }: Prose): string {
  return tokens
    .filter(({ kind }) => kind !== "mark")
    .map(({ text }) => text)
    .join(" ");
}

export function startsWithNumber({ tokens }: Prose): boolean {
  return tokens[0]?.kind === "number";
}

/** A heading that belongs to a wish or to another system. */
export function isForeign(header: Prose): boolean {
  return WISHES.isAmong(header.tokens) || OTHERS.isAmong(header.tokens);
}
