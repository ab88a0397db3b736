import type { Json } from "../../../output/json.ts";
import { defineReader } from "../../../output/reader.ts";
import { configuration } from "../reading.ts";
import { readGroups } from "./groups.ts";

/** The Prometheus Operator's manifest, alone, among other documents of one file, or in a Kubernetes `List`. */
export const prometheusRule = defineReader<"document">({
  tool: "prometheus-operator",
  form: "document",
  about: {
    versions: ["monitoring.coreos.com/v1"],
    detectedBy: "a document with `kind: PrometheusRule` and an `apiVersion` of `monitoring.coreos.com`",
    notRead: "other kinds of manifest in the same file; what is not read of Prometheus",
  },
  recognises: ({ root }) => manifests(root).some(isPrometheusRule),
  async read({ root }) {
    const rules = manifests(root).filter(isPrometheusRule);
    const lists = rules.map((rule) => rule.get("spec", "groups"));
    const { alerts, incomplete, warnings } = await readGroups(lists, root);
    const version = rules[0]?.get("apiVersion").text()?.split("/")[1] ?? null;
    return configuration("prometheus-operator", version, alerts, incomplete, warnings);
  },
});

function manifests(root: Json): readonly Json[] {
  const documents = root.isList ? [...root.items()] : [root];
  return documents.flatMap((document) =>
    document.get("kind").text()?.endsWith("List") ? [...document.get("items").items()] : [document],
  );
}

function isPrometheusRule(manifest: Json): boolean {
  const version = manifest.get("apiVersion").text() ?? "";
  return manifest.get("kind").text() === "PrometheusRule" && version.startsWith("monitoring.coreos.com/");
}
