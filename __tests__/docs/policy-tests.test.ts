import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inRoot } from "../../tools/docs/root.ts";
import { PROGRAM } from "../../tools/docs/sample.ts";
import { blocksOf } from "./pages.ts";

const blocks = blocksOf("docs/policy.md", "yaml").map(({ text }) => text);
const policy = blocks.find((text) => text.startsWith("name: house")) ?? "";
const tests = blocks.find((text) => text.includes("policy-test.schema.json")) ?? "";

function tested(policyText: string, ...options: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "documented-"));
  try {
    mkdirSync(join(folder, "governance"));
    writeFileSync(join(folder, "governance/model-policy.yaml"), policyText);
    writeFileSync(join(folder, "governance/model-policy.test.yaml"), tests);
    const args = [inRoot(PROGRAM), "policy", "test", ...options];
    return spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("the policy tests of the page pass, and reach every value of its policy", () => {
  const { status, stdout, stderr } = tested(policy, "--thresholds");
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toContain("6 tests: all pass");
  expect(stdout).toContain("Every one of 4 steps away from what the policy writes makes a test fail.");
});

it("and fail when the policy is another one", () => {
  expect(tested(policy.replace("400", "401")).status).toBe(1);
});
