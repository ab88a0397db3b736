import type { Place } from "../../documents/place.ts";
import type { AlertFact, Fact, RouteFact } from "../../evidence/output/fact.ts";
import type { Aggregate, ToolOutput } from "../../evidence/output/output.ts";
import type { OutputState } from "../../evidence/output/output-state.ts";
import type { StatedAlert, StatedFile, StatedImportances } from "./stated-facts.ts";

/** What became of a tool's file, as a test states it. */
export function statedOutput(tool: string, file: StatedFile, at: Place): OutputState {
  if (file.not_understood !== undefined) {
    const fix = "write the file again with the tool";
    return {
      kind: "unparsed",
      tool,
      problem: { code: "unparsed", about: tool, at, says: file.not_understood, fix },
    };
  }
  const { about, produced } = file;
  const output: ToolOutput = {
    tool,
    formatVersion: null,
    producedAt: produced === undefined ? null : `${produced}T00:00:00Z`,
    subject: about
      ? { model: about.model ?? null, version: about.version ?? null, digest: about.digest ?? null }
      : null,
    facts: factsIn(file, at),
    incomplete: (file.incomplete ?? []).map((says) => {
      return { code: "unfinished", says, fix: "run the tool again, to its end", at };
    }),
    aggregates: [
      ...(file.aggregates ?? []).map(({ name, stated, recomputed = null }) => {
        const because = recomputed === null ? "its rows are not there" : null;
        return { name, stated, recomputed, because, tolerance: 1e-9, rows: 1, at };
      }),
      ...additivityIn(file.importances, at),
    ],
    warnings: [],
  };
  return { kind: "output", output };
}

function factsIn(file: StatedFile, at: Place): Fact[] {
  return [
    ...(file.metrics ?? []).map(({ name, value, split = null, slice = {}, params = {} }) => {
      return { kind: "metric", name, value, split, dataset: null, slice, params, n: null, at } as const;
    }),
    ...(file.attempts ?? []).map((stated) => ({ ...NO_ATTEMPTS, ...stated, kind: "attempts", at }) as const),
    ...(file.checks ?? []).map(({ name, outcome, suite = null, column = null }) => {
      const unsaid = { severity: null, value: null, threshold: null };
      return { kind: "check", name, outcome, suite, column, ...unsaid, at } as const;
    }),
    ...(file.alerts ?? []).map((alert) => alertFact(alert, at)),
    ...(file.receivers ? [routeFact(file.receivers, at)] : []),
    ...(file.scans ?? []).map(({ scanner = "a scanner", covered = null }) => {
      return { kind: "scan", scanner, covered, at } as const;
    }),
    ...(file.issues ?? []).map(
      ({ severity, scanner = "a scanner", rule = "an issue", path = null, suppressed = false }) => {
        return { kind: "issue", scanner, rule, severity, path, suppressed, says: rule, at } as const;
      },
    ),
    ...importancesIn(file.importances, at),
    ...(file.notebook ? [notebookFact(file.notebook, at)] : []),
  ];
}

const NO_ATTEMPTS = {
  target: null,
  suite: "redteam",
  category: "attack",
  strategy: null,
  repeat: 1,
  held: 0,
  broke: 0,
  error: 0,
  unscored: 0,
  judge: null,
  adversarial: true,
} as const;

function alertFact(stated: StatedAlert, at: Place): AlertFact {
  const { name, metric, operator = "<", threshold = null, unread = null } = stated;
  const conditions = metric === undefined ? [] : [{ metric, operator, threshold, window: null }];
  return {
    kind: "alert",
    name,
    expression: metric === undefined ? "" : `${metric} ${operator} ${threshold ?? "…"}`,
    conditions,
    unread,
    labels: stated.labels ?? {},
    enabled: stated.enabled ?? true,
    actions: stated.actions ?? null,
    at,
  };
}

/** One route, to the first receiver. */
function routeFact(stated: Readonly<Record<string, readonly string[]>>, at: Place): RouteFact {
  const receivers = Object.entries(stated).map(([name, through]) => ({ name, through }));
  const root = { receiver: receivers[0]?.name ?? null, matchers: [], continues: false, routes: [] };
  return { kind: "route", root, receivers, at };
}

function importancesIn(stated: StatedImportances | undefined, at: Place): Fact[] {
  const rows = stated?.rows ?? null;
  return Object.entries(stated?.features ?? {}).map(([feature, value]) => {
    return { kind: "importance", method: "mean |SHAP|", feature, value, rows, at } as const;
  });
}

function additivityIn(stated: StatedImportances | undefined, at: Place): Aggregate[] {
  if (stated?.additive === undefined) return [];
  const rows = stated.rows ?? 1;
  const name = "rows where base + values = output";
  const recomputed = stated.additive ? rows : 0;
  return [{ name, stated: rows, recomputed, because: null, tolerance: 0, rows, of: "additivity", at }];
}

function notebookFact(
  { order = "in-order", cells = 1, errors = [] }: NonNullable<StatedFile["notebook"]>,
  at: Place,
): Fact {
  return { kind: "notebook", order, cells, errors: errors.map((says) => ({ says, at })), at };
}
