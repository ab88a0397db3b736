import {
  BOOL,
  DOUBLE,
  type Fields,
  INT,
  listOf,
  mapOf,
  record,
  STRING,
  TIMESTAMP,
  type Type,
  wordOf,
} from "../../expressions/type.ts";
import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import { CARD } from "./card-type.ts";
import { type MeasuredNeed, nameOf } from "./definition.ts";

export const CLAIM = record("claim", {
  metric: {
    type: STRING,
    says: "The metric by our own name where it is known, else as written.",
    example: "roc_auc",
  },
  reported: { type: DOUBLE, says: "The number, percent as a fraction.", example: "0.8712" },
  raw: { type: STRING, says: "The number as written.", example: "87.12%" },
  split: { type: STRING, says: "The split that it is about.", example: "test" },
  slice: {
    type: mapOf(STRING),
    says: "Column to value of the slice that it is about; empty for all rows.",
    example: '{"sex": "female"}',
  },
  threshold: { type: DOUBLE, says: "The threshold that the claim itself states.", example: "0.35" },
  low: { type: DOUBLE, says: "The lower end of the interval that the card states.", example: "0.861" },
  high: { type: DOUBLE, says: "The upper end of it.", example: "0.881" },
  status: {
    type: wordOf("status of a claim", ["reproduced", "differs", "unsupported"]),
    says: "`reproduced`, `differs` or `unsupported`; absent in `before`.",
    example: "reproduced",
  },
  recomputed: { type: DOUBLE, says: "What the predictions give.", example: "0.87118" },
  recomputed_low: {
    type: DOUBLE,
    says: "The lower end of its interval, where one is known.",
    example: "0.8602",
  },
  recomputed_high: { type: DOUBLE, says: "The upper end of it.", example: "0.8816" },
  rows: { type: INT, says: "Rows that it was recomputed from.", example: "4000" },
});

export const EVIDENCE = record("evidence", {
  id: { type: STRING, says: "The entry's id, else its path.", example: "test-predictions" },
  kind: { type: STRING, says: "As the card writes it.", example: "predictions" },
  split: { type: STRING, says: "The split that it is of.", example: "test" },
  path: {
    type: STRING,
    says: "From the root of the repository; of several files the first.",
    example: "models/a/test.csv",
  },
  opened: { type: BOOL, says: "It could be opened and read.", example: "true" },
  tool: { type: STRING, says: "The tool that wrote it, found by its content.", example: "promptfoo" },
  produced_at: { type: TIMESTAMP, says: "When the tool wrote it.", example: "2026-10-02T08:00:00Z" },
  complete: {
    type: BOOL,
    says: "The tool's run was a whole one; absent where no tool wrote it.",
    example: "true",
  },
  facts: {
    type: mapOf(INT),
    says: "How many facts of each kind it states, such as `alert`, `check`, `issue`.",
    example: '{"check": 12}',
  },
  held: { type: INT, says: "Attempts in which the model did as it should.", example: "96" },
  broke: { type: INT, says: "Attempts in which it did not.", example: "4" },
  failed: { type: INT, says: "Checks that failed or could not run.", example: "0" },
  issues: { type: mapOf(INT), says: "Issues that are not suppressed, by severity.", example: '{"high": 1}' },
});

export const BEFORE = record("before", {
  card: { type: CARD, says: "The base's card; absent for a new model, and where there is no base." },
  claims: { type: listOf(CLAIM), says: "What it reported." },
});

const A_TIER = wordOf("tier", TIERS);

/** `domains` are the names that the policy gives them; with none, any name may be asked for. */
function tierOf(domains: readonly string[]): Type {
  return record("tier", {
    declared: { type: A_TIER, says: "The card's own.", example: "medium" },
    computed: { type: A_TIER, says: "What the risk factors give, where they tell.", example: "high" },
    effective: { type: A_TIER, says: "The one that counts.", example: "high" },
    domains: {
      type: listOf(domains.length > 0 ? wordOf("name under `tiering.domains`", domains) : STRING),
      says: "Names under the policy's `tiering.domains` of which a word stands in `card.risk.factors.domain`; absent where the card states none, or words that the policy does not know.",
      example: '"finance" in tier.domains',
    },
  });
}

/** What is measured for a rule, one such record for each of its `needs`. */
export const MEASUREMENT = record("measurement", {
  value: { type: DOUBLE, says: "The metric, recomputed.", example: "0.64" },
  low: { type: DOUBLE, says: "The lower end of its interval, where one is known.", example: "0.61" },
  high: { type: DOUBLE, says: "The upper end of it.", example: "0.67" },
  rows: { type: INT, says: "Rows that it was computed from.", example: "4000" },
});

/** The variables of every custom rule; `measured` has a field for each of the rule's own `needs`. */
export function variablesOf(needs: readonly MeasuredNeed[], domains: readonly string[] = []): Fields {
  const fields = needs.map((need) => [nameOf(need), { type: MEASUREMENT, says: need.metric }] as const);
  return {
    card: {
      type: CARD,
      says: "The model card, key by key as its schema has them, whatever dialect it is written in.",
      example: "card.use.intended",
    },
    claims: {
      type: listOf(CLAIM),
      says: "Every number that the card reports.",
      example: 'claims.exists(c, c.metric == "recall")',
    },
    evidence: {
      type: listOf(EVIDENCE),
      says: "Every table and every tool's file that the card names.",
      example: 'evidence.exists(e, e.tool == "garak")',
    },
    measured: {
      type: record("measured", Object.fromEntries(fields)),
      says: "What the rule's own `needs` gave, by name.",
      example: "measured.recall.low >= 0.6",
    },
    before: { type: BEFORE, says: "The model in the base.", example: "!has(before.card)" },
    tier: { type: tierOf(domains), says: "The model's tier.", example: 'tier.effective == "high"' },
    stage: {
      type: wordOf("stage", LIFECYCLES),
      says: "The lifecycle stage that it is judged at.",
      example: 'stage == "production"',
    },
    as_of: {
      type: TIMESTAMP,
      says: "The day of the judgement, midnight UTC.",
      example: 'as_of - card.validation.date < duration("8760h")',
    },
  };
}
