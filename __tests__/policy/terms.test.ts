import { expect, it } from "vitest";
import { effectivePolicy } from "../../src/policy/effective.ts";
import { shownTerms } from "../../src/report/policy/shown-terms.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";

const OWN = `name: own
version: 1
extends: [theirs.yaml, baseline]
tiers:
  low:
    blocking:
      production: medium
    remediation_days:
      high: 30
      low: 9
    escalate:
      high: us
      families:
        fairness:
          high: ethics
          low: them
        data: { high: us }
    accept:
      high:
        by: chief
        days: 90
      low: { by: us, days: 5 }
`;
const THEIRS = `name: theirs
version: 1
tiers:
  low:
    blocking: { production: medium }
    remediation_days: { high: 30, low: 5 }
    escalate: { low: them, critical: board }
    accept: { high: { by: they, days: 30 } }
`;

it("each term has every line that says what holds, and none that says less", async () => {
  const policy = await loadedPolicy({ "policy.yaml": OWN, "theirs.yaml": THEIRS });
  const { terms } = effectivePolicy(policy, "low", "production");
  const { remediationDays, ...others } = shownTerms(policy, "low", terms);
  expect(others).toEqual({
    blocking: { value: "medium", from: ["policy.yaml:7", "theirs.yaml:5"] },
    accept: {
      high: {
        by: { value: "chief", from: ["policy.yaml:20"] },
        days: { value: 30, from: ["theirs.yaml:8"] },
      },
    },
    escalate: {
      critical: { value: "board", from: ["theirs.yaml:7"] },
      high: { value: "us", from: ["policy.yaml:12"] },
      low: { value: "them", from: ["theirs.yaml:7"] },
    },
    // Who is said twice to be the same is no other.
    escalateFamilies: { fairness: { high: { value: "ethics", from: ["policy.yaml:15"] } } },
  });
  expect([remediationDays.high, remediationDays.low]).toEqual([
    { value: 30, from: ["policy.yaml:9", "theirs.yaml:6"] },
    { value: 5, from: ["theirs.yaml:6"] },
  ]);
});
