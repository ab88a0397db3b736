import type { Dossier } from "../../case/dossier.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable } from "../verdict.ts";
import { otherMeanings } from "./goalposts.ts";
import { reportedMetrics } from "./reported-metric.ts";
import { isLower } from "./version-order.ts";

export default defineRule({
  id: "change/version-raised",
  question: "Was the version raised when the model or its numbers changed?",
  why: "Monitoring, approvals and incidents name a version. Two different models under one version cannot be told apart afterwards.",
  controls: ["CHG-04"],
  remedy: {
    says: "Give the changed model a version above the one in the base.",
    yaml: `
model:
  id: credit-default
  version: 3.2.0 # the base has 3.1.0
`,
  },
  example: {
    failing: {
      "base/model-card.yaml": `
model: { id: churn, version: 1.0.0, task: binary-classification }
metrics: [{ name: recall, value: 0.74, split: test }]
`,
      "model-card.yaml": `
model: { id: churn, version: 1.0.0, task: binary-classification }
metrics: [{ name: recall, value: 0.79, split: test }]
`,
    },
    passing: {
      "model-card.yaml": { "1.0.0": "1.1.0" },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ before, after }) {
    if (!before) {
      yield notApplicable("there is no earlier version to compare with");
      return;
    }
    const changed = [
      ...(same(claimsOf(before), claimsOf(after)) ? [] : ["the reported metrics"]),
      ...(same(artifactsOf(before), artifactsOf(after)) ? [] : ["the artifacts"]),
      ...(same(thresholdOf(before), thresholdOf(after)) ? [] : ["the decision threshold"]),
      ...(sameMeaning(before, after) ? [] : ["what the scores mean"]),
    ];
    const [was, is] = [before.model.version, after.model.version];
    const about = "version";
    const at = is?.at ?? after.model.id.at;
    const what = changed.join(" and ");
    if (changed.length === 0) {
      yield fine({ checked: "neither the reported metrics, nor the artifacts, nor the threshold changed" });
    } else if (!is) {
      const says = `${what} changed and the card gives no version`;
      yield finding({ about, at, says, fix: "add `model.version`, higher than the one in use" });
    } else if (was?.value === is.value) {
      const says = `${what} changed and the version is still ${is.value}`;
      yield finding({ about, at, says, fix: "raise `model.version`" });
    } else if (was && isLower(is.value, was.value)) {
      const says = `${what} changed and the version went down from ${was.value} to ${is.value}`;
      yield finding({ about, at, says, fix: `set \`model.version\` above ${was.value}` });
    } else yield fine({ checked: `${what} changed, and so did the version` });
  },
});

function claimsOf(dossier: Dossier): string[] {
  return reportedMetrics(dossier).map(({ meaning, reported }) => `${meaning}=${reported}`);
}

function artifactsOf({ model }: Dossier): string[] {
  return model.artifacts.map(({ path, sha256 }) => `${path?.value}=${sha256?.value.toLowerCase()}`);
}

function thresholdOf({ model }: Dossier): string[] {
  return [String(model.prediction.threshold?.value)];
}

function sameMeaning(before: Dossier, after: Dossier): boolean {
  return [...otherMeanings(before, after)].length === 0;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join("\n") === [...b].sort().join("\n");
}
