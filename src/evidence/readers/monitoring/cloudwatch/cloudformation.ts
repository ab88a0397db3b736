import type { AlertFact, Receiver } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { defineReader } from "../../../output/reader.ts";
import { destinations, gathered } from "../destinations.ts";
import { truth } from "../labels.ts";
import { type ParsePromql, promqlParser } from "../promql/parse.ts";
import { configuration, withoutAlerts } from "../reading.ts";
import { alarmFact } from "./alarm.ts";
import { knownNumber, knownText, referred } from "./intrinsic.ts";

const TYPE = /^(?:AWS|Custom|Alexa)::/;

/** A CloudFormation template, for its CloudWatch alarms. Source: the resource types' reference. */
export const cloudformation = defineReader<"document">({
  tool: "cloudformation",
  form: "document",
  about: {
    versions: ["2010-09-09", "aws-cdk-lib 2.80.0", "aws-cdk-lib 2.276.0"],
    detectedBy: "a map with `Resources`, each with a `Type` such as `AWS::CloudWatch::Alarm`",
    notRead:
      "the rule of a composite alarm; parameters' defaults, which a deployment may override; dashboards",
  },
  recognises: ({ root }) => {
    const resources = [...root.get("Resources").entries()];
    return (
      resources.length > 0 && resources.every(([, resource]) => TYPE.test(resource.get("Type").text() ?? ""))
    );
  },
  async read({ root }) {
    const promql = await promqlParser();
    const resources = [...root.get("Resources").entries()];
    const alarms = resources.flatMap(([id, resource]) => alarmsOf(id, resource, promql));
    const topics = gathered(resources.flatMap(([id, resource]) => subscriptionsOf(id, resource)));
    const says = "the template has no alarm of CloudWatch";
    const incomplete = withoutAlerts(alarms, root, says, "name the template that has the alarms");
    const version = root.get("AWSTemplateFormatVersion").text();
    return configuration("cloudformation", version, [...alarms, ...destinations(topics, root)], incomplete);
  },
});

function alarmsOf(id: string, resource: Json, promql: ParsePromql): AlertFact[] {
  const of = resource.get("Properties");
  const name = knownText(of.get("AlarmName")) ?? id;
  const enabled = of.has("ActionsEnabled") ? truth(of.get("ActionsEnabled")) : true;
  const shared = { name, enabled, actions: actionsOf(of.get("AlarmActions")), at: resource.at };
  switch (resource.get("Type").text()) {
    case "AWS::CloudWatch::Alarm":
      return [alarmFact({ ...shared, ...metricOf(of) }, promql)];
    case "AWS::CloudWatch::CompositeAlarm": {
      const expression = knownText(of.get("AlarmRule")) ?? "";
      const unread = "it combines other alarms, and their combination is not read";
      return [
        {
          ...shared,
          kind: "alert",
          expression,
          conditions: [],
          unread,
          labels: {},
          enabled: enabled === true,
        },
      ];
    }
    default:
      return [];
  }
}

function metricOf(of: Json) {
  return {
    metric: knownText(of.get("MetricName")),
    statistic: knownText(of.get("Statistic")) ?? knownText(of.get("ExtendedStatistic")),
    comparison: knownText(of.get("ComparisonOperator")),
    threshold: knownNumber(of.get("Threshold")),
    period: knownNumber(of.get("Period")),
    periods: knownNumber(of.get("EvaluationPeriods")),
    queries: [...of.get("Metrics").items()].map(queryOf),
    labels: dimensionsOf(of.get("Dimensions")),
  };
}

function queryOf(query: Json) {
  const stat = query.get("MetricStat");
  return {
    id: knownText(query.get("Id")) ?? "",
    expression: knownText(query.get("Expression")),
    metric: knownText(stat.get("Metric", "MetricName")),
    statistic: knownText(stat.get("Stat")),
    period: knownNumber(stat.get("Period")) ?? knownNumber(query.get("Period")),
    returned: truth(query.get("ReturnData")) !== false,
  };
}

function dimensionsOf(dimensions: Json): Readonly<Record<string, string>> {
  const pairs = [...dimensions.items()].map((each) => [
    knownText(each.get("Name")),
    knownText(each.get("Value")),
  ]);
  return Object.fromEntries(pairs.filter(([name, value]) => name !== null && value !== null));
}

const AT_DEPLOYMENT = "(known only when it is deployed)";

/** Addresses, and logical ids of what the template refers to. */
function actionsOf(actions: Json): readonly string[] {
  if (!actions.isList) return actions.exists ? [AT_DEPLOYMENT] : [];
  return [...actions.items()].flatMap((action) => {
    const to = referred(action);
    return to === "AWS::NoValue" ? [] : [to ?? knownText(action) ?? AT_DEPLOYMENT];
  });
}

/** How a topic of the template sends on. One that nothing here subscribes to may be subscribed to elsewhere. */
function subscriptionsOf(id: string, resource: Json): Receiver[] {
  const of = resource.get("Properties");
  const protocol = (subscription: Json) => knownText(subscription.get("Protocol")) ?? AT_DEPLOYMENT;
  switch (resource.get("Type").text()) {
    case "AWS::SNS::Topic":
      return [...of.get("Subscription").items()].map((each) => ({ name: id, through: [protocol(each)] }));
    case "AWS::SNS::Subscription": {
      const topic = referred(of.get("TopicArn"));
      return topic === null ? [] : [{ name: topic, through: [protocol(of)] }];
    }
    default:
      return [];
  }
}
