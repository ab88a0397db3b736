import type { Json } from "../../../output/json.ts";
import type { AttemptGroup } from "../attempt-groups.ts";
import { judgeOf } from "./judge.ts";
import { assertionsOf, type Row } from "./row.ts";

const REDTEAM = "promptfoo:redteam:";
/** The strategy that leaves the attack as it is. */
const PLAIN = "basic";

/** Plugin and strategy of a red team's row; of any other, the kinds of assertion that graded it. */
export function groupOf(row: Row, config: Json): AttemptGroup {
  const plugin = row.metadata.get("pluginId").text();
  const strategy = row.metadata.get("strategyId").text();
  const assertions = assertionsOf(row);
  const types = typesOf(assertions);
  const adversarial = plugin !== null || types.some((type) => type.startsWith(REDTEAM));
  return {
    target: targetOf(row.provider),
    suite: adversarial ? "redteam" : "eval",
    category: plugin ?? (types.length === 0 ? "nothing asserted" : types.join("+").replaceAll(REDTEAM, "")),
    strategy: strategy === PLAIN ? null : strategy,
    judge: judgeOf(assertions, row.test, config),
    adversarial,
  };
}

function targetOf(provider: Json): string | null {
  return provider.text() ?? (provider.get("label").text() || provider.get("id").text());
}

function typesOf(assertions: readonly Json[]): readonly string[] {
  const types = assertions.map((assertion) => assertion.get("type").text()).filter((type) => type !== null);
  return [...new Set(types)].sort();
}
