import type { AnyRule } from "../../rules/rule.ts";
import type { FindingReport, ModelReport, Report } from "../report.ts";
import type { Catalogue, Control } from "./catalogue.ts";
import {
  COVERAGE_SCHEMA,
  type ControlCoverage,
  type Counts,
  type Coverage,
  type CoverageState,
  type ItemCoverage,
  type ModelCoverage,
  STATES,
} from "./coverage.ts";
import type { FrameworkId } from "./frameworks.ts";
import { type ReachedItem, reachedItems } from "./reached.ts";
import { type RuleCoverage, ruleCoverage } from "./rule-coverage.ts";

/**
 * The items of one framework that our controls reach, for each model of a report. An item is met only when every
 * control of it has rules, and every one of those rules was in force and fine. Pure: a stored report gives the same.
 */
export function coverageOf(
  report: Report,
  { controls, frameworks }: Catalogue,
  id: FrameworkId,
  rules: readonly AnyRule[],
): Coverage {
  const framework = frameworks.find((one) => one.id === id);
  if (framework === undefined) throw new RangeError(`no framework ${id}`);
  const reached = reachedItems(framework, controls);
  const { tool, asOf, commit, policy, stage } = report;
  const { name, edition, note, sources, total = null } = framework;
  return {
    schema: COVERAGE_SCHEMA,
    tool,
    asOf,
    commit,
    policy,
    stage,
    framework: { id, name, edition, note, sources, reached: reached.length, total },
    models: report.models.map((model) => modelCoverage(model, reached, rules)),
  };
}

function modelCoverage(
  model: ModelReport,
  reached: readonly ReachedItem[],
  rules: readonly AnyRule[],
): ModelCoverage {
  const byControl = rulesByControl(model, rules);
  const findings = new Map<string, FindingReport[]>();
  for (const finding of model.findings) {
    const known = findings.get(finding.rule);
    if (known === undefined) findings.set(finding.rule, [finding]);
    else known.push(finding);
  }
  const items = reached.map(({ id, title, controls }): ItemCoverage => {
    const covered = controls.map((control) => controlCoverage(control, byControl, model, findings));
    return { id, title, ...worstOf(covered), controls: covered };
  });
  const { id, version, path, tier, stage, inScope } = model;
  return { id, version, path, tier: tier.effective, stage, inScope, counts: countsOf(items), items };
}

type Judge = Pick<AnyRule, "id" | "judges">;

/** Rules of ours by their controls, and those of the report that are the policy's own. */
function rulesByControl({ checks }: ModelReport, rules: readonly AnyRule[]): ReadonlyMap<string, Judge[]> {
  const known = new Set(rules.map(({ id }) => id));
  const own = checks.filter(({ rule }) => !known.has(rule));
  const all = [...rules, ...own.map(({ rule, controls }) => ({ id: rule, controls }))];
  const byControl = new Map<string, Judge[]>();
  for (const rule of all) {
    for (const control of rule.controls) byControl.set(control, [...(byControl.get(control) ?? []), rule]);
  }
  return byControl;
}

function controlCoverage(
  { id, statement, verified }: Control,
  byControl: ReadonlyMap<string, readonly Judge[]>,
  model: ModelReport,
  findings: ReadonlyMap<string, readonly FindingReport[]>,
): ControlCoverage {
  const rules = (byControl.get(id) ?? []).map((rule) =>
    ruleCoverage(rule, model, findings.get(rule.id) ?? []),
  );
  const states = rules.map(({ state }) => ({ state: STATE_OF[state], accepted: state === "accepted" }));
  return {
    id,
    statement,
    verified,
    ...(rules.length === 0 || isPartly(verified, states) ? NOT_AUTOMATED : worstOf(states)),
    rules,
  };
}

/** A rule of a policy's own checks a part of what no rule of ours does: all being well there is not the control. */
function isPartly(verified: Control["verified"], states: readonly Standing[]): boolean {
  return verified === "not-automated" && worstOf(states).state === "met";
}

const NOT_AUTOMATED = { state: "not-automated", accepted: false } as const;

const STATE_OF: Readonly<Record<RuleCoverage["state"], CoverageState>> = {
  fine: "met",
  finding: "not-met",
  accepted: "not-met",
  "cannot-tell": "cannot-tell",
  "not-judged": "cannot-tell",
};

type Standing = Pick<ItemCoverage, "state" | "accepted">;

function worstOf(parts: readonly Standing[]): Standing {
  const state = STATES.find((one) => parts.some((part) => part.state === one)) ?? "cannot-tell";
  const unmet = parts.filter((part) => part.state === "not-met");
  return { state, accepted: unmet.length > 0 && unmet.every(({ accepted }) => accepted) };
}

function countsOf(items: readonly ItemCoverage[]): Counts {
  const counts: Record<CoverageState, number> = {
    met: 0,
    "not-met": 0,
    "cannot-tell": 0,
    "not-automated": 0,
  };
  for (const { state } of items) counts[state]++;
  return counts;
}
