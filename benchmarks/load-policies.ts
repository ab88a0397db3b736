import { startOf } from "../src/documents/place.ts";
import { LIFECYCLES, TIERS } from "../src/inventory/vocabulary.ts";
import { shippedPolicies } from "../src/main/shipped-policies.ts";
import { effectivePolicy } from "../src/policy/effective.ts";
import { loadPolicy } from "../src/policy/load.ts";
import { RULES } from "../src/rules/catalogue.ts";
import { CAPS } from "../src/workspace/caps.ts";
import { workTree } from "../src/workspace/work-tree.ts";

/** Prints the milliseconds that every bundled policy takes to load, and to be worked out for each tier, stage and rule. */
const tree = await workTree(process.cwd(), CAPS, null);
const start = performance.now();
const shipped = await shippedPolicies();
const policies = [];
for (const name of shipped.keys()) {
  const loading = await loadPolicy(name, startOf(name), { tree, shipped, rules: RULES, caps: CAPS });
  if (loading.kind === "wrong") throw new Error(`${name}: ${loading.problems[0]?.says}`);
  policies.push(loading.policy);
}
const loaded = performance.now();
for (const policy of policies)
  for (const tier of TIERS)
    for (const stage of LIFECYCLES)
      for (const rule of RULES) effectivePolicy(policy, tier, stage).force(rule);
const workedOut = performance.now();
console.log(
  JSON.stringify({ policies: policies.length, loaded: loaded - start, workedOut: workedOut - loaded }),
);
