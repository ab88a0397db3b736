import type { AlertCondition, AlertFact, RouteFact } from "../../../src/evidence/output/fact.ts";
import rule from "../../../src/rules/monitoring/alerts-cover-metrics.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shown, shownFacts } from "../../support/shown.ts";

const required = (metric = "recall", limit = "at_least: 0.6") =>
  cardWith({ requirements: `[{ metric: ${metric}, ${limit} }]` });
const monitored = (entry: string) => cardWith({ monitoring: `{ metrics: [{ ${entry} }] }` });
const alert = (condition: Partial<AlertCondition> = {}, more: Partial<AlertFact> = {}) =>
  fact("alert", {
    conditions: [{ metric: "recall", operator: "<", threshold: 0.6, window: null, ...condition }],
    ...more,
  });
const route = (more: Partial<RouteFact> = {}) => fact("route", more);
const good = (metric: string, name = "RecallLow") => [
  fine(`${metric}: the alert ${name} fires in time and reaches someone`),
];
const nobody = { name: "pager", through: [] };

testRule(rule, [
  { name: "no alert", files: required(), expects: [notApplicable("has an alert")] },
  {
    name: "no alert where one is required",
    files: required(),
    parameters: { required: true },
    expects: [finding({ about: "alerts|none", says: "no file shows an alert", fix: "alertmanager.yml" })],
  },
  {
    name: "nothing to watch",
    files: cardWith({}),
    shown: [shownFacts(alert())],
    expects: [cannotTell({ about: "metrics|none", fix: "monitoring" })],
  },
  {
    name: "a requirement, watched and routed",
    files: required(),
    shown: [shownFacts(alert(), route())],
    expects: good("recall"),
  },
  ...["credit_default_recall", "creditDefaultRecall", "model:recall:rate5m", "tpr", "sensitivity"].map(
    (metric) => ({
      name: `${metric} is recall`,
      files: required(),
      shown: [shownFacts(alert({ metric }), route())],
      expects: good("recall"),
    }),
  ),
  ...["precision", "recalls"].map((metric) => ({
    name: `${metric} is not recall`,
    files: required(),
    shown: [shownFacts(alert({ metric }), route())],
    expects: [
      finding({
        about: "alert|recall",
        at: `${CARD}:2`,
        says: "no alert watches recall",
        fix: "`recall < 0.6`",
      }),
    ],
  })),
  {
    name: "balanced accuracy is no accuracy",
    files: required("accuracy"),
    shown: [shownFacts(alert({ metric: "model_balanced_accuracy" }), route())],
    expects: [finding({ says: "no alert watches accuracy" })],
  },
  {
    name: "it fires when the metric is good",
    files: required(),
    shown: [shownFacts(alert({ operator: ">" }), route())],
    expects: [
      finding({ says: "fires when the metric is > 0.6, and below its limit is where it is bad", fix: "<" }),
    ],
  },
  {
    name: "the side is the requirement's, whatever the metric",
    files: required("latency", "at_most: 200"),
    shown: [shownFacts(alert({ metric: "request_latency", threshold: 150 }), route())],
    expects: [finding({ says: "above its limit" })],
  },
  {
    name: "it fires later than the limit",
    files: required(),
    shown: [shownFacts(alert({ threshold: 0.5 }), route())],
    expects: [finding({ says: "fires at 0.5, later than the limit of 0.6", fix: "to 0.6" })],
  },
  {
    name: "it may fire earlier, in percent",
    files: required(),
    shown: [shownFacts(alert({ threshold: 65 }), route())],
    expects: good("recall"),
  },
  {
    name: "an error rate fires above",
    files: required("log_loss", "at_most: 0.4"),
    shown: [shownFacts(alert({ metric: "log_loss", operator: ">=", threshold: 0.4 }), route())],
    expects: good("log_loss"),
  },
  {
    name: "it is compared with another series",
    files: required(),
    shown: [shownFacts(alert({ threshold: null }), route())],
    expects: [cannotTell({ says: "compares the metric with another series" })],
  },
  {
    name: "it cannot be parsed",
    files: monitored("name: recall, alert: RecallLow"),
    shown: [shownFacts(fact("alert", { conditions: [], unread: "line 1: unexpected )" }), route())],
    expects: [finding({ says: "cannot be read: line 1: unexpected )" })],
  },
  {
    name: "it is switched off",
    files: required(),
    shown: [shownFacts(alert({}, { enabled: false }), route())],
    expects: [finding({ says: "switched off" })],
  },
  {
    name: "one that does is enough",
    files: required(),
    shown: [
      shownFacts(
        alert({}, { enabled: false }),
        alert({ threshold: 0.1 }),
        alert({}, { name: "Good" }),
        route(),
      ),
    ],
    expects: good("recall", "Good"),
  },
  {
    name: "no route is shown",
    files: required(),
    shown: [shownFacts(alert())],
    expects: [cannotTell({ says: "no route is shown", fix: "alertmanager.yml" })],
  },
  {
    name: "the receiver delivers to no one",
    files: required(),
    shown: [shownFacts(alert(), route({ receivers: [nobody] }))],
    expects: [finding({ says: 'goes to "pager", which delivers to no one' })],
  },
  {
    name: "the receiver is not described",
    files: required(),
    shown: [shownFacts(alert(), route({ receivers: [] }))],
    expects: [cannotTell({ says: 'through "pager" cannot be told' })],
  },
  {
    name: "its labels lead to a receiver that delivers to no one",
    files: required(),
    shown: [
      shownFacts(
        alert({}, { labels: { team: "risk" } }),
        route({
          receivers: [
            { name: "pager", through: ["pagerduty"] },
            { name: "void", through: [] },
          ],
          root: {
            receiver: "pager",
            matchers: [],
            continues: false,
            routes: [
              {
                receiver: "void",
                matchers: [{ label: "team", operator: "=", value: "risk" }],
                continues: false,
                routes: [],
              },
            ],
          },
        }),
      ),
    ],
    expects: [finding({ says: 'goes to "void"' })],
  },
  {
    name: "actions of its own",
    files: required(),
    shown: [shownFacts(alert({}, { actions: ["arn:aws:sns:page"] }))],
    expects: good("recall"),
  },
  {
    name: "no action",
    files: required(),
    shown: [shownFacts(alert({}, { actions: [] }), route())],
    expects: [finding({ says: "notifies no one" })],
  },
  {
    name: "a contact point of Grafana that delivers to no one; Alertmanager's routes are not its own",
    files: required(),
    shown: [
      shown({ tool: "grafana", facts: [alert({}, { actions: ["pager"] }), route({ receivers: [nobody] })] }),
      shown({ tool: "alertmanager", facts: [route()] }, { path: "b" }),
    ],
    expects: [finding({ says: 'goes to "pager"' })],
  },
  {
    name: "the alert that the card names",
    files: monitored("name: share of drifted columns, threshold: above 0.3, alert: Drift"),
    shown: [
      shownFacts(
        alert({ metric: "drift_share", operator: ">", threshold: 0.25 }, { name: "Drift" }),
        route(),
      ),
    ],
    expects: good("share of drifted columns", "Drift"),
  },
  {
    name: "the alert that the card names is not there",
    files: monitored("name: recall, alert: RecallLo"),
    shown: [shownFacts(alert(), route())],
    expects: [finding({ says: "no file has the alert RecallLo", fix: "`alert: RecallLow`" })],
  },
  ...["0.6", '"< 0.6"', '"60 %"', '"below 0.6"'].map((threshold) => ({
    name: `monitored at ${threshold}`,
    files: monitored(`name: recall, threshold: ${threshold}`),
    shown: [shownFacts(alert({ threshold: 0.59 }), route())],
    expects: [finding({ says: "later than the limit of 0.6" })],
  })),
  {
    name: "the stricter of two limits",
    files: cardWith({
      requirements: "[{ metric: recall, at_least: 0.6 }]",
      monitoring: "{ metrics: [{ name: Recall, threshold: 0.65 }] }",
    }),
    shown: [shownFacts(alert({ threshold: 0.62 }), route())],
    expects: [finding({ says: "later than the limit of 0.65" })],
  },
  {
    name: "where neither is said, the reported metrics are watched, without slices and counts",
    files: cardWith({
      metrics:
        "[{ name: recall, value: 0.7 }, { name: recall, value: 0.6, slice: { sex: female } }, { name: support, value: 40 }, { name: roc_auc, value: 0.9 }]",
    }),
    shown: [shownFacts(alert(), route())],
    expects: [...good("recall"), finding({ about: "alert|roc_auc" })],
  },
  {
    name: "a sentence about monitoring is no metric",
    files: monitored("name: We look at the drift of all inputs once a week"),
    shown: [shownFacts(alert(), route())],
    expects: [cannotTell({ about: "metrics|none" })],
  },
]);
