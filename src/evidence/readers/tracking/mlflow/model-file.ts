import type { Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import { parseLoosely } from "../../../output/json-text.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";

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
    const broken = signaturesOf(root)
      .flatMap((signature) => SIDES.map((side) => signature.get(side)))
      .find(isBroken);
    if (broken) {
      const says = `\`${broken.pointer.slice(1)}\` is no list of columns`;
      return { kind: "unparsed", says, fix: "commit the file as MLflow wrote it", line: 1, at: broken.at };
    }
    const savedAt = isoOf(root.get("utc_time_created").text(), "Z");
    return {
      kind: "output",
      output: {
        tool: "mlflow",
        formatVersion: root.get("mlflow_version").text(),
        producedAt: savedAt,
        subject: null,
        facts: lineage(root),
        incomplete: [
          ...(root.get("flavors").size > 0 ? [] : [empty(root)]),
          ...(savedAt === null ? [unended(root)] : []),
        ],
        aggregates: [],
        warnings: warningsOf(root),
      },
    };
  },
});

const SIDES = ["inputs", "outputs", "params"];

/** Under its key, or under one that was misspelt since. */
function signaturesOf(root: Json): readonly Json[] {
  return [...root.entries()].flatMap(([key, value]) =>
    key.includes("signature") && value.isMap ? [value] : [],
  );
}

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

/** The keys stand in the order of the alphabet, and this one is the last: a file that was cut off lacks it. */
function unended(root: Json): Shortfall {
  const says =
    "the file does not end with the time at which the model was saved, as each that MLflow wrote does";
  const fix = "commit the file as MLflow wrote it, whole";
  return { code: "unfinished", says, fix, at: root.at };
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
