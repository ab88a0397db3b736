import type { Plugin } from "esbuild";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import { asText } from "./json-as-text.ts";

/** The policies that ship are read and checked when the bundle is built, and carried as data. */
export const shippedPoliciesAsData: Plugin = {
  name: "shipped-policies",
  setup(build) {
    build.onLoad({ filter: /src[\\/]main[\\/]shipped-policies\.ts$/ }, async () => ({
      contents: await data(),
      loader: "js",
    }));
  },
};

async function data(): Promise<string> {
  const policies = [...(await shippedPolicies())].map(([name, { written, leaves, sha256 }]) => [
    name,
    { written, leaves: [...leaves], sha256 },
  ]);
  return `export async function shippedPolicies() {
  return new Map(${asText(policies)}.map(([name, policy]) => [name, { ...policy, leaves: new Map(policy.leaves) }]));
}`;
}
