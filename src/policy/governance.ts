import { createHash } from "node:crypto";
import { readText } from "../documents/file.ts";
import { nearest } from "../documents/nearest.ts";
import { type Place, startOf } from "../documents/place.ts";
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
import type { Policy } from "./policy.ts";
import { readPolicy } from "./read.ts";
import type { Shipped } from "./shipped.ts";
import { policyFrom } from "./written-policy.ts";

/** What one tree says about how models are judged. */
export interface Governance {
  readonly configuration: Configuration;
  readonly configurationLeaves: Leaves;
  readonly policy: Policy;
  readonly policyLeaves: Leaves;
  /** Where the policy was read: a path of the tree, or `policies/NAME.yaml` of the tool. */
  readonly policyPath: string;
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
  const found = await policyNamed(tree, configuration.policy, shipped, rules, caps, configured.at);
  if (found.kind === "wrong") return found;
  const { policy, leaves: policyLeaves, path: policyPath } = found;
  const configurationLeaves = root ? leavesOf(root) : NO_LEAVES;
  return {
    kind: "governance",
    governance: { configuration, configurationLeaves, policy, policyLeaves, policyPath },
  };
}

async function configurationOf(tree: Tree, caps: Caps) {
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

type PolicyFound =
  | { readonly kind: "policy"; readonly policy: Policy; readonly leaves: Leaves; readonly path: string }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

async function policyNamed(
  tree: Tree,
  name: string,
  shipped: Shipped,
  rules: readonly AnyRule[],
  caps: Caps,
  at: Place,
): Promise<PolicyFound> {
  const ours = shipped.get(name);
  if (ours) {
    const policy = policyFrom(ours.written, { source: "bundled", sha256: ours.sha256 });
    return { kind: "policy", policy, leaves: ours.leaves, path: `policies/${name}.yaml` };
  }
  const read = await readText(tree, name, caps);
  if ("problem" in read) return { kind: "wrong", problems: [noPolicy(name, shipped, at, read.problem)] };
  const reading = await readPolicy(read.text, name, rules, caps);
  if (reading.kind === "wrong") return reading;
  const sha256 = createHash("sha256").update(read.text).digest("hex");
  const policy = policyFrom(reading.written, { source: name, sha256 });
  return { kind: "policy", policy, leaves: reading.leaves, path: name };
}

function noPolicy(name: string, shipped: Shipped, at: Place, why: Problem): Problem {
  const close = nearest(name, shipped.keys());
  const known = [...shipped.keys()].join(", ");
  const fix =
    close === null ? `give a path in the repository, or one of: ${known}` : `write \`policy: ${close}\``;
  const says = `the policy "${name}" is neither bundled nor a readable file: ${why.says}`;
  return { code: "no-policy", about: name, at, says, fix };
}
