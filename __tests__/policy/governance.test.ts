import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { shippedPolicies } from "../../src/main/shipped-policies.ts";
import { readGovernance } from "../../src/policy/governance.ts";
import type { Shipped } from "../../src/policy/shipped.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { memoryTree } from "../support/memory-tree.ts";
import { policyText } from "../support/policies.ts";

type Files = Record<string, string | Uint8Array>;

let shipped: Shipped;
beforeAll(async () => {
  shipped = await shippedPolicies();
});

async function governed(files: Files, caps: Caps = CAPS) {
  const reading = await readGovernance(memoryTree(files), shipped, RULES, caps);
  if (reading.kind === "wrong") throw new Error(reading.problems.map(({ says }) => says).join("; "));
  return reading.governance;
}

async function problemsOf(files: Files, caps: Caps = CAPS) {
  const reading = await readGovernance(memoryTree(files), shipped, RULES, caps);
  return reading.kind === "governance"
    ? []
    : reading.problems.map(({ at, says, fix }) => `${at.path}:${at.line}:${at.column} ${says}; ${fix}`);
}

const NAMES_OURS = { "effective-challenge.yaml": "policy: ours.yaml\n" };

describe("readGovernance", () => {
  it("judges by the bundled baseline where nothing is said", async () => {
    const { policy, configuration, configurationLeaves } = await governed({});
    expect(policy).toMatchObject({
      name: "baseline",
      source: "bundled",
      sha256: shipped.get("baseline")?.sha256,
    });
    expect(policy.files.map(({ path }) => path)).toEqual(["policies/baseline.yaml"]);
    expect(configuration).toEqual({ policy: "baseline", exclude: [], limits: {} });
    expect(configurationLeaves.size).toBe(0);
  });

  it("judges by the file that the configuration names, and says which it was", async () => {
    const text = policyText();
    const { policy } = await governed({ ...NAMES_OURS, "ours.yaml": text });
    const sha256 = createHash("sha256").update(text).digest("hex");
    expect(policy).toMatchObject({ name: "ours", source: "ours.yaml", sha256 });
    expect(policy.files.map(({ path }) => path)).toEqual(["ours.yaml"]);
  });

  it("does not let a file of the tree stand in for a bundled policy", async () => {
    const files = { "effective-challenge.yaml": "policy: baseline", baseline: policyText() };
    expect((await governed(files)).policy.source).toBe("bundled");
  });

  it.each<[string, Files, RegExp]>([
    [
      "a policy that is not there",
      NAMES_OURS,
      /^effective-challenge\.yaml:1:9 the policy "ours\.yaml" is neither bundled nor a readable file: .*; give a path .* or one of: .*baseline/,
    ],
    ["a misspelt one", { "effective-challenge.yaml": "policy: baselin" }, /:1:9 .*; write `baseline`$/],
    [
      "one outside the tree",
      { "effective-challenge.yaml": "policy: ../../etc/passwd" },
      /:1:9 .*outside the repository/,
    ],
    [
      "one at an absolute path",
      { "effective-challenge.yaml": "policy: /etc/passwd" },
      /:1:9 .*outside the repository/,
    ],
    ["a folder", { "effective-challenge.yaml": "policy: a", "a/b": "" }, /:1:9 .*is a directory/],
    [
      "the name of every object",
      { "effective-challenge.yaml": "policy: constructor" },
      /:1:9 .*neither bundled/,
    ],
    ["a policy that is wrong", { ...NAMES_OURS, "ours.yaml": policyText("rule: {}") }, /^ours\.yaml:9:1 /],
    ["a policy that is not text", { ...NAMES_OURS, "ours.yaml": Uint8Array.of(0xff, 0xfe, 0) }, /ours\.yaml/],
    [
      "a configuration that is wrong",
      { "effective-challenge.yaml": "polcy: x" },
      /^effective-challenge\.yaml:1:1 /,
    ],
    [
      "a configuration that is not text",
      { "effective-challenge.yaml": Uint8Array.of(0xff) },
      /^effective-challenge\.yaml:1:1 /,
    ],
    ["a configuration that is a folder", { "effective-challenge.yaml/x": "" }, /is a directory/],
  ])("refuses %s, and says where", async (_, files, expected) => {
    expect(await problemsOf(files)).toEqual([expect.stringMatching(expected)]);
  });

  it("reads no more of a policy than the cap", async () => {
    const files = { ...NAMES_OURS, "ours.yaml": policyText() };
    expect(await problemsOf(files, { ...CAPS, documentBytes: 100 })).toHaveLength(1);
    expect(await problemsOf(files, { ...CAPS, documentDepth: 2 })).toHaveLength(1);
  });
});
