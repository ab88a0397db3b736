import { createHash } from "node:crypto";
import { readText } from "../documents/file.ts";
import { nearest } from "../documents/nearest.ts";
import { startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Value } from "../documents/value.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import {
  CONFIGURATION_PATH,
  type Configuration,
  DEFAULT_CONFIGURATION,
  readConfiguration,
} from "./configuration.ts";
import type { Policy } from "./policy.ts";
import { readPolicy } from "./read.ts";

/** The policies that ship with the tool: name to text. */
export type Bundled = ReadonlyMap<string, string>;

/** What one tree says about how models are judged. */
export interface Governance {
  readonly configuration: Configuration;
  readonly configurationRoot: Value | null;
  readonly policy: Policy;
  readonly policyRoot: Value;
  /** Where the policy was read: a path of the tree, or `policies/NAME.yaml` of the tool. */
  readonly policyPath: string;
}

export type GovernanceReading =
  | { readonly kind: "governance"; readonly governance: Governance }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** Reads a tree's configuration and the policy that it names; without a configuration, the bundled baseline. */
export async function readGovernance(
  tree: Tree,
  bundled: Bundled,
  rules: readonly AnyRule[],
  caps: Caps,
): Promise<GovernanceReading> {
  const configured = await configurationOf(tree, caps);
  if (configured.kind === "wrong") return configured;
  const { configuration, root: configurationRoot } = configured;
  const found = await policyText(tree, configuration.policy, bundled, caps, configured.at);
  if ("problem" in found) return { kind: "wrong", problems: [found.problem] };
  const sha256 = createHash("sha256").update(found.text).digest("hex");
  const reading = await readPolicy(
    found.text,
    { path: found.path, source: found.source, sha256 },
    rules,
    caps,
  );
  if (reading.kind === "wrong") return reading;
  const { policy, root: policyRoot } = reading;
  return {
    kind: "governance",
    governance: { configuration, configurationRoot, policy, policyRoot, policyPath: found.path },
  };
}

async function configurationOf(tree: Tree, caps: Caps) {
  const at = startOf(CONFIGURATION_PATH);
  const file = await tree.open(CONFIGURATION_PATH);
  if (isRefusal(file) && file.refused === "not-found") {
    return { kind: "configuration" as const, configuration: DEFAULT_CONFIGURATION, root: null, at };
  }
  const read = await readText(tree, CONFIGURATION_PATH, caps);
  if ("problem" in read) return { kind: "wrong" as const, problems: [read.problem] };
  const reading = await readConfiguration(read.text, CONFIGURATION_PATH, caps);
  if (reading.kind === "wrong") return reading;
  const named = reading.root?.kind === "map" ? reading.root.entries.get("policy")?.value.at : undefined;
  return { ...reading, at: named ?? at };
}

type PolicyText =
  | { readonly text: string; readonly path: string; readonly source: string }
  | { readonly problem: Problem };

async function policyText(
  tree: Tree,
  name: string,
  bundled: Bundled,
  caps: Caps,
  at: Problem["at"],
): Promise<PolicyText> {
  const shipped = bundled.get(name);
  if (shipped !== undefined) return { text: shipped, path: `policies/${name}.yaml`, source: "bundled" };
  const read = await readText(tree, name, caps);
  if ("text" in read) return { text: read.text, path: name, source: name };
  const close = nearest(name, bundled.keys());
  const known = [...bundled.keys()].join(", ");
  const fix =
    close === null ? `give a path in the repository, or one of: ${known}` : `did you mean "${close}"?`;
  const says = `the policy "${name}" is neither bundled nor a readable file: ${read.problem.says}`;
  return { problem: { code: "no-policy", about: name, at, says, fix } };
}
