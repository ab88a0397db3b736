import type { EvidenceFile } from "../../src/evidence/file.ts";
import type { Fact, FactKind, FactOf } from "../../src/evidence/output/fact.ts";
import type { Aggregate, OutputSubject, Shortfall, ToolOutput } from "../../src/evidence/output/output.ts";
import type { OutputState } from "../../src/evidence/output/output-state.ts";

const AT = { path: "tool.json", line: 7, column: 3, pointer: "/x" };

type Entry = Partial<Pick<EvidenceFile, "kind" | "split" | "sha256" | "path" | "problem">>;

/** A file that the card names, as it was read; its entry stands on line 9 of the card. */
export function fileOf(output: OutputState, entry: Entry = {}): EvidenceFile {
  const path = entry.path ?? "evidence/tool.json";
  const at = { path: "models/a/model-card.yaml", line: 9, column: 5, pointer: "/evidence/0" };
  const declared = { value: path, raw: path, at };
  return {
    id: path,
    kind: "unrecognised",
    split: null,
    sha256: null,
    problem: null,
    declared,
    at,
    ...entry,
    path,
    output,
  };
}

/** What a tool said, with nothing said but this. */
export function shown(said: Partial<ToolOutput>, entry: Entry = {}): EvidenceFile {
  const output: ToolOutput = {
    tool: "toolbox",
    formatVersion: null,
    producedAt: null,
    subject: null,
    facts: [],
    incomplete: [],
    aggregates: [],
    warnings: [],
    ...said,
  };
  return fileOf({ kind: "output", output }, entry);
}

export function shownFacts(...facts: readonly Fact[]): EvidenceFile {
  return shown({ facts });
}

export function subject(said: Partial<OutputSubject>): Partial<ToolOutput> {
  return { subject: { model: null, version: null, digest: null, ...said } };
}

export function shortfall(code: Shortfall["code"], says: string): Shortfall {
  return { code, says, fix: "run it again", at: AT };
}

export function aggregate(name: string, stated: number, recomputed: number | null, tolerance = 0): Aggregate {
  const because = recomputed === null ? "its rows are elsewhere" : null;
  return { name, stated, recomputed, because, tolerance, rows: 40, at: AT };
}

/** Facts of each kind with nothing unusual about them. */
const PLAIN: { readonly [K in FactKind]: FactOf<K> } = {
  metric: {
    kind: "metric",
    name: "accuracy",
    value: 0.9,
    split: null,
    dataset: null,
    slice: {},
    params: {},
    n: null,
    at: AT,
  },
  attempts: {
    kind: "attempts",
    target: null,
    suite: "redteam",
    category: "jailbreak",
    strategy: null,
    repeat: 1,
    held: 0,
    broke: 0,
    error: 0,
    unscored: 0,
    judge: null,
    adversarial: true,
    at: AT,
  },
  check: {
    kind: "check",
    suite: null,
    name: "not_null",
    column: null,
    outcome: "passed",
    severity: null,
    value: null,
    threshold: null,
    at: AT,
  },
  alert: {
    kind: "alert",
    name: "RecallLow",
    expression: "recall < 0.6",
    conditions: [{ metric: "recall", operator: "<", threshold: 0.6, window: null }],
    unread: null,
    labels: {},
    enabled: true,
    actions: null,
    at: AT,
  },
  route: {
    kind: "route",
    root: { receiver: "pager", matchers: [], continues: false, routes: [] },
    receivers: [{ name: "pager", through: ["pagerduty"] }],
    at: AT,
  },
  dashboard: { kind: "dashboard", title: "Model", uid: null, metrics: [], at: AT },
  scan: { kind: "scan", scanner: "modelscan", covered: null, at: AT },
  issue: {
    kind: "issue",
    scanner: "modelscan",
    rule: "unsafe-operator",
    severity: "high",
    path: "model.pkl",
    suppressed: false,
    says: "calls os.system",
    at: AT,
  },
  artifact: { kind: "artifact", path: "model.onnx", algorithm: "sha256", digest: "0", bytes: null, at: AT },
  dataset: { kind: "dataset", name: "loans", digest: null, rows: null, split: null, at: AT },
  version: { kind: "version", model: "a", version: "1", stage: null, aliases: [], run: null, at: AT },
  lineage: { kind: "lineage", job: "train", inputs: [], outputs: [], at: AT },
  notebook: { kind: "notebook", order: "in-order", cells: 3, errors: [], at: AT },
  importance: { kind: "importance", method: "shap", feature: "age", value: 1, rows: null, at: AT },
};

export function fact<K extends FactKind>(kind: K, said: Partial<FactOf<K>> = {}): FactOf<K> {
  return { ...PLAIN[kind], ...said };
}
