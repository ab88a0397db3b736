import { describe, expect, test } from "vitest";
import type { AlertFact, Receiver, Route, RouteFact } from "../../../src/evidence/output/fact.ts";
import { alertDelivery } from "../../../src/evidence/routing/alert-delivery.ts";

const at = { path: "rules.yml", line: 1, column: 1, pointer: "" };
const RECEIVERS: readonly Receiver[] = [
  { name: "pager", through: ["pagerduty"] },
  { name: "chat", through: ["slack"] },
  { name: "nobody", through: [] },
];

function alert(given: Partial<AlertFact> = {}): AlertFact {
  return {
    kind: "alert",
    name: "Accuracy",
    expression: "accuracy < 0.7",
    conditions: [],
    unread: null,
    labels: { team: "ml" },
    enabled: true,
    actions: null,
    at,
    ...given,
  };
}

function child(receiver: string | null, matcher: string, continues = false): Route {
  const [, label, operator, value] = /^(\w+)(=~|!=|!~|=)(.*)$/.exec(matcher)!;
  const known = operator as "=" | "!=" | "=~" | "!~";
  return { receiver, matchers: [{ label: label!, operator: known, value: value! }], continues, routes: [] };
}

function tree(receiver: string | null, ...routes: readonly Route[]): RouteFact {
  return {
    kind: "route",
    root: { receiver, matchers: [], continues: false, routes },
    receivers: RECEIVERS,
    at,
  };
}

describe("by a tree", () => {
  test.each([
    ["its own receiver", tree("pager"), ["pager"], [], "yes"],
    ["a receiver that tells no one", tree("nobody"), ["nobody"], [], "no"],
    ["a receiver that is not described", tree("elsewhere"), ["elsewhere"], [], "cannot-tell"],
    ["a child", tree("nobody", child("pager", "team=ml")), ["pager"], [], "yes"],
    ["a child that inherits", tree("pager", child(null, "team=ml")), ["pager"], [], "yes"],
    ["no child", tree("pager", child("nobody", "team=risk")), ["pager"], [], "yes"],
    ["the alert's name", tree("nobody", child("pager", "alertname=~Acc.*")), ["pager"], [], "yes"],
    ["an absent label", tree("pager", child("nobody", "env=")), ["nobody"], [], "no"],
    [
      "one that continues",
      tree("chat", child("nobody", "team=ml", true), child("pager", "team=~m.")),
      ["nobody", "pager"],
      [],
      "yes",
    ],
    [
      "one that continues into nothing",
      tree("pager", child("nobody", "team=ml", true)),
      ["nobody"],
      [],
      "no",
    ],
    [
      "an unread pattern, both deliver",
      tree("chat", child("pager", "team=~(?i)ML")),
      [],
      ["pager", "chat"],
      "yes",
    ],
    [
      "an unread pattern, one delivers",
      tree("nobody", child("pager", "team=~(?i)ML")),
      [],
      ["pager", "nobody"],
      "cannot-tell",
    ],
    [
      "a certain one after an unread one",
      tree("nobody", child("nobody", "team=~(?i)ML"), child("pager", "team=ml")),
      [],
      ["nobody", "pager"],
      "cannot-tell",
    ],
    [
      "a certain one after an unread one that continues",
      tree("nobody", child("nobody", "team=~(?i)ML", true), child("pager", "team=ml")),
      ["pager"],
      ["nobody"],
      "yes",
    ],
  ] as const)("%s", (_, route, receivers, perhaps, delivers) => {
    expect(alertDelivery(alert(), [route])).toEqual({ receivers, perhaps, delivers });
  });

  test("a template in a label can become anything", () => {
    const labels = { team: "ml", severity: "{{ $labels.severity }}" };
    const route = tree("nobody", child("pager", "severity=critical"));
    expect(alertDelivery(alert({ labels }), [route]).delivers).toBe("cannot-tell");
  });

  test("several trees have to agree", () => {
    expect(alertDelivery(alert(), [tree("pager"), tree("chat")]).delivers).toBe("yes");
    expect(alertDelivery(alert(), [tree("pager"), tree("nobody")])).toEqual({
      receivers: [],
      perhaps: ["pager", "nobody"],
      delivers: "cannot-tell",
    });
  });

  test("no tree is no answer", () => {
    expect(alertDelivery(alert(), []).delivers).toBe("cannot-tell");
    expect(alertDelivery(alert(), [tree(null)]).delivers).toBe("cannot-tell");
  });

  test("many routes that match take no longer than their number", () => {
    const routes = Array.from({ length: 20_000 }, () => child("nobody", "team=ml", true));
    expect(alertDelivery(alert(), [tree("pager", ...routes)]).delivers).toBe("no");
  });
});

describe("by its own actions", () => {
  test.each([
    [[], "no"],
    [["nobody"], "no"],
    [["nobody", "pager"], "yes"],
    [["arn:aws:sns:eu-west-1:000000000000:oncall"], "outside"],
    [["nobody", "arn:aws:sns:eu-west-1:000000000000:oncall"], "outside"],
  ] as const)("%j: %s", (actions, delivers) => {
    expect(alertDelivery(alert({ actions }), [tree("pager")]).delivers).toBe(delivers);
  });
});
