import type { Matcher, Receiver, Route } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { matchersIn } from "../alertmanager/matcher-text.ts";
import { oldMatchers, RouteFault, routeTree } from "../alertmanager/route-tree.ts";
import { gathered } from "../destinations.ts";

const OPERATORS: ReadonlySet<string> = new Set(["=", "!=", "=~", "!~"]);

/** A notification policy with all below it. */
export function policyTree(policy: Json): Route {
  return routeTree(policy, matchersOf);
}

/** `object_matchers: [[label, operator, value]]`, beside Alertmanager's own forms. */
function matchersOf(policy: Json): readonly Matcher[] {
  const objects = [...policy.get("object_matchers").items()].map((entry): Matcher => {
    const [label, operator, value] = [0, 1, 2].map((index) => entry.get(index).text());
    if (!label || !isOperator(operator) || value == null)
      throw new RouteFault(entry, "an object matcher is not of the form `[label, operator, value]`");
    return { label, operator, value };
  });
  const written = [...policy.get("matchers").items()].flatMap((entry) => {
    const found = matchersIn(entry.text() ?? "");
    if (found === null) throw new RouteFault(entry, 'a matcher is not of the form `label="value"`');
    return found;
  });
  return [...oldMatchers(policy), ...objects, ...written];
}

function isOperator(text: string | null | undefined): text is Matcher["operator"] {
  return OPERATORS.has(text ?? "");
}

/** A contact point's integrations by their type. */
export function contactPoints(list: Json): readonly Receiver[] {
  return gathered(
    [...list.items()].map((point) => ({
      name: point.get("name").text() ?? "",
      through: [...point.get("receivers").items()].flatMap((each) => each.get("type").text() ?? []),
    })),
  );
}
