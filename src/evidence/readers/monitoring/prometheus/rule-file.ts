import { defineReader } from "../../../output/reader.ts";
import { configuration } from "../reading.ts";
import { areRuleGroups, readGroups } from "./groups.ts";

/** Prometheus' rule file. Source: prometheus/model/rulefmt; what is claimed is what `promtool check rules` reads. */
export const prometheusRules = defineReader<"document">({
  tool: "prometheus",
  form: "document",
  about: {
    versions: ["3.5.0", "the rule format of 2.x, as 3.5.0 reads it"],
    detectedBy:
      "a map with `groups`, each with a `name` and `rules` that have `alert` or `record`, and `expr`",
    notRead:
      "recording rules, annotations, `keep_firing_for`; functions that Prometheus 3 dropped, as `holt_winters`",
  },
  recognises: ({ root }) => areRuleGroups(root.get("groups")) && !root.has("apiVersion"),
  async read({ root }) {
    const { alerts, incomplete, warnings } = await readGroups([root.get("groups")], root);
    return configuration("prometheus", null, alerts, incomplete, warnings);
  },
});
