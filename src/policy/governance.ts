import { readText } from "../documents/file.ts";
import { startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import {
  CONFIGURATION_PATH,
  type Configuration,
  DEFAULT_CONFIGURATION,
  readConfiguration,
} from "./configuration.ts";
import { type Leaves, leavesOf, NO_LEAVES } from "./leaves.ts";
import { loadPolicy } from "./load.ts";
import type { Policy } from "./policy.ts";
import type { Shipped } from "./shipped.ts";

/** What one tree says about how models are judged. */
export interface Governance {
  readonly configuration: Configuration;
  readonly configurationLeaves: Leaves;
  readonly policy: Policy;
}

export type GovernanceReading =
  | { readonly kind: "governance"; readonly governance: Governance }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** Reads a tree's configuration and the policy that it names; without a configuration, the bundled baseline. */
export async function readGovernance(
  tree: Tree,
  shipped: Shipped,
  rules: readonly AnyRule[],
  caps: Caps,
): Promise<GovernanceReading> {
  const configured = await configurationOf(tree, caps);
  if (configured.kind === "wrong") return configured;
  const { configuration, root } = configured;
  const loading = await loadPolicy(configuration.policy, configured.at, { tree, shipped, rules, caps });
  if (loading.kind === "wrong") return loading;
  const configurationLeaves = root ? leavesOf(root) : NO_LEAVES;
  return { kind: "governance", governance: { configuration, configurationLeaves, policy: loading.policy } };
}

/** A tree's configuration, by itself. */
export async function configurationOf(tree: Tree, caps: Caps) {
  const at = startOf(CONFIGURATION_PATH);
  const file = await tree.open(CONFIGURATION_PATH);
  if (isRefusal(file) && file.refused === "not-found") {
    const misnamed = await misnamedIn(tree);
    if (misnamed) return { kind: "wrong" as const, problems: [misnamed] };
    return { kind: "configuration" as const, configuration: DEFAULT_CONFIGURATION, root: null, at };
  }
  const read = await readText(tree, CONFIGURATION_PATH, caps);
  if ("problem" in read) return { kind: "wrong" as const, problems: [read.problem] };
  const reading = await readConfiguration(read.text, CONFIGURATION_PATH, caps);
  if (reading.kind === "wrong") return reading;
  const named = reading.root?.kind === "map" ? reading.root.entries.get("policy")?.value.at : undefined;
  return { ...reading, at: named ?? at };
}

/** A configuration that is not read would be in force in its author's mind alone. */
async function misnamedIn(tree: Tree): Promise<Problem | null> {
  for (const extension of ["yml", "json"]) {
    const path = `effective-challenge.${extension}`;
    if (isRefusal(await tree.open(path))) continue;
    const says = `${path} is not read`;
    return {
      code: "misnamed",
      about: path,
      at: startOf(path),
      says,
      fix: `rename it to ${CONFIGURATION_PATH}`,
    };
  }
  return null;
}
