import type { AlertFact, Receiver, RouteFact } from "../output/fact.ts";
import type { AlertLabels } from "./matching.ts";
import { type Delivery, deliveryOf, either, routed, unsure } from "./routed.ts";

/** Whether an alert reaches anyone. */
export interface AlertDelivery {
  /** Receivers, or the actions that the alert names itself, that get it for certain. */
  readonly receivers: readonly string[];
  readonly perhaps: readonly string[];
  /** `outside`: it goes to a destination that it names and that no file here describes. */
  readonly delivers: Delivery | "outside";
}

/**
 * By the actions that the alert names, else by every tree of routes that is given: of several it cannot be told which
 * one is in force, so that they have to agree. No tree at all is cannot-tell. Labels that only a series carries
 * count as absent, as they do for `amtool config routes test`.
 */
export function alertDelivery(alert: AlertFact, routes: readonly RouteFact[]): AlertDelivery {
  const receivers = routes.flatMap((route) => route.receivers);
  if (alert.actions !== null) return byActions(alert.actions, receivers);
  const trees = routes.map(({ root }) => root).filter(leads);
  if (trees.length === 0) return { receivers: [], perhaps: [], delivers: "cannot-tell" };
  const labels = labelsOf(alert);
  const ways = trees.map((root) => routed(root, receivers, labels));
  const every = (name: string) => ways.every((way) => way.receivers.includes(name));
  const named = new Set(ways.flatMap((way) => [...way.receivers, ...way.perhaps]));
  const certain = [...named].filter(every);
  return {
    receivers: certain,
    perhaps: [...named].filter((name) => !certain.includes(name)),
    delivers: ways.map(({ delivers }) => delivers).reduce(unsure),
  };
}

/** A file with contact points only has a tree that leads nowhere. */
function leads({ receiver, routes }: RouteFact["root"]): boolean {
  return receiver !== null || routes.length > 0;
}

/** Templates in a label are filled when the alert fires. */
export function labelsOf({ name, labels }: AlertFact): AlertLabels {
  const filled = Object.entries({ alertname: name, ...labels });
  return new Map(filled.map(([label, value]) => [label, value.includes("{{") ? null : value]));
}

function byActions(actions: readonly string[], receivers: readonly Receiver[]): AlertDelivery {
  const through = new Map(receivers.map((receiver) => [receiver.name, receiver.through]));
  const known = actions.filter((action) => through.has(action));
  const delivers = known.map((action) => deliveryOf(action, through)).reduce(either, "no");
  const outside = known.length < actions.length && delivers === "no";
  return { receivers: actions, perhaps: [], delivers: outside ? "outside" : delivers };
}
