import type { Problem } from "../documents/problem.ts";
import { CONFIGURATION_PATH } from "./configuration.ts";
import { type Difference, differences } from "./difference.ts";
import type { Governance, GovernanceReading } from "./governance.ts";

/** One file that decides how models are judged and that the head changes. */
export interface PolicyChange {
  readonly path: string;
  readonly differences: readonly Difference[];
  /** What is wrong in the head's version; it is not in force, and would not be accepted. */
  readonly problems: readonly Problem[];
}

/** What the head would change in how models are judged, setting by setting. */
export function policyChanges(base: Governance, head: GovernanceReading): readonly PolicyChange[] {
  if (head.kind === "wrong") {
    const path = head.problems[0]?.at.path ?? CONFIGURATION_PATH;
    return [{ path, differences: [], problems: head.problems }];
  }
  const { governance } = head;
  const changes: PolicyChange[] = [];
  const configured = differences(base.configurationLeaves, governance.configurationLeaves);
  if (configured.length > 0)
    changes.push({ path: CONFIGURATION_PATH, differences: configured, problems: [] });
  if (base.policy.sha256 !== governance.policy.sha256) {
    const path = governance.policyPath;
    changes.push({
      path,
      differences: differences(base.policyLeaves, governance.policyLeaves),
      problems: [],
    });
  }
  return changes;
}
