import type { ClaimReport } from "../../src/report/report.ts";

/** A reproduced claim on the test split of credit-default; `raw` gives the number and its decimals. */
export function claim(overrides: Partial<ClaimReport> & { readonly raw: string }): ClaimReport {
  return {
    metric: "roc_auc",
    params: {},
    split: "test",
    slice: {},
    at: { path: "models/credit-default/model-card.yaml", line: 40, column: 13, pointer: "/metrics/0/value" },
    decimals: overrides.raw.match(/\.(\d+)/)?.[1]?.length ?? 0,
    reported: Number.parseFloat(overrides.raw),
    recomputed: 0.8712,
    interval: { low: 0.86, high: 0.88 },
    confidence: 0.95,
    method: "delong",
    n: 8200,
    undefined: null,
    evidence: "test-predictions",
    origin: "committed",
    status: "reproduced",
    notes: [],
    ...overrides,
  };
}
