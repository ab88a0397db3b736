import { expect, it } from "vitest";
import { PolicyError } from "../../src/policy/policy-error.ts";

it("PolicyError tells every problem with its place, a line each", () => {
  const at = { path: "policy.yaml", line: 3, column: 5, pointer: "/rules" };
  const problem = { code: "unknown-rule", about: "x", at, says: "there is no rule x", fix: "write y" };
  const error = new PolicyError([problem, { ...problem, at: { ...at, line: 9 }, says: "nor z" }]);
  expect(error).toMatchObject({ name: "PolicyError", problems: [problem, { says: "nor z" }] });
  expect(error.message).toBe("policy.yaml:3:5: there is no rule x\npolicy.yaml:9:5: nor z");
});
