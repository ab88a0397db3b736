import { describe, expect, test } from "vitest";
import type { AlertFact, Fact, FactKind, FactOf } from "../../../../src/evidence/output/fact.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { alertDelivery } from "../../../../src/evidence/routing/alert-delivery.ts";
import { outputOf } from "../../../support/read-fixture.ts";

function ofKind<K extends FactKind>({ facts }: ToolOutput, kind: K): readonly FactOf<K>[] {
  return facts.filter((fact: Fact): fact is FactOf<K> => fact.kind === kind);
}

/** An alert on one line: what makes it fire, or why that is not known, and whether anyone is told. */
function told(alert: AlertFact, output: ToolOutput): string {
  const conditions = alert.conditions.map(
    ({ metric, operator, threshold, window }) => `${metric} ${operator} ${threshold} for ${window}`,
  );
  const fires = alert.unread === null ? conditions.join(" & ") : `? ${alert.unread}`;
  const { delivers } = alertDelivery(alert, ofKind(output, "route"));
  return `${alert.name}: ${fires} -> ${delivers}${alert.enabled ? "" : " (off)"}`;
}

const toldIn = (output: ToolOutput) => ofKind(output, "alert").map((alert) => told(alert, output));

describe("the alerts of a whole file", () => {
  test.each([
    [
      "prometheus/2/complete.yml",
      [
        "ModelAccuracyLow: model_accuracy < 0.7 for 900 -> cannot-tell",
        "ModelErrorRateHigh: model_errors_total / model_requests_total > 0.05 for 300 -> cannot-tell",
        "FeatureDrift: model_feature_psi > 0.2 for 5400 -> cannot-tell",
        "ModelSilent: ? it fires when a series is absent, and compares no value -> cannot-tell",
      ],
    ],
    [
      "prometheus/3.5/complete.yml",
      [
        "RefusalRateLow: assistant.refusal.rate < 0.95 for 300 -> cannot-tell",
        "GroundednessLow: assistant_hallucination_rate > 0.1 for 3600 & assistant_answers_total > 1 for 3600 -> cannot-tell",
        "QualityDropped: assistant_quality < null for 7200 -> cannot-tell",
        "QualityOutside: assistant_quality < 0.6 for null & assistant_quality > 1 for null -> cannot-tell",
      ],
    ],
    [
      "prometheus-operator/v1/complete.yaml",
      [
        "ModelAccuracyLow: model_accuracy < 0.7 for 900 -> cannot-tell",
        "FeatureDrift: model_feature_psi > 0.2 for 3600 -> cannot-tell",
      ],
    ],
    [
      "grafana/rules/complete.yaml",
      [
        "Accuracy low: model_accuracy < 0.7 for 900 -> cannot-tell",
        "Error rate high: model_errors_total / model_requests_total > 0.05 for 300 & model_requests_total > 10 for 300 -> outside",
        "Drift outside: model_feature_psi < 0 for 0 & model_feature_psi > 0.2 for 0 -> cannot-tell (off)",
      ],
    ],
    [
      "grafana/rules-10.1.0/complete.json",
      [
        "Accuracy low: model_accuracy < 0.7 for 900 -> cannot-tell",
        "Drift outside: model_feature_psi < 0 for 3600 & model_feature_psi > 0.2 for 3600 -> cannot-tell (off)",
        "Error rate high: model_errors_total / model_requests_total > 0.05 for 0 -> cannot-tell",
      ],
    ],
    [
      // Its fourth rule writes a metric, and is no alert.
      "grafana/rules-11.6.0/complete.json",
      [
        "Accuracy low: model_accuracy < 0.7 for 900 -> cannot-tell",
        "Drift outside: model_feature_psi < 0 for 3600 & model_feature_psi > 0.2 for 3600 -> cannot-tell (off)",
        "Error rate high: model_errors_total / model_requests_total > 0.05 for 0 -> outside",
      ],
    ],
    [
      "azure-resource-manager/sdk-7.0.0/complete.json",
      [
        "accuracy: accuracy < 0.7 for 900 & count(requests) >= 100 for 900 -> yes",
        "drift: psi > 0.2 for 900 -> yes",
        "latency: latency != null for 900 -> yes",
        "endpoint: ? it watches whether an address can be reached, and no metric -> yes",
      ],
    ],
    ["grafana-dashboard/16/complete.json", ["Accuracy alert: model_accuracy < 0.7 for 300 -> outside"]],
    ["grafana-dashboard/41/complete.json", []],
    [
      "cloudformation/yaml/complete.yaml",
      [
        "Accuracy: accuracy <= 0.7 for 600 -> yes",
        "credit-default-samples: count(accuracy) < 100 for 3600 -> outside",
        "Latency: ? its threshold is known only when it is deployed -> outside",
      ],
    ],
    ...["2.80", "2.276"].map((version): [string, string[]] => [
      `cloudformation/cdk-${version}/complete.json`,
      [
        "credit-default-accuracy: accuracy < 0.7 for 900 -> yes",
        "ErrorRateFEDEF997: errors / requests > 0.05 for 300 -> yes",
        "Drift34D3210F: ? its threshold is known only when it is deployed -> no",
      ],
    ]),
    [
      "azure-resource-manager/list/complete.json",
      [
        "accuracy: accuracy < 0.7 for 900 & count(requests) >= 100 for 900 -> yes",
        "drift: ? its threshold is known only when it is deployed -> yes (off)",
        "latency: latency > null for 3600 -> yes",
      ],
    ],
    [
      "azure-resource-manager/named/complete.json",
      [
        "accuracy: accuracy < 0.7 for 900 & count(requests) >= 100 for 900 -> yes",
        "latency: latency > null for 3600 -> yes",
      ],
    ],
    [
      "terraform/1.2/complete.json",
      [
        "accuracy: accuracy < 0.7 for 900 -> yes",
        "Credit default accuracy: custom.googleapis.com/model/accuracy < 0.7 for 300 & model_psi > 0.2 for 600 -> yes",
        "Quality low: assistant_quality < 0.8 for 300 -> yes",
        "credit-default-accuracy: accuracy < 0.7 for 600 -> yes",
        "credit-default-errors: errors / requests > 0.05 for 300 -> outside",
        "credit-default-drift: ? its threshold is known only when it is deployed -> outside",
      ],
    ],
    ["terraform/1.2/state.json", ["credit-default-accuracy: accuracy < 0.7 for 600 -> outside"]],
  ])("%s", async (path, alerts) => {
    const output = await outputOf(path);
    expect(toldIn(output)).toEqual(alerts);
    expect(output.incomplete).toEqual([]);
    expect(output.tool).toBe(path.split("/")[0]);
  });
});

describe("a file that is not whole", () => {
  test.each([
    ["prometheus/2/incomplete.yml", "nothing-asserted", "no rule in the file is an alert"],
    ["prometheus/3.5/incomplete.yml", "nothing-asserted", "no rule in the file is an alert"],
    ["prometheus-operator/v1/incomplete.yaml", "nothing-asserted", "no rule in the file is an alert"],
    ["alertmanager/0.21/incomplete.yml", "unfinished", "no receivers"],
    ["alertmanager/0.28/incomplete.yml", "unfinished", "no receivers"],
    ["grafana/rules/incomplete.yaml", "empty", "no rule"],
    ["grafana/notifications/incomplete.yaml", "empty", "no contact point"],
    ["grafana/rules-10.1.0/incomplete.json", "empty", "no rule"],
    ["grafana/rules-11.6.0/incomplete.json", "empty", "no rule"],
    ["grafana-dashboard/10.1.0/incomplete.json", "empty", "no panel"],
    ["grafana-dashboard/11.6.0/incomplete.json", "empty", "no panel"],
    ["grafana-dashboard/10.1.0/tampered.json", "empty", "no panel"],
    ["grafana-dashboard/41/incomplete.json", "empty", "no panel"],
    ["grafana-dashboard/16/incomplete.json", "empty", "no panel"],
    ["cloudformation/yaml/incomplete.yaml", "nothing-asserted", "no alarm"],
    ["cloudformation/cdk-2.80/incomplete.json", "nothing-asserted", "no alarm"],
    ["cloudformation/cdk-2.276/incomplete.json", "nothing-asserted", "no alarm"],
    ["azure-resource-manager/list/incomplete.json", "nothing-asserted", "no metric alert"],
    ["azure-resource-manager/sdk-7.0.0/incomplete.json", "nothing-asserted", "no metric alert"],
    ["azure-resource-manager/named/incomplete.json", "nothing-asserted", "no metric alert"],
    ["terraform/1.2/incomplete.json", "aborted", "ended with an error"],
  ])("%s is %s", async (path, code, says) => {
    const { incomplete } = await outputOf(path);
    expect(incomplete[0]).toMatchObject({ code, says: expect.stringContaining(says) });
  });
});

describe("a file that was made not to alert", () => {
  test.each([
    [
      "prometheus/2/tampered.yml",
      [
        "ModelAccuracyLow: ? `bool` keeps every series, so that it fires whatever the value is -> cannot-tell",
        "ModelErrorRateHigh: ? the expression is no PromQL: it ends too early -> cannot-tell",
        "FeatureDrift: ? `for` is `90 minutes`, which is no duration -> cannot-tell",
        "ModelSilent: ? it fires when a series is absent, and compares no value -> cannot-tell",
      ],
    ],
    [
      "cloudformation/yaml/tampered.yaml",
      [
        "Accuracy: accuracy <= 0.7 for 600 -> no (off)",
        "credit-default-samples: count(accuracy) < 100 for 3600 -> outside",
        "Latency: ? its threshold is known only when it is deployed -> outside",
      ],
    ],
    [
      "azure-resource-manager/list/tampered.json",
      [
        "accuracy: accuracy < 0.7 for 900 & count(requests) >= 100 for 900 -> no (off)",
        "drift: ? its threshold is known only when it is deployed -> no (off)",
        "latency: latency > null for 3600 -> no",
      ],
    ],
    [
      "azure-resource-manager/sdk-7.0.0/tampered.json",
      [
        "accuracy: accuracy < 0.7 for 900 & count(requests) >= 100 for 900 -> no (off)",
        "drift: psi > 0.2 for 900 -> no",
        "latency: latency != null for 900 -> no",
        "endpoint: ? it watches whether an address can be reached, and no metric -> no",
      ],
    ],
    [
      "azure-resource-manager/named/tampered.json",
      ["accuracy: accuracy < 0.7 for 900 & count(requests) >= 100 for 900 -> no (off)"],
    ],
    [
      "grafana/rules/tampered.yaml",
      [
        "Accuracy low: ? its condition `E` is none of its queries -> cannot-tell",
        "Error rate high: ? it refers to `Z`, which is none of its queries -> outside",
        "Drift outside: ? query `A` is no PromQL, and is not read -> cannot-tell (off)",
      ],
    ],
    [
      "grafana-dashboard/16/tampered.json",
      ["Accuracy alert: ? it refers to `B`, which is none of its queries -> outside"],
    ],
    [
      "terraform/1.2/tampered.json",
      [
        "accuracy: accuracy < 0.7 for 900 -> no",
        "Credit default accuracy: custom.googleapis.com/model/accuracy < 0.7 for 300 & model_psi > 0.2 for 600 -> no",
        "Quality low: ? its condition `D` is none of its queries -> no",
        "credit-default-accuracy: accuracy < 0.7 for 600 -> yes (off)",
        "credit-default-errors: errors / requests > 0.05 for 300 -> outside (off)",
        "credit-default-drift: ? its threshold is known only when it is deployed -> outside (off)",
      ],
    ],
  ])("%s", async (path, alerts) => {
    expect(toldIn(await outputOf(path))).toEqual(alerts);
  });

  test.each([
    ["prometheus/3.5/tampered.yml", 0, "ends too early"],
    ["prometheus/3.5/tampered.yml", 1, "takes a range"],
    ["grafana/rules-10.1.0/tampered.json", 0, "`Z` is none of its queries"],
    ["grafana/rules-11.6.0/tampered.json", 0, "`Z` is none of its queries"],
    ["prometheus-operator/v1/tampered.yaml", 0, "no PromQL, at `< 0.7`"],
    ["azure-resource-manager/list/tampered.json", 1, "known only when it is deployed"],
  ])("%s, alert %i: %s", async (path, index, unread) => {
    const alert = ofKind(await outputOf(path), "alert")[index];
    expect(alert).toMatchObject({ conditions: [], unread: expect.stringContaining(unread) });
  });
});

describe("Prometheus' alerts through Alertmanager's routes", () => {
  test.each([
    ["0.21/complete", ["yes", "yes", "yes", "yes"]],
    ["0.21/tampered", ["yes", "yes", "cannot-tell", "yes"]],
    ["0.28/complete", ["yes", "yes", "yes", "yes"]],
    ["0.28/tampered", ["no", "yes", "cannot-tell", "yes"]],
  ])("%s", async (config, delivers) => {
    const routes = ofKind(await outputOf(`alertmanager/${config}.yml`), "route");
    const alerts = ofKind(await outputOf("prometheus/2/complete.yml"), "alert");
    expect(alerts.map((alert) => alertDelivery(alert, routes).delivers)).toEqual(delivers);
  });

  test("a receiver without configurations is reached and tells no one", async () => {
    const [alert] = ofKind(await outputOf("prometheus/2/complete.yml"), "alert");
    const routes = ofKind(await outputOf("alertmanager/0.21/tampered.yml"), "route");
    expect(alertDelivery(alert!, routes)).toMatchObject({
      receivers: ["audit", "ml-pager"],
      delivers: "yes",
    });
    const pager = routes[0]?.receivers.find(({ name }) => name === "ml-pager");
    expect(pager?.through).toEqual([]);
  });

  test("Grafana's rules through its contact points, in two files", async () => {
    const alerts = ofKind(await outputOf("grafana/rules/complete.yaml"), "alert");
    const whole = ofKind(await outputOf("grafana/notifications/complete.yaml"), "route");
    const emptied = ofKind(await outputOf("grafana/notifications/tampered.yaml"), "route");
    expect(alerts.map((alert) => alertDelivery(alert, whole).delivers)).toEqual(["yes", "yes", "yes"]);
    expect(alerts.map((alert) => alertDelivery(alert, emptied).delivers)).toEqual(["no", "no", "yes"]);
  });

  test.each([
    ["rules-10.1.0", "notifications-10.1.0/complete", ["yes", "yes", "yes"]],
    ["rules-11.6.0", "notifications-11.6.0/complete", ["yes", "yes", "yes"]],
    ["rules-10.1.0", "notifications-10.1.0/incomplete", ["no", "no", "no"]],
    ["rules-11.6.0", "notifications-11.6.0/incomplete", ["no", "no", "no"]],
    ["rules-10.1.0", "notifications-10.1.0/tampered", ["cannot-tell", "cannot-tell", "cannot-tell"]],
    ["rules-11.6.0", "notifications-11.6.0/tampered", ["cannot-tell", "cannot-tell", "yes"]],
  ])("%s through %s", async (rules, notifications, delivers) => {
    const alerts = ofKind(await outputOf(`grafana/${rules}/complete.json`), "alert");
    const routes = ofKind(await outputOf(`grafana/${notifications}.json`), "route");
    expect(alerts.map((alert) => alertDelivery(alert, routes).delivers)).toEqual(delivers);
  });
});

describe("what else is told", () => {
  test.each([
    [
      "alertmanager/0.28/complete.yml",
      [
        ["muted-at-times", 8],
        ["inhibits", 29],
      ],
    ],
    ["grafana/rules/complete.yaml", [["silent-without-data", 56]]],
    ["grafana-dashboard/41/tampered.json", [["query-unread", 25]]],
  ])("%s", async (path, warnings) => {
    const output = await outputOf(path);
    expect(output.warnings.map(({ code, at }) => [code, at.line])).toEqual(warnings);
  });

  test("a dashboard shows metrics, through folded rows and variables", async () => {
    const [dashboard] = ofKind(await outputOf("grafana-dashboard/41/complete.json"), "dashboard");
    expect(dashboard).toMatchObject({
      uid: "credit-default",
      metrics: ["model_accuracy", "model_errors_total", "model_requests_total", "model_feature_psi"],
    });
  });

  test.each(["10.1.0/complete", "11.6.0/complete", "11.6.0/manifest"])(
    "the dashboard that the SDK built: %s",
    async (name) => {
      const [dashboard] = ofKind(await outputOf(`grafana-dashboard/${name}.json`), "dashboard");
      expect(dashboard).toMatchObject({
        uid: "credit-default",
        title: "Credit default",
        metrics: ["model_accuracy", "model_errors_total"],
      });
    },
  );

  test("an alert stands where it is written, in whichever document of the file", async () => {
    const alerts = ofKind(await outputOf("prometheus-operator/v1/complete.yaml"), "alert");
    expect(alerts.map(({ at }) => [at.line, at.pointer])).toEqual([
      [15, "/1/spec/groups/0/rules/0"],
      [27, "/2/spec/groups/0/rules/0"],
    ]);
  });

  test("no address, key or token of a receiver is kept", async () => {
    for (const path of ["alertmanager/0.21/complete.yml", "grafana/notifications/complete.yaml"]) {
      const text = JSON.stringify(await outputOf(path));
      expect(text).not.toMatch(/REDACTED|example\.com/);
    }
  });
});
