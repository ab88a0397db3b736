import type { ModelReport, Report } from "../../src/report/report.ts";
import { REPORT_SCHEMA } from "../../src/report/report.ts";
import { claim } from "./sample-claims.ts";
import { sampleFindings } from "./sample-findings.ts";

const HOLD: ModelReport = {
  id: "credit-default",
  name: "Consumer credit default",
  path: "models/credit-default/model-card.yaml",
  version: "3.1.0",
  task: "binary-classification",
  lifecycle: "staging",
  stage: "staging",
  inScope: true,
  change: "changed",
  tier: {
    declared: "medium",
    computed: "high",
    effective: "high",
    because: ["it decides on credit", "250,000 people are affected", "it uses sex and age"],
  },
  recommendation: "hold",
  conditions: [],
  claims: [
    claim({
      metric: "roc_auc",
      raw: "0.8712",
      recomputed: 0.871243,
      interval: { low: 0.8611, high: 0.8812 },
    }),
    claim({
      metric: "recall",
      params: { threshold: 0.35 },
      slice: { sex: "female" },
      raw: "0.71",
      recomputed: 0.640212,
      interval: { low: 0.6148, high: 0.6651 },
      n: 1411,
      status: "differs",
      at: {
        path: "models/credit-default/model-card.yaml",
        line: 42,
        column: 13,
        pointer: "/metrics/1/value",
      },
    }),
    claim({
      metric: "precision",
      params: { threshold: 0.35 },
      raw: "58.1%",
      reported: 0.581,
      recomputed: 0.58071,
      interval: { low: 0.5604, high: 0.6008 },
      notes: ["read as percent"],
    }),
    claim({
      metric: "average_precision",
      split: "out-of-time",
      raw: "0.44",
      recomputed: null,
      interval: null,
      n: null,
      undefined: "no evidence is bound to the split out-of-time",
      evidence: null,
      origin: null,
      status: "unsupported",
    }),
    claim({
      metric: "accuracy",
      slice: { age_band: "18-24" },
      raw: "0.9333",
      recomputed: null,
      interval: null,
      n: 14,
      undefined: "no fraction of 14 rows rounds to 0.9333",
      status: "impossible",
    }),
    claim({ metric: "brier_score", raw: "0.093", recomputed: 0.0931, interval: null }),
  ],
  measurements: [
    {
      metric: "recall",
      params: { threshold: 0.35 },
      split: "test",
      slice: { sex: "male" },
      value: 0.661,
      interval: { low: 0.64, high: 0.681 },
      confidence: 0.95,
      method: "wilson",
      n: 6789,
      undefined: null,
      evidence: "test-predictions",
    },
    {
      metric: "recall",
      params: { threshold: 0.35 },
      split: "test",
      slice: { sex: "x" },
      value: null,
      interval: null,
      confidence: null,
      method: null,
      n: 3,
      undefined: "fewer than 10 rows",
      evidence: "test-predictions",
    },
  ],
  curves: [],
  evidence: [
    {
      id: "test-predictions",
      path: "models/credit-default/evidence/test-predictions.csv",
      kind: "predictions",
      tool: null,
      sha256: "0f343b0931126a20f133d67c2b018a3b5f1d0b1f4d3c1c1d8f9f3a0e4b1d2c3a",
      bytes: 412_345,
      producedAt: "2025-02-11",
      origin: "committed",
    },
  ],
  checks: [
    {
      rule: "performance/claims-reproduce",
      controls: ["PER-01"],
      outcome: "finding",
      checked: ["6 claims against 1 table of predictions"],
    },
    {
      rule: "data/splits-disjoint",
      controls: ["DAT-03"],
      outcome: "cannot-tell",
      checked: ["the train split has no id column"],
    },
    {
      rule: "evidence/digests-true",
      controls: ["EVI-02"],
      outcome: "fine",
      checked: ["1 of 1 digest equals the file's"],
    },
    {
      rule: "inventory/version-raised",
      controls: ["INV-04"],
      outcome: "fine",
      checked: ["3.0.2 became 3.1.0"],
    },
    {
      rule: "performance/ranking-depth",
      controls: ["PER-09"],
      outcome: "not-applicable",
      checked: ["the task is binary classification"],
    },
  ],
  findings: sampleFindings,
  waysOut: [],
  questions: [
    "Is recall by sex the harm that matters here, or is it the rate of refusals?",
    "Who reads the reason codes that a refused applicant gets, and have they been tried on such a person?",
  ],
};

const CONDITIONS: ModelReport = {
  ...HOLD,
  id: "churn",
  name: "Churn in the next 90 days",
  path: "models/churn/README.md",
  version: "1.4.0",
  lifecycle: "production",
  change: "changed",
  tier: {
    declared: "medium",
    computed: "medium",
    effective: "medium",
    because: ["120,000 people are affected"],
  },
  recommendation: "approve-with-conditions",
  conditions: [
    {
      id: "C1",
      text: "Add an interval or 400 more rows for customers of less than a year.",
      owner: "Churn ML",
      due: "2025-05-30",
      blocks: "deploy",
    },
    { id: "C2", text: "Name the on-call rota in monitoring.", owner: null, due: null, blocks: "date" },
  ],
  claims: [
    claim({
      metric: "f1",
      params: { average: "macro" },
      raw: "0.78",
      recomputed: 0.7789,
      at: {
        path: "models/churn/README.md",
        line: 31,
        column: 16,
        pointer: "/model-index/0/results/0/metrics/0/value",
      },
    }),
  ],
  measurements: [],
  checks: HOLD.checks.slice(2),
  findings: sampleFindings.slice(6, 8).map((finding) => ({
    ...finding,
    id: `churn-${finding.id}`,
    at: { ...finding.at, path: "models/churn/README.md" },
  })),
  waysOut: [],
  questions: ["Does the test period hold a price change like the one planned for the summer?"],
};

const APPROVE: ModelReport = {
  ...HOLD,
  id: "wine-quality",
  name: null,
  path: "models/wine-quality/model-card.yaml",
  version: "0.3.0",
  task: "regression",
  lifecycle: "development",
  change: "added",
  tier: { declared: "low", computed: "low", effective: "low", because: ["nobody is affected"] },
  recommendation: "approve",
  claims: [
    claim({
      metric: "mean_absolute_error",
      raw: "0.512",
      recomputed: 0.51199,
      n: 320,
      interval: { low: 0.47, high: 0.556 },
    }),
  ],
  measurements: [],
  checks: HOLD.checks.slice(2),
  findings: [],
  waysOut: [],
  questions: [],
};

const UNTOUCHED: ModelReport = {
  ...APPROVE,
  id: "fraud-screen",
  path: "models/fraud-screen/model-card.yaml",
  inScope: false,
  change: "unchanged",
  recommendation: null,
  claims: [],
  checks: [],
  evidence: [],
};

/** Three judged models, one of each recommendation, and one that the change did not touch. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    schema: REPORT_SCHEMA,
    tool: { name: "effective-challenge", version: "0.1.0" },
    asOf: "2025-03-01",
    commit: {
      head: "4f2c9ab1d0e34c5f8a7b6c5d4e3f2a1b0c9d8e7f",
      evaluated: "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d",
      base: "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b",
      mergeBase: "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b",
    },
    policy: {
      name: "baseline",
      version: "1.0.0",
      sha256: "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
      source: "bundled",
    },
    stage: null,
    advisory: false,
    recommendation: "hold",
    models: [APPROVE, HOLD, CONDITIONS, UNTOUCHED],
    policyChange: {
      path: "effective-challenge.yaml",
      shifts: [
        {
          verdict: "looser",
          tiers: ["high"],
          stages: ["production"],
          subject: "blocking",
          says: "a model is held by medium or worse → critical or worse",
          before: { value: "medium or worse", from: ["policy.yaml:12"] },
          after: { value: "critical or worse", from: ["policy.yaml:14"] },
        },
      ],
      changes: [{ pointer: "/policy/tiers/high/blocking", before: "medium", after: "critical" }],
      simulated: JSON.parse(
        '[{ "model": "credit-default", "now": "hold", "then": "approve-with-conditions" }]',
      ),
    },
    notices: [
      {
        says: "models/legacy is a link that leaves the repository, so nothing in it was read.",
        fix: "Put the files into the repository, or take the link away.",
        blocking: false,
        at: { path: "models/legacy", line: 1, column: 1, pointer: "" },
      },
    ],
    summary: {
      models: 4,
      inScope: 3,
      approve: 1,
      approveWithConditions: 1,
      hold: 1,
      claims: { reproduced: 5, differs: 1, unsupported: 1, impossible: 1 },
      findings: { critical: 2, high: 5, medium: 4, low: 2, info: 1 },
      cannotTell: 3,
    },
    ...overrides,
  };
}

/** On hold for what could not be looked at, though its one model is to be approved. */
export function blindReport(): Report {
  const notice = { says: "models/x could not be read.", fix: "Make it readable.", blocking: true, at: null };
  return { ...reportOn(APPROVE), recommendation: "hold", notices: [notice] };
}

/** A report on one model alone, its summary counted from it. */
export function reportOn(model: ModelReport): Report {
  const claims = { reproduced: 0, differs: 0, unsupported: 0, impossible: 0 };
  for (const { status } of model.claims) claims[status] += 1;
  const findings = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of model.findings) findings[severity] += 1;
  return sampleReport({
    recommendation: model.recommendation,
    models: [model],
    policyChange: null,
    notices: [],
    summary: {
      models: 1,
      inScope: 1,
      approve: Number(model.recommendation === "approve"),
      approveWithConditions: Number(model.recommendation === "approve-with-conditions"),
      hold: Number(model.recommendation === "hold"),
      claims,
      findings,
      cannotTell: model.findings.filter((finding) => finding.outcome === "cannot-tell").length,
    },
  });
}

export const sampleModels = { approve: APPROVE, conditions: CONDITIONS, hold: HOLD, untouched: UNTOUCHED };
