import type { Matcher, Receiver, Route, RouteFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { scalarText } from "../labels.ts";
import { configuration, refused } from "../reading.ts";
import { matchersIn } from "./matcher-text.ts";
import { oldMatchers, RouteFault, routeTree } from "./route-tree.ts";

/** Alertmanager's configuration. Source: alertmanager/config, and `amtool check-config` for what is refused. */
export const alertmanager = defineReader<"document">({
  tool: "alertmanager",
  form: "document",
  about: {
    versions: ["0.21.0 (`match`)", "0.28.1 (`matchers`)"],
    detectedBy: "a map with a map `route` that has a `receiver`, and a list `receivers`",
    notRead: "whether a receiver's address answers; grouping and repetition; templates",
  },
  recognises: ({ root }) => {
    const route = root.get("route");
    const known = root.get("receivers").isList || route.has("group_by") || route.get("routes").isList;
    return route.isMap && route.has("receiver") && known;
  },
  read({ root }) {
    const receivers = [...root.get("receivers").items()].map(receiverOf);
    try {
      const tree = routeTree(root.get("route"), matchersOf);
      const fault = receivers.length > 0 ? undefinedReceiver(tree, receivers) : null;
      if (fault !== null) return refused(root.get("route"), fault, FIX);
      const fact: RouteFact = { kind: "route", root: tree, receivers, at: root.get("route").at };
      return configuration("alertmanager", null, [fact], shortfalls(root), warnings(root));
    } catch (thrown) {
      if (!(thrown instanceof RouteFault)) throw thrown;
      return refused(thrown.json, thrown.message, FIX);
    }
  },
});

const FIX = "correct it until `amtool check-config` accepts the file";

/** `slack_configs` with one entry or more delivers through slack. */
function receiverOf(json: Json): Receiver {
  const through = [...json.entries()].flatMap(([key, value]) => {
    const configured = key.endsWith("_configs") && [...value.items()].some((config) => config.isMap);
    return configured ? [key.slice(0, -"_configs".length)] : [];
  });
  return { name: scalarText(json.get("name")) ?? "", through };
}

function matchersOf(route: Json): readonly Matcher[] {
  const written = route.get("matchers");
  if (written.exists && !written.isList) throw new RouteFault(written, "`matchers` is no list");
  const matchers = [...written.items()].flatMap((entry) => {
    const found = matchersIn(entry.text() ?? "");
    if (found === null) throw new RouteFault(entry, 'a matcher is not of the form `label="value"`');
    return found;
  });
  return [...oldMatchers(route), ...matchers];
}

function undefinedReceiver(root: Route, receivers: readonly Receiver[]): string | null {
  const names = new Set(receivers.map(({ name }) => name));
  if (root.receiver === null) return "the root route has no receiver";
  if (root.matchers.length > 0) return "the root route has matchers, and has to take every alert";
  const open: Route[] = [root];
  for (let route = open.pop(); route; route = open.pop()) {
    if (route.receiver !== null && !names.has(route.receiver))
      return `a route leads to \`${route.receiver.slice(0, 80)}\`, which is not among \`receivers\``;
    open.push(...route.routes);
  }
  return null;
}

function shortfalls(root: Json): Shortfall[] {
  if (root.get("receivers").size > 0) return [];
  const says = "the configuration has routes and no receivers";
  return [{ code: "unfinished", says, fix: "name the whole configuration, with `receivers`", at: root.at }];
}

function warnings(root: Json): OutputWarning[] {
  const found: OutputWarning[] = [];
  const open = [root.get("route")];
  for (let route = open.pop(); route; route = open.pop()) {
    for (const key of ["mute_time_intervals", "active_time_intervals"]) {
      const times = route.get(key);
      if (times.size > 0)
        found.push({
          code: "muted-at-times",
          says: `a route has \`${key}\`, and is silent at times`,
          at: times.at,
        });
    }
    open.push(...route.get("routes").items());
  }
  const inhibits = root.get("inhibit_rules");
  if (inhibits.size > 0)
    found.push({
      code: "inhibits",
      says: "alerts can silence one another: `inhibit_rules`",
      at: inhibits.at,
    });
  return found;
}
