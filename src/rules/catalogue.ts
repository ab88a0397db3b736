import claimsNotWorse from "./change/claims-not-worse.ts";
import policyUnchanged from "./change/policy-unchanged.ts";
import versionRaised from "./change/version-raised.ts";
import declaredFactsTrue from "./data/declared-facts-true.ts";
import predictionsWellFormed from "./data/predictions-well-formed.ts";
import splitsDisjoint from "./data/splits-disjoint.ts";
import cardComplete from "./documentation/card-complete.ts";
import cardValid from "./documentation/card-valid.ts";
import requiredPresent from "./evidence/required-present.ts";
import slicesPresent from "./fairness/slices-present.ts";
import cardKept from "./inventory/card-kept.ts";
import ownersNamed from "./inventory/owners-named.ts";
import reviewCurrent from "./inventory/review-current.ts";
import uniqueId from "./inventory/unique-id.ts";
import claimsBound from "./performance/claims-bound.ts";
import claimsPossible from "./performance/claims-possible.ts";
import claimsReproduce from "./performance/claims-reproduce.ts";
import thresholdsMet from "./performance/thresholds-met.ts";
import type { AnyRule } from "./rule.ts";
import artifactDigests from "./security/artifact-digests.ts";
import tierNotUnderstated from "./tiering/tier-not-understated.ts";

/** Every rule, in the order in which a report lists its checks. */
export const RULES: readonly AnyRule[] = [
  cardValid,
  uniqueId,
  cardKept,
  tierNotUnderstated,
  cardComplete,
  ownersNamed,
  reviewCurrent,
  requiredPresent,
  predictionsWellFormed,
  declaredFactsTrue,
  splitsDisjoint,
  claimsBound,
  claimsReproduce,
  claimsPossible,
  thresholdsMet,
  slicesPresent,
  artifactDigests,
  versionRaised,
  claimsNotWorse,
  policyUnchanged,
];
