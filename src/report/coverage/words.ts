import { count } from "../renderings/words.ts";
import type { Counts, Coverage, CoverageState, ItemCoverage } from "./coverage.ts";
import type { RuleCoverage } from "./rule-coverage.ts";

export function stateWords(state: CoverageState): string {
  return state.replace("-", " ");
}

/** `not met (accepted)`. */
export function standingWords({ state, accepted }: Pick<ItemCoverage, "state" | "accepted">): string {
  return accepted ? `${stateWords(state)} (accepted)` : stateWords(state);
}

/** Best first, as a reader counts. */
export function countWords(counts: Counts): string {
  const order = ["met", "not-met", "cannot-tell", "not-automated"] as const;
  const total = order.reduce((sum, state) => sum + counts[state], 0);
  const split = order.map((state) => `${counts[state]} ${stateWords(state)}`).join(", ");
  return `${count(total, "item")}: ${split}`;
}

/** `fine: 9 of 9 reported metrics …`, `1 finding; fine: …`, `not judged: …`. Escape `because` first. */
export function ruleWords({ state, findings }: RuleCoverage, because: readonly string[]): string {
  const said = because.join("; ");
  switch (state) {
    case "fine":
      return `fine: ${said}`;
    case "finding":
    case "accepted": {
      const found = `${count(findings.length, "finding")}${state === "accepted" ? ", accepted" : ""}`;
      return said === "" ? found : `${found}; fine: ${said}`;
    }
    case "cannot-tell":
      return said === "" ? "cannot tell" : `cannot tell; fine: ${said}`;
    case "not-judged":
      return `not judged: ${said}`;
  }
}

/** ` (accepted)` of a finding that is not open. */
export function settled({ disposition }: RuleCoverage["findings"][number]): string {
  return disposition === "open" ? "" : ` (${disposition})`;
}

/** `35 of 72 items have no control of ours, and nothing is claimed of them`. */
export function unclaimedWords({ framework }: Coverage): string {
  const { name, reached, total } = framework;
  if (total === null) return `Of the rest of ${name} nothing is claimed.`;
  const left = total - reached;
  if (left === 0) return `Every item of ${name} has a control of ours.`;
  return `${left} of ${total} items of ${name} have no control of ours, and nothing is claimed of them.`;
}

export const MEANING =
  "Met: all controls of the item have rules, and every rule was in force and found nothing wrong. " +
  "This says what was checked of a model. It is no verdict on the framework.";
