import { describe, expect, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";

const read = (text: string, declared: string | null = null) =>
  readOutput(bufferFile("file", text), declared, CAPS);
const route = (levels: number): object => ({
  receiver: "a",
  ...(levels > 0 ? { routes: [route(levels - 1)] } : {}),
});

describe("files that are not these tools'", () => {
  test.each([
    ["groups of a fairness report", '{"groups": [{"name": "female", "n": 100, "recall": 0.6}]}'],
    ["groups with rules of another kind", "groups:\n  - name: a\n    rules:\n      - if: x\n        then: y"],
    ["no groups", "groups: []"],
    ["groups by name", '{"groups": {"female": {"rules": []}}}'],
    ["a router's own configuration", '{"route": {"path": "/predict"}, "receivers": ["a"]}'],
    ["a manifest of another kind", "apiVersion: v1\nkind: Service\nspec: {groups: []}"],
    ["a rule of another group", "apiVersion: example.com/v1\nkind: PrometheusRule\nspec: {groups: []}"],
    ["resources of another template", '{"Resources": {"a": {"Type": "Model"}}}'],
    ["a template without resources", '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}'],
    ["another JSON Schema", '{"$schema": "https://json-schema.org/draft/2020-12/schema", "resources": []}'],
    ["provisioned data sources", "apiVersion: 1\ndatasources: []\ngroups: []"],
    ["a schema version of one's own", '{"schemaVersion": "1.0", "title": "x", "panels": []}'],
    ["a plan of one's own", '{"format_version": "1", "planned_values": {}}'],
  ])("%s", async (_, text) => {
    expect((await read(text)).kind).toBe("unknown");
  });
});

describe("files that their tool refuses", () => {
  const receivers = [{ name: "a" }];
  test.each([
    [
      "a matcher",
      { route: { receiver: "a", routes: [{ matchers: ["severity"] }] }, receivers },
      "a matcher is not",
    ],
    [
      "matchers of another type",
      { route: { receiver: "a", routes: [{ matchers: "a=b" }] }, receivers },
      "no list",
    ],
    [
      "an unknown receiver",
      { route: { receiver: "a", routes: [{ receiver: "b" }] }, receivers },
      "leads to `b`",
    ],
    [
      "matchers at the root",
      { route: { receiver: "a", match: { team: "ml" } }, receivers },
      "take every alert",
    ],
    ["no receiver at the root", { route: { receiver: "", group_by: [] }, receivers }, "no receiver"],
    ["routes beyond measure", { route: route(150), receivers }, "100 levels"],
    [
      "an object matcher",
      { apiVersion: 1, policies: [{ receiver: "a", object_matchers: [["a", "~", "b"]] }] },
      "object matcher",
    ],
  ])("%s", async (_, content, says) => {
    const state = await read(JSON.stringify(content));
    expect(state).toMatchObject({ kind: "unparsed", problem: { says: expect.stringContaining(says) } });
  });

  test("the problem stands where the fault is", async () => {
    const text =
      "route:\n  receiver: a\n  routes:\n    - matchers:\n        - 'severity'\nreceivers: [{name: a}]";
    expect(await read(text)).toMatchObject({ kind: "unparsed", problem: { at: { line: 5 } } });
  });
});

describe("YAML that tools write", () => {
  const rule = "{alert: A, expr: x > 1, labels: {team: ml, severity: critical}}";

  test("merge keys are followed, and what a map says itself stays", async () => {
    const text = `groups:
  - name: g
    rules:
      - &first ${rule}
      - <<: *first
        alert: B
        labels: {team: risk}`;
    const state = await read(text);
    expect(state.kind === "output" && state.output.facts).toMatchObject([
      { name: "A", labels: { team: "ml" } },
      { name: "B", labels: { team: "risk" }, conditions: [{ metric: "x", threshold: 1 }] },
    ]);
  });

  test("a file with a key that is written twice says two things, and is not believed", async () => {
    const state = await read(`groups:\n  - name: g\n    name: h\n    rules: [${rule}]`);
    expect(state).toMatchObject({
      kind: "unparsed",
      tool: "prometheus",
      problem: {
        code: "duplicate-key",
        says: "`name` is written twice, first on line 2, so that it says two things",
        at: { line: 3 },
      },
    });
  });

  test("what is passed over in a document is told beside what it gives", async () => {
    const state = await read(`groups:\n  - name: g\n    rules: [${rule}]\n[a, b]: c`);
    expect(state.kind === "output" && state.output.warnings).toMatchObject([
      { code: "invalid-yaml", at: { line: 4 } },
    ]);
  });

  test("broken YAML is told with its line", async () => {
    const state = await read("groups:\n  - name: g\n\trules: []");
    expect(state).toMatchObject({
      kind: "unknown",
      says: expect.stringMatching(/read as YAML, line 3: .*a tab/),
    });
  });

  test("manifests of a Kubernetes list, and none of another kind", async () => {
    const manifest = `{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, spec: {groups: [{name: g, rules: [${rule}]}]}}`;
    const state = await read(`apiVersion: v1\nkind: List\nitems:\n  - ${manifest}\n  - {kind: Service}`);
    expect(state.kind === "output" && state.output.facts.length).toBe(1);
  });
});

test.each([
  [true, ["email"]],
  [false, []],
])("an action group of Azure that is enabled: %s", async (enabled, through) => {
  const properties = { enabled, emailReceivers: [{ name: "a" }] };
  const group = { type: "Microsoft.Insights/actionGroups", name: "g", properties };
  const $schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  const state = await read(JSON.stringify({ $schema, resources: [group] }));
  expect(state.kind === "output" && state.output.facts).toMatchObject([
    { receivers: [{ name: "g", through }] },
  ]);
});

describe("hostile content", () => {
  test.each([
    [
      "prototype keys",
      '{"groups":[{"name":"g","rules":[{"alert":"__proto__","expr":"x > 1","labels":{"__proto__":"a","constructor":"b"}}]}]}',
    ],
    [
      "values of other types",
      '{"groups":[{"name":"g","rules":[{"alert":{},"expr":[],"for":{},"labels":[],"record":null}]}]}',
    ],
    [
      "a circle of expressions",
      '{"apiVersion":1,"groups":[{"name":"g","rules":[{"title":"t","condition":"A","data":[{"refId":"A","model":{"type":"reduce","expression":"B"}},{"refId":"B","model":{"type":"math","expression":"$A > $B"}}]}]}]}',
    ],
    [
      "nested deployments",
      `{"$schema":"https://x/2019-04-01/deploymentTemplate.json#","resources":[${'{"resources":['.repeat(3000)}${"]}".repeat(3000)}]}`,
    ],
    [
      "nested modules",
      `{"format_version":"1.2","terraform_version":"1.11","planned_values":{"root_module":${'{"child_modules":['.repeat(3000)}${"]}".repeat(3000)}}}`,
    ],
    [
      "nested policies",
      `{"format_version":"1.2","terraform_version":"1.11","planned_values":{"root_module":{"resources":[{"type":"grafana_notification_policy","values":${'{"policy":['.repeat(3000)}${"]}".repeat(3000)}}]}}}`,
    ],
  ])("%s", async (_, text) => {
    const state = await read(text);
    expect(["output", "unparsed"]).toContain(state.kind);
  });

  test("a circle of expressions is no condition", async () => {
    const rule = {
      title: "t",
      condition: "B",
      data: [{ refId: "B", model: { type: "math", expression: "$B > 1" } }],
    };
    const state = await read(JSON.stringify({ apiVersion: 1, groups: [{ name: "g", rules: [rule] }] }));
    expect(state.kind === "output" && state.output.facts).toMatchObject([
      { conditions: [], unread: expect.stringContaining("circle") },
    ]);
  });
});
