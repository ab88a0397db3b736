import type { Dossier } from "../../case/dossier.ts";
import type { RouteFact } from "../../evidence/output/fact.ts";
import { alertDelivery } from "../../evidence/routing/alert-delivery.ts";
import { factsOf, type ShownFact } from "../tool-outputs.ts";
import type { Shortcoming } from "./shortcoming.ts";

/** The last step: there is an alert, and it fires in time. */
const STEP = 5;

/** Whether an alert reaches someone: null, or why it does not. */
export function undelivered({ fact, output }: ShownFact<"alert">, all: Routes): Shortcoming | null {
  const routes = isGrafana(output.tool) ? all.grafana : all.others;
  const { receivers, perhaps, delivers } = alertDelivery(fact, routes);
  const [name] = [...receivers, ...perhaps];
  switch (delivers) {
    case "yes":
      return null;
    case "no":
      return name === undefined ? NOBODY : nowhere(name);
    case "outside":
      return isGrafana(output.tool) && name !== undefined ? undescribed(name) : null;
    case "cannot-tell":
      return routes.length === 0 ? UNROUTED : undescribed(name ?? "a receiver");
  }
}

export interface Routes {
  readonly grafana: readonly RouteFact[];
  readonly others: readonly RouteFact[];
}

export function routesOf(dossier: Dossier): Routes {
  const routes = factsOf(dossier, "route");
  const of = (grafana: boolean) =>
    routes.flatMap(({ fact, output }) => (isGrafana(output.tool) === grafana ? [fact] : []));
  return { grafana: of(true), others: of(false) };
}

/** Grafana routes its own alerts, Alertmanager those of the others. */
function isGrafana(tool: string): boolean {
  return tool.startsWith("grafana");
}

const UNROUTED: Shortcoming = {
  step: STEP,
  outcome: "cannot-tell",
  says: "no route is shown that leads it to someone",
  fix: "name the routes in `evidence`, such as alertmanager.yml",
};

const NOBODY: Shortcoming = {
  step: STEP,
  outcome: "finding",
  says: "it notifies no one",
  fix: "give it an action, a contact point or a route",
};

function nowhere(name: string): Shortcoming {
  return {
    step: STEP,
    outcome: "finding",
    says: `it goes to "${name}", which delivers to no one`,
    fix: "give the receiver a way to deliver, such as e-mail or a pager, or route the alert to one that has it",
  };
}

function undescribed(name: string): Shortcoming {
  return {
    step: STEP,
    outcome: "cannot-tell",
    says: `whether it reaches someone through "${name}" cannot be told`,
    fix: "name the file that has its receivers in `evidence`, and route it by labels that the rule itself sets",
  };
}
