import { scalar } from "../../documents/build.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Scalar, Value } from "../../documents/value.ts";
import { answer, field, isMapping } from "../hugging-face/fields.ts";
import { taskOfHub } from "../hugging-face/tasks.ts";
import type { NativeValues } from "../markdown/native.ts";
import { TIERS } from "../vocabulary.ts";
import { claimsOf, type ReadClaims } from "./claims.ts";
import { itemsOf, listOf, mapOf, saidIn, under } from "./texts.ts";

const PARTS = [
  "intended_uses",
  "business_details",
  "training_details",
  "evaluation_details",
  "additional_information",
];

/** The content of a SageMaker model card. Source: Amazon SageMaker's model card JSON schema. */
export function isSageMaker(root: Value): boolean {
  return isMapping(field(root, "model_overview")) && PARTS.some((part) => field(root, part) !== null);
}

export function readSageMaker(root: Value, into: NativeValues): ReadClaims {
  const overview = field(root, "model_overview");
  const uses = field(root, "intended_uses");
  into.set("model.name", answer(field(overview, "model_name")) ?? answer(field(overview, "model_id")));
  into.set("model.version", answer(field(overview, "model_version")));
  into.set("model.task", worded(field(overview, "problem_type"), taskOfHub));
  const owners = ["model_owner", "model_creator"].flatMap(
    (key) => mapOf({ name: answer(field(overview, key)) }) ?? [],
  );
  into.set("model.owners", listOf(owners));
  into.set("use.intended", answer(field(uses, "intended_uses")) ?? answer(field(uses, "purpose_of_model")));
  into.set("risk.tier", worded(field(uses, "risk_rating"), tierOf));
  into.set("risk.rationale", answer(field(uses, "explanations_for_risk_rating")));
  const more = field(root, "additional_information");
  const limits = [
    field(uses, "factors_affecting_model_efficiency"),
    field(more, "caveats_and_recommendations"),
  ];
  into.set("limitations", listOf(limits.flatMap((limit) => answer(limit) ?? [])));
  into.set("ethical_considerations", answer(field(more, "ethical_considerations")));
  const trained = saidIn(under(root, "training_details", "training_job_details", "training_datasets"));
  into.add(
    "data",
    trained.flatMap((dataset) => mapOf({ split: scalar("train", dataset.at), dataset }) ?? []),
  );
  const evaluations = itemsOf(field(root, "evaluation_details"));
  const tested = evaluations.flatMap((evaluation) => saidIn(field(evaluation, "datasets")));
  into.add(
    "data",
    tested.flatMap((dataset) => mapOf({ split: scalar("evaluation", dataset.at), dataset }) ?? []),
  );
  return claimsOf(evaluations.flatMap(metricsOf));
}

/** Numbers alone: matrices and charts are not claims of one value. */
function metricsOf(evaluation: Value) {
  const sets = saidIn(field(evaluation, "datasets"));
  const groups = itemsOf(field(evaluation, "metric_groups"));
  return groups
    .flatMap((group) => itemsOf(field(group, "metric_data")))
    .filter((metric) => answer(field(metric, "type"))?.value === "number")
    .map((metric) => ({
      name: field(metric, "name"),
      value: field(metric, "value"),
      dataset: sets.length === 1 ? sets[0]! : null,
    }));
}

function tierOf(rating: string): string | null {
  return TIERS.find((tier) => tier === rating.toLowerCase()) ?? null;
}

function worded(value: Value | null, word: (text: string) => string | null): Scalar | null {
  const written = answer(value);
  const known = written && word(textOf(written).trim());
  return written && known ? scalar(known, written.at, written.raw) : null;
}
