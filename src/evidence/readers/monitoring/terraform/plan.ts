import type { Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { RouteFault } from "../alertmanager/route-tree.ts";
import { destinations, gathered } from "../destinations.ts";
import { promqlParser } from "../promql/parse.ts";
import { configuration, refused, withoutAlerts } from "../reading.ts";
import { awsAlerts, awsDestinations } from "./aws.ts";
import { azureAlerts, azureDestinations } from "./azure.ts";
import { googleAlerts, googleDestinations } from "./google.ts";
import { grafanaAlerts, grafanaDestinations, grafanaPolicies } from "./grafana.ts";
import { plannedResources, type Resource } from "./resource.ts";

const DESTINATIONS = [awsDestinations, azureDestinations, googleDestinations, grafanaDestinations];

/** What `terraform show -json` gives of a plan or a state. Source: Terraform's JSON output format 1.x. */
export const terraformPlan = defineReader<"document">({
  tool: "terraform",
  form: "document",
  about: {
    versions: [
      "format 1.0 and 1.2 (Terraform 1.11), built from the documented format: neither Terraform nor a provider could be built here",
    ],
    detectedBy: "an object with `format_version`, `terraform_version`, and `planned_values` or `values`",
    notRead:
      "resources other than alarms and alerts of aws, azurerm, google and grafana, and where they send to; what is known after apply",
  },
  recognises: ({ root }) =>
    root.get("format_version").text() !== null &&
    root.get("terraform_version").text() !== null &&
    (root.get("planned_values").isMap || root.get("values").isMap),
  async read({ root }) {
    const promql = await promqlParser();
    const resources = plannedResources(root);
    const readers = [awsAlerts, azureAlerts, googleAlerts, grafanaAlerts];
    const alerts = resources.flatMap((resource) => readers.flatMap((read) => read(resource, promql)));
    const facts: Fact[] = [...alerts, ...destinations(gathered(resources.flatMap(destinationsOf)), root)];
    try {
      facts.push(...resources.flatMap(grafanaPolicies));
    } catch (thrown) {
      if (!(thrown instanceof RouteFault)) throw thrown;
      return refused(thrown.json, thrown.message, "plan it again with a policy that nests less");
    }
    const version = `${root.get("format_version").text()} (Terraform ${root.get("terraform_version").text()})`;
    return configuration("terraform", version, facts, [...shortfalls(root), ...nothing(facts, root)]);
  },
});

function destinationsOf(resource: Resource) {
  return DESTINATIONS.flatMap((read) => read(resource));
}

function shortfalls(root: Json): Shortfall[] {
  if (root.get("errored").boolean() === true) {
    const says = "planning ended with an error, so that resources are missing";
    return [{ code: "aborted", says, fix: "mend the error and plan again", at: root.get("errored").at }];
  }
  if (root.get("complete").boolean() !== false) return [];
  const says = "the plan is not complete: it targets a part, or puts changes off";
  return [{ code: "limited", says, fix: "plan everything, without `-target`", at: root.get("complete").at }];
}

function nothing(facts: readonly Fact[], root: Json): Shortfall[] {
  const says = "the plan has no alarm or alert that is read";
  return withoutAlerts(facts, root, says, "plan the configuration that has the alarms");
}
