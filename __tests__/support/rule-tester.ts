import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { approvalsOf } from "../../src/case/approvals.ts";
import { assembleDossiers } from "../../src/case/assemble.ts";
import type { Dossier } from "../../src/case/dossier.ts";
import { pairDossiers } from "../../src/case/pair.ts";
import type { EvidenceFile } from "../../src/evidence/file.ts";
import { ApprovalShelf } from "../../src/governance/approval-shelf.ts";
import { discoverCards } from "../../src/inventory/discover.ts";
import type { Lifecycle } from "../../src/inventory/vocabulary.ts";
import { bindClaim } from "../../src/measurement/bind.ts";
import { execute } from "../../src/measurement/execute.ts";
import { planOf } from "../../src/measurement/plan.ts";
import { parameterSchema } from "../../src/policy/parameters.ts";
import { type AnyRule, concerns, defaultsOf } from "../../src/rules/rule.ts";
import type { Subject } from "../../src/rules/subject.ts";
import type { Verdict } from "../../src/rules/verdict.ts";
import type { Criterion } from "../../src/tiering/criterion.ts";
import { tierOf } from "../../src/tiering/tiering.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { memoryTree } from "./memory-tree.ts";

export type Files = Record<string, string | Uint8Array>;

/** One case of a rule: the repository it sees, and what it must answer. */
export interface RuleCase {
  readonly name: string;
  readonly files: Files;
  /** The base's files, for rules that compare. */
  readonly base?: Files;
  /** Files of tools that the card names beside its own, as they were read. */
  readonly shown?: readonly EvidenceFile[];
  readonly shownBefore?: readonly EvidenceFile[];
  /** Which model to judge, when there are several. */
  readonly model?: string;
  readonly parameters?: Record<string, unknown>;
  readonly asOf?: string;
  readonly stage?: Lifecycle;
  readonly criteria?: readonly Criterion[];
  /** Domains that the policy knows beside those of the criteria. */
  readonly domains?: readonly string[];
  readonly policyChanges?: Subject["policyChanges"];
  readonly expects: readonly ExpectedVerdict[];
}

/** `about` is compared whole, `says` and `fix` as a part or a pattern, `at` as `path:line` or `path:line:column`. */
export interface ExpectedVerdict {
  readonly outcome: Verdict["outcome"];
  readonly about?: string;
  readonly says?: string | RegExp;
  readonly fix?: string | RegExp;
  readonly at?: string;
}

const AS_OF = "2026-11-23";
const schemas = new Ajv2020();

/** Runs a rule's cases down the real road, from bytes in memory to verdicts. Two cases that are the same are refused. */
export function testRule(rule: AnyRule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    const seen = new Map<string, string>();
    for (const one of cases) {
      const { name, ...rest } = one;
      const key = JSON.stringify(rest);
      it(name, async () => {
        expect(seen.get(key), "the same case stands twice").toBe(name);
        const verdicts = await verdictsOf(rule, one);
        expect(verdicts.map(({ outcome }) => outcome)).toEqual(one.expects.map(({ outcome }) => outcome));
        for (const [index, expected] of one.expects.entries()) matches(verdicts[index]!, expected);
      });
      if (!seen.has(key)) seen.set(key, name);
    }
  });
}

export async function verdictsOf(
  rule: AnyRule,
  one: Omit<RuleCase, "name" | "expects">,
): Promise<readonly Verdict[]> {
  const head = memoryTree(one.files);
  const after = (await dossiersOf(one.files)).map((dossier) => beside(dossier, one.shown));
  const before = one.base
    ? (await dossiersOf(one.base)).map((dossier) => beside(dossier, one.shownBefore))
    : [];
  const cases = pairDossiers(before, after);
  const chosen = cases.find(({ id }) => one.model === undefined || id === one.model);
  if (!chosen) throw new Error(`no model ${one.model ?? ""} among ${cases.map(({ id }) => id).join(", ")}`);
  const dossier = (chosen.after ?? chosen.before)!;
  const { lifecycle } = dossier.model;
  const shelves = {
    head: new ApprovalShelf(head, CAPS),
    base: one.base ? new ApprovalShelf(memoryTree(one.base), CAPS) : null,
  };
  const tiering = {
    undeclared: "medium" as const,
    criteria: one.criteria ?? [],
    domains: new Map([["harmless", one.domains ?? ["retail"]]]),
  };
  const tierOfModel = ({ model }: Dossier) => tierOf(model.tier?.value ?? null, model.factors, tiering);
  const subject: Subject = {
    before: chosen.before,
    after: dossier,
    removed: chosen.after === null,
    twins: chosen.twins,
    tiering: tierOfModel(dossier),
    stage: one.stage ?? lifecycle?.value ?? "production",
    asOf: one.asOf ?? AS_OF,
    bindings: dossier.model.claims.map((claim) => bindClaim(claim, dossier)),
    approvals: await approvalsOf(chosen, shelves),
    tierBefore: chosen.before && tierOfModel(chosen.before).effective,
    policyChanges: one.policyChanges ?? [],
  };
  if (!concerns(rule, subject)) throw new Error(`${rule.id} does not judge such a case`);
  const parameters = { ...defaultsOf(rule), ...one.parameters };
  const accepts = schemas.compile(parameterSchema(rule));
  if (!accepts(parameters)) throw new Error(`no policy could give ${rule.id} these parameters`);
  const measured = await execute(head, dossier, planOf(rule.needs(subject, parameters)), CAPS);
  return [...rule.check(subject, measured, parameters)];
}

function beside(dossier: Dossier, shown: readonly EvidenceFile[] = []): Dossier {
  return { ...dossier, files: [...dossier.files, ...shown] };
}

async function dossiersOf(files: Files) {
  const tree = memoryTree(files);
  const { cards } = await discoverCards(tree, [""], CAPS);
  return assembleDossiers(tree, cards, CAPS);
}

function matches(verdict: Verdict, { outcome, about, says, fix, at }: ExpectedVerdict): void {
  expect(verdict.outcome).toBe(outcome);
  const text = textOf(verdict);
  if (says instanceof RegExp) expect(text.says).toMatch(says);
  else if (says !== undefined) expect(text.says).toContain(says);
  if (fix instanceof RegExp) expect(text.fix).toMatch(fix);
  else if (fix !== undefined) expect(text.fix).toContain(fix);
  if (about !== undefined) expect(text.about).toBe(about);
  if (at !== undefined) expect(`${text.at}:`.startsWith(`${at}:`) ? at : text.at).toBe(at);
}

function textOf(verdict: Verdict) {
  const placed = (at: { path: string; line: number; column: number }) => `${at.path}:${at.line}:${at.column}`;
  switch (verdict.outcome) {
    case "fine":
      return { says: verdict.checked, fix: "", about: "", at: "" };
    case "not-applicable":
      return { says: verdict.because, fix: "", about: "", at: "" };
    case "finding":
      return { ...verdict, at: placed(verdict.at) };
    case "cannot-tell":
      return { ...verdict, fix: verdict.needs, at: placed(verdict.at) };
  }
}
