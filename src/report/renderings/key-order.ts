import type { ClaimReport, ModelReport, PlaceReport, Report } from "../report.ts";

/**
 * The keys of a T in the order in which they are written, complete by its type. `value` is written as it is,
 * `record` with its keys sorted; of a list, the shape is that of its items.
 */
type Shape<T> =
  NonNullable<T> extends readonly (infer Item)[]
    ? Shape<Item>
    : NonNullable<T> extends object
      ? string extends keyof NonNullable<T>
        ? "record"
        : { readonly [Key in keyof NonNullable<T>]-?: Shape<NonNullable<T>[Key]> }
      : "value";

const PLACE: Shape<PlaceReport> = values("path", "line", "column", "pointer");
const INTERVAL = values("low", "high");

const CLAIM: Shape<ClaimReport> = {
  ...values("metric"),
  params: "record",
  ...values("split"),
  slice: "record",
  at: PLACE,
  ...values("raw", "decimals", "reported", "recomputed"),
  interval: INTERVAL,
  ...values("confidence", "method", "n", "undefined", "evidence", "origin", "status", "notes"),
};

const MODEL: Shape<ModelReport> = {
  ...values("id", "name", "path", "version", "task", "lifecycle", "stage", "inScope", "change"),
  tier: values("declared", "computed", "effective", "because"),
  ...values("recommendation"),
  conditions: values("id", "text", "owner", "due", "blocks"),
  claims: CLAIM,
  measurements: {
    ...values("metric"),
    params: "record",
    ...values("split"),
    slice: "record",
    ...values("value"),
    interval: INTERVAL,
    ...values("confidence", "method", "n", "undefined", "evidence"),
  },
  ...values("curves"),
  evidence: values("id", "path", "kind", "tool", "sha256", "bytes", "producedAt", "origin"),
  checks: values("rule", "controls", "outcome", "checked"),
  findings: {
    ...values("id", "rule", "severity", "outcome", "disposition", "about", "says", "why", "fix"),
    at: PLACE,
    ...values("controls", "owner", "due", "escalateTo", "exception", "blocking"),
  },
  waysOut: values("way", "says"),
  ...values("questions"),
};

/** The order of `src/report/report.ts`, which `schemas/report.schema.json` and docs/report.md follow. */
export const REPORT_KEYS: Shape<Report> = {
  ...values("schema"),
  tool: values("name", "version"),
  ...values("asOf"),
  commit: values("head", "evaluated", "base", "mergeBase"),
  policy: values("name", "version", "sha256", "source"),
  ...values("stage", "advisory", "recommendation"),
  models: MODEL,
  policyChange: {
    ...values("path"),
    shifts: {
      ...values("verdict", "tiers", "stages", "subject", "says"),
      before: values("value", "from"),
      after: values("value", "from"),
      texts: {
        ...values("key"),
        before: values("value", "from"),
        after: values("value", "from"),
      },
    },
    changes: values("pointer", "before", "after"),
    simulated: values("model", "now", "then"),
  },
  notices: { ...values("says", "fix", "blocking"), at: PLACE },
  summary: {
    ...values("models", "inScope", "approve", "approveWithConditions", "hold"),
    claims: values("reproduced", "differs", "unsupported", "impossible"),
    findings: values("critical", "high", "medium", "low", "info"),
    ...values("cannotTell"),
  },
};

function values<Key extends string>(...keys: readonly Key[]): { readonly [K in Key]: "value" } {
  return Object.fromEntries(keys.map((key) => [key, "value"])) as { readonly [K in Key]: "value" };
}
