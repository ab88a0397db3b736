import claimsNotWorse from "./change/claims-not-worse.ts";
import policyUnchanged from "./change/policy-unchanged.ts";
import reviewTriggered from "./change/review-triggered.ts";
import versionRaised from "./change/version-raised.ts";
import declaredFactsTrue from "./data/declared-facts-true.ts";
import expectationsPassed from "./data/expectations-passed.ts";
import predictionsWellFormed from "./data/predictions-well-formed.ts";
import splitsDisjoint from "./data/splits-disjoint.ts";
import cardComplete from "./documentation/card-complete.ts";
import cardValid from "./documentation/card-valid.ts";
import notebooksInOrder from "./documentation/notebooks-in-order.ts";
import aggregatesAgree from "./evidence/aggregates-agree.ts";
import newerThanModel from "./evidence/newer-than-model.ts";
import outputReadable from "./evidence/output-readable.ts";
import requiredPresent from "./evidence/required-present.ts";
import runCompleted from "./evidence/run-completed.ts";
import subjectMatches from "./evidence/subject-matches.ts";
import attributionsSane from "./explainability/attributions-sane.ts";
import noProtectedAttribute from "./explainability/no-protected-attribute.ts";
import slicesPresent from "./fairness/slices-present.ts";
import attacksResisted from "./generative/attacks-resisted.ts";
import judgeDiffers from "./generative/judge-differs.ts";
import approvalsGiven from "./governance/approvals-given.ts";
import cardKept from "./inventory/card-kept.ts";
import ownersNamed from "./inventory/owners-named.ts";
import reviewCurrent from "./inventory/review-current.ts";
import uniqueId from "./inventory/unique-id.ts";
import alertsCoverMetrics from "./monitoring/alerts-cover-metrics.ts";
import claimsAgreeWithTools from "./performance/claims-agree-with-tools.ts";
import claimsBound from "./performance/claims-bound.ts";
import claimsPossible from "./performance/claims-possible.ts";
import claimsReproduce from "./performance/claims-reproduce.ts";
import thresholdsMet from "./performance/thresholds-met.ts";
import type { AnyRule } from "./rule.ts";
import artifactDigests from "./security/artifact-digests.ts";
import scansCoverArtifacts from "./security/scans-cover-artifacts.ts";
import factorsUncontradicted from "./tiering/factors-uncontradicted.ts";
import tierNotUnderstated from "./tiering/tier-not-understated.ts";

/** Every rule, in the order in which a report lists its checks. */
export const RULES: readonly AnyRule[] = [
  cardValid,
  uniqueId,
  cardKept,
  tierNotUnderstated,
  factorsUncontradicted,
  cardComplete,
  ownersNamed,
  reviewCurrent,
  approvalsGiven,
  requiredPresent,
  outputReadable,
  runCompleted,
  aggregatesAgree,
  subjectMatches,
  newerThanModel,
  predictionsWellFormed,
  declaredFactsTrue,
  splitsDisjoint,
  expectationsPassed,
  claimsBound,
  claimsReproduce,
  claimsPossible,
  claimsAgreeWithTools,
  thresholdsMet,
  notebooksInOrder,
  slicesPresent,
  attributionsSane,
  noProtectedAttribute,
  attacksResisted,
  judgeDiffers,
  artifactDigests,
  scansCoverArtifacts,
  alertsCoverMetrics,
  versionRaised,
  claimsNotWorse,
  reviewTriggered,
  policyUnchanged,
];
