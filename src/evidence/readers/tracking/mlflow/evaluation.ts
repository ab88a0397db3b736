import { jsonDocument } from "../../../output/document.ts";
import type { MetricFact } from "../../../output/fact.ts";
import type { OutputWarning, Shortfall, ToolOutput } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { confusionAggregates } from "./confusion.ts";

const METRICS = "metrics.json";
const ARTIFACTS = "artifacts_metadata.json";

/** The folder that `EvaluationResult.save` writes. Source: `mlflow/models/evaluation/base.py`. */
export const mlflowEvaluation = defineReader<"folder">({
  tool: "mlflow",
  form: "folder",
  about: {
    versions: ["2.16.2", "3.17.2"],
    detectedBy: "a folder with `metrics.json` and `artifacts_metadata.json`",
    notRead: "tables and pictures in `artifacts`",
  },
  recognises: ({ paths }) => paths.includes(METRICS) && paths.includes(ARTIFACTS),
  async read(folder) {
    const path = folder.path === "" ? METRICS : `${folder.path}/${METRICS}`;
    const document = jsonDocument((await folder.text(METRICS)) ?? "", path);
    const root = document.source?.root;
    if (!root?.isMap) {
      const says = `${METRICS} is no object of metrics, or is too large`;
      return { kind: "unparsed", says, fix: "save the evaluation's result again", line: 1 };
    }
    const metrics: MetricFact[] = [];
    const warnings: OutputWarning[] = [];
    for (const [name, json] of root.entries()) {
      const value = typeof json.value === "number" ? json.number() : null;
      const says = `\`${name.slice(0, 80)}\` is no number`;
      if (value === null && json.exists) warnings.push({ code: "no-number", says, at: json.at });
      else metrics.push({ ...BLANK, name, value, at: json.at });
    }
    const output: ToolOutput = {
      tool: "mlflow",
      formatVersion: null,
      producedAt: null,
      subject: null,
      facts: metrics,
      incomplete: metrics.length > 0 ? [] : [nothing(root.at)],
      aggregates: confusionAggregates(metrics, null),
      warnings,
    };
    document.settle();
    return { kind: "output", output };
  },
});

const BLANK = { kind: "metric", split: null, dataset: null, slice: {}, params: {}, n: null } as const;

function nothing(at: Shortfall["at"]): Shortfall {
  return { code: "empty", says: "the evaluation has no metric", fix: "evaluate the model again", at };
}
