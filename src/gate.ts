import { approvalsOf, disturbs, type Shelves } from "./case/approvals.ts";
import { assembleDossiers } from "./case/assemble.ts";
import type { Case } from "./case/case.ts";
import { changeOf } from "./case/change.ts";
import { pairDossiers } from "./case/pair.ts";
import { ApprovalShelf } from "./governance/approval-shelf.ts";
import { discoverCards } from "./inventory/discover.ts";
import type { Lifecycle } from "./inventory/vocabulary.ts";
import { type Contrast, contrastOf } from "./judgement/contrast.ts";
import type { Fault } from "./judgement/judge.ts";
import type { JudgedCase } from "./judgement/judged.ts";
import type { Recommendation } from "./judgement/recommendation.ts";
import { judgeUnder, standing } from "./judgement/under.ts";
import { waysOut } from "./judgement/ways-out.ts";
import { type PolicyChange, policyChanges, withLoosenings } from "./policy/change.ts";
import { comparePolicies } from "./policy/compare/compare.ts";
import { configurationOf, readGovernance } from "./policy/governance.ts";
import type { Policy } from "./policy/policy.ts";
import { PolicyError } from "./policy/policy-error.ts";
import type { Shipped } from "./policy/shipped.ts";
import { assembleReport } from "./report/assemble.ts";
import { policyChangeReport, type Simulated, simulatedFor } from "./report/policy-change.ts";
import { recordNeeds } from "./report/record-needs.ts";
import type { CommitReport, NoticeReport, Report } from "./report/report.ts";
import { RULES } from "./rules/catalogue.ts";
import { capsFrom } from "./workspace/cap-settings.ts";
import { CAPS, type Caps } from "./workspace/caps.ts";
import { excluding } from "./workspace/exclude.ts";
import type { Tree } from "./workspace/tree.ts";

/** What is asked of the gate: two trees and the operator's choices. Nothing in it comes from what is judged. */
export interface Request {
  readonly head: Tree;
  /** Null when there is nothing to compare with: then every model is in scope and the head's policy judges. */
  readonly base: Tree | null;
  readonly commit: CommitReport;
  /** Folders or cards to judge, from the root of the tree; [""] is all of it. */
  readonly scope: readonly string[];
  /** Judge this model alone. */
  readonly model: string | null;
  /** Judge every model as if it were at this stage. */
  readonly stage: Lifecycle | null;
  /** UTC date, YYYY-MM-DD. */
  readonly asOf: string;
  readonly advisory: boolean;
  readonly shipped: Shipped;
  readonly version: string;
  /** Told after each case. */
  readonly progress?: (done: number, total: number) => void;
}

export interface Challenge {
  readonly report: Report;
  /** Ids of every model that discovery found, asked for or not. */
  readonly known: readonly string[];
  /** Faults of ours; the report shows each as cannot-tell. */
  readonly faults: readonly Fault[];
}

/** The road: trees → documents → cases → plan → measure → judge → report. One direction, no way back. */
export async function challenge(request: Request): Promise<Challenge> {
  const { head, base, commit, asOf, stage, advisory, version } = request;
  const { policy, caps, exclude, changes, shifts, proposed, notices } = await govern(request);

  const after = await dossiers(head, request.scope, exclude, caps);
  const before = base ? await dossiers(base, request.scope, exclude, caps) : { dossiers: [], notices: [] };
  const paired = pairDossiers(before.dossiers, after.dossiers);
  const cases = paired.filter((one) => request.model === null || one.id === request.model);

  const shelves = shelvesOf(head, base, caps);
  const road = { ...request, caps, changes, policy, proposed, shelves };
  const judged: JudgedCase[] = [];
  const simulated: Simulated[] = [];
  for (const one of cases) {
    const { answer, otherwise } = await judgeCase(one, road);
    judged.push(answer);
    simulated.push(...simulatedFor(answer, otherwise));
    request.progress?.(judged.length, cases.length);
  }

  const front = {
    tool: { name: "effective-challenge", version } as const,
    asOf,
    commit,
    policy: { name: policy.name, version: policy.version, sha256: policy.sha256, source: policy.source },
    stage,
    advisory,
    policyChange: policyChangeReport(changes, simulated, shifts),
    notices: [...notices, ...unseen(before.notices), ...unseen(after.notices)],
  };
  const faults = judged.flatMap((one) => (one.kind === "judged" ? one.judgement.faults : []));
  return { report: assembleReport(front, judged), known: paired.map(({ id }) => id), faults };
}

interface Road extends Request {
  readonly caps: Caps;
  readonly changes: readonly PolicyChange[];
  /** The policy in force. */
  readonly policy: Policy;
  /** What the head would put in its place; null when it cannot be read. */
  readonly proposed: Policy | null;
  readonly shelves: Shelves;
}

/** Who judges: the base's policy where there is a base, however the head would have it. */
async function govern({ head, base, shipped }: Request) {
  const trusted = await readGovernance(base ?? head, shipped, RULES, CAPS);
  if (trusted.kind === "wrong") throw new PolicyError(trusted.problems);
  const { configuration, policy } = trusted.governance;
  const { caps, refused } = capsFrom(configuration.limits, base ? "base" : "head");
  const heads = base ? await readGovernance(head, shipped, RULES, CAPS) : trusted;
  const notices = refused.map(
    ({ name, asked, limit }): NoticeReport => ({
      says: `limits.${name}: ${asked} is above ${limit}, and only a base's configuration can raise a limit`,
      fix: "compare with a base: --base REF",
      blocking: false,
      at: null,
    }),
  );
  const proposed = heads.kind === "governance" ? heads.governance.policy : null;
  const shifts = proposed ? comparePolicies(policy, proposed, RULES) : [];
  return {
    policy,
    caps,
    exclude: configuration.exclude,
    changes: withLoosenings(policyChanges(trusted.governance, heads), shifts),
    shifts,
    proposed,
    notices,
  };
}

async function dossiers(tree: Tree, scope: readonly string[], exclude: readonly string[], caps: Caps) {
  const { cards, notices } = await discoverCards(excluding(tree, exclude), scope, caps);
  return { dossiers: await assembleDossiers(tree, cards, caps), notices };
}

interface Answer {
  readonly answer: JudgedCase;
  /** What the head's policy would recommend. */
  readonly otherwise: Recommendation | null;
}

async function judgeCase(one: Case, road: Road): Promise<Answer> {
  const { head, base, policy, proposed, changes } = road;
  const approvals = await approvalsOf(one, road.shelves);
  const touched = base ? await changeOf(one, base, head) : null;
  const change = touched === "unchanged" && disturbs(approvals) ? "changed" : touched;
  const asked = road.model !== null || road.stage !== null;
  if (change === "unchanged" && changes.length === 0 && !asked) {
    const { tiering, stage } = standing(one, policy, road.stage);
    return { answer: { kind: "listed", case: one, change, tiering, stage }, otherwise: null };
  }
  const { view, other, measured, metrics } = await judgeUnder(
    policy,
    changes.length > 0 ? proposed : null,
    one,
    { ...road, approvals, also: recordNeeds },
  );
  const { subject, effective, judgement, rules } = view;
  const ways = waysOut({ policy, subject, measured, rules, judgement });
  const judged = { kind: "judged", case: one, change, subject, effective, measured, metrics } as const;
  return {
    answer: { ...judged, judgement, waysOut: ways },
    otherwise: other?.judgement.recommendation ?? null,
  };
}

/** What is asked where two policies are compared over models: one tree, and who would judge it. */
export interface ContrastRequest extends Pick<Request, "head" | "scope" | "stage" | "asOf"> {
  readonly before: Policy;
  readonly after: Policy;
  readonly progress?: Request["progress"];
}

export interface Contrasts {
  readonly contrasts: readonly Contrast[];
  readonly notices: readonly NoticeReport[];
}

/** The same road under two policies at once: what each model of the tree would be told by either. */
export async function contrasted(request: ContrastRequest): Promise<Contrasts> {
  const { head, scope, stage, asOf, before, after } = request;
  const { exclude, caps } = await bounds(head);
  const found = await dossiers(head, scope, exclude, caps);
  const cases = pairDossiers([], found.dossiers);
  const shelves = shelvesOf(head, null, caps);
  const contrasts: Contrast[] = [];
  for (const one of cases) {
    const approvals = await approvalsOf(one, shelves);
    const circumstances = { head, caps, stage, asOf, changes: [], approvals, also: () => [] };
    const { view, other } = await judgeUnder(before, after, one, circumstances);
    contrasts.push(contrastOf(view, other!));
    request.progress?.(contrasts.length, cases.length);
  }
  return { contrasts, notices: unseen(found.notices) };
}

function shelvesOf(head: Tree, base: Tree | null, caps: Caps): Shelves {
  return { head: new ApprovalShelf(head, caps), base: base && new ApprovalShelf(base, caps) };
}

/** What discovery leaves out and how much is read, as the tree itself says. */
async function bounds(head: Tree) {
  const configured = await configurationOf(head, CAPS);
  if (configured.kind === "wrong") throw new PolicyError(configured.problems);
  const { exclude, limits } = configured.configuration;
  return { exclude, caps: capsFrom(limits, "head").caps };
}

/** Cards that were never looked at cannot be passed over in silence. */
function unseen(notices: readonly { readonly says: string; readonly fix: string }[]): NoticeReport[] {
  return notices.map(({ says, fix }) => ({ says, fix, blocking: true, at: null }));
}
