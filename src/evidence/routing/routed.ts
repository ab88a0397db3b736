import type { Receiver, Route } from "../output/fact.ts";
import { type AlertLabels, allMatch } from "./matching.ts";

export type Delivery = "yes" | "no" | "cannot-tell";

/** Where a tree of routes leads an alert. */
export interface Routing {
  /** Receivers that get it for certain, in the tree's order. */
  readonly receivers: readonly string[];
  /** Receivers that get it or not, depending on what cannot be told. */
  readonly perhaps: readonly string[];
  /** Whether any receiver that gets it sends it on. */
  readonly delivers: Delivery;
}

/**
 * Walks the tree as Alertmanager's dispatcher and Grafana do: the first child that matches takes the alert, the next
 * is asked as well after one that continues, and a route whose children all decline keeps it. A receiver that is not
 * among `receivers` is one that cannot be told about. The depth is the tree's; readers bound it.
 */
export function routed(root: Route, receivers: readonly Receiver[], labels: AlertLabels): Routing {
  const reached = { certain: new Set<string>(), possible: new Set<string>() };
  collect(root, null, labels, true, reached);
  for (const name of reached.certain) reached.possible.delete(name);
  const through = new Map(receivers.map((receiver) => [receiver.name, receiver.through]));
  return {
    receivers: [...reached.certain],
    perhaps: [...reached.possible],
    delivers: delivery(root, null, labels, through),
  };
}

/** Adds what the route reaches. A route without a receiver has its parent's. */
function collect(
  route: Route,
  inherited: string | null,
  labels: AlertLabels,
  certain: boolean,
  reached: { readonly certain: Set<string>; readonly possible: Set<string> },
): void {
  const receiver = route.receiver ?? inherited;
  let sure = certain;
  let taken = false;
  let declined = true;
  for (const child of route.routes) {
    const match = allMatch(child.matchers, labels);
    if (match === false) continue;
    collect(child, receiver, labels, sure && match === true, reached);
    declined = false;
    if (match === true) taken = true;
    if (child.continues) continue;
    if (match === true) break;
    sure = false;
  }
  if (taken || receiver === null) return;
  (sure && declined ? reached.certain : reached.possible).add(receiver);
}

/** Asked from the last child back, with both answers to "was it taken before?", so that no way is walked twice. */
function delivery(
  route: Route,
  inherited: string | null,
  labels: AlertLabels,
  through: ReadonlyMap<string, readonly string[]>,
): Delivery {
  const receiver = route.receiver ?? inherited;
  let after: { readonly untaken: Delivery; readonly taken: Delivery } = {
    untaken: deliveryOf(receiver, through),
    taken: "no",
  };
  for (const child of route.routes.toReversed()) {
    const match = allMatch(child.matchers, labels);
    if (match === false) continue;
    const own = delivery(child, receiver, labels, through);
    const taking = child.continues ? either(own, after.taken) : own;
    after =
      match === true
        ? { untaken: taking, taken: taking }
        : { untaken: unsure(taking, after.untaken), taken: unsure(taking, after.taken) };
  }
  return after.untaken;
}

export function deliveryOf(
  receiver: string | null,
  through: ReadonlyMap<string, readonly string[]>,
): Delivery {
  if (receiver === null) return "no";
  const ways = through.get(receiver);
  if (ways === undefined) return "cannot-tell";
  return ways.length > 0 ? "yes" : "no";
}

/** Both happen. */
export function either(one: Delivery, other: Delivery): Delivery {
  if (one === "yes" || other === "yes") return "yes";
  return one === "no" && other === "no" ? "no" : "cannot-tell";
}

/** One of the two happens, and which cannot be told. */
export function unsure(one: Delivery, other: Delivery): Delivery {
  return one === other ? one : "cannot-tell";
}
