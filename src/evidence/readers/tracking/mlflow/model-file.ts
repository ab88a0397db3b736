import type { Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { parseLoosely } from "../../../output/json-text.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";

/** The `MLmodel` file beside a model: its flavors, its signature, and the run that made it. Nothing is loaded. */
export const mlflowModel = defineReader<"document">({
  tool: "mlflow",
  form: "document",
  about: {
    versions: ["2.16.2", "3.17.2"],
    detectedBy: "a map with a map `flavors` and `mlflow_version`, `model_uuid` or `utc_time_created`",
    notRead: "flavors, dependencies and the input example",
  },
  recognises: ({ root }) =>
    root.get("flavors").isMap &&
    ["mlflow_version", "model_uuid", "utc_time_created"].some((key) => root.get(key).text() !== null),
  read({ root }) {
    const signature = root.get("signature");
    const broken = SIDES.map((side) => signature.get(side)).find(isBroken);
    if (broken) {
      const says = `\`${broken.pointer.slice(1)}\` is no list of columns`;
      return { kind: "unparsed", says, fix: "commit the file as MLflow wrote it", line: 1, at: broken.at };
    }
    return {
      kind: "output",
      output: {
        tool: "mlflow",
        formatVersion: root.get("mlflow_version").text(),
        producedAt: timeOf(root.get("utc_time_created").text()),
        subject: null,
        facts: lineage(root),
        incomplete: root.get("flavors").size > 0 ? [] : [empty(root)],
        aggregates: [],
        warnings: warningsOf(root),
      },
    };
  },
});

const SIDES = ["inputs", "outputs", "params"];

/** MLflow writes each side of a signature as a text of JSON. */
function isBroken(side: Json): boolean {
  return side.exists && !Array.isArray(parseLoosely(side.text() ?? "")?.value);
}

function lineage(root: Json): Fact[] {
  const run = root.get("run_id").text();
  const model = root.get("model_id").text() ?? root.get("model_uuid").text();
  if (run === null || model === null) return [];
  return [
    {
      kind: "lineage",
      job: `run ${run}`,
      inputs: [],
      outputs: [`models:/${model}`],
      at: root.get("run_id").at,
    },
  ];
}

function empty(root: Json): Shortfall {
  const fix = "save the model again";
  return {
    code: "empty",
    says: "the model has no flavor, so that nothing can load it",
    fix,
    at: root.get("flavors").at,
  };
}

function warningsOf(root: Json): OutputWarning[] {
  if (root.get("signature").isMap) return [];
  return [
    {
      code: "no-signature",
      says: "the model has no signature, so that its inputs are not checked",
      at: root.at,
    },
  ];
}

/** `2026-11-23 16:30:16.677426`, in UTC without saying so. */
function timeOf(written: string | null): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)/.exec(written ?? "") ?? [];
  const millis = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}
