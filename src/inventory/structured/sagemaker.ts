import { scalar } from "../../documents/build.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Scalar, Value } from "../../documents/value.ts";
import { answer, field, isMapping } from "../hugging-face/fields.ts";
import { taskOfHub } from "../hugging-face/tasks.ts";
import type { NativeValues } from "../markdown/native.ts";
import { TIERS } from "../vocabulary.ts";
import { claimsOf, type ReadClaims, type Reported } from "./claims.ts";
import { itemsOf, listOf, mapOf, saidIn, under } from "./texts.ts";

const PARTS = [
  "intended_uses",
  "business_details",
  "training_details",
  "evaluation_details",
  "additional_information",
];

/** The content of a SageMaker model card. Source: what its Python SDK sends, 2.118 to 2.257. */
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
  const job = under(root, "training_details", "training_job_details");
  const trained = saidIn(field(job, "training_datasets"));
  into.add(
    "data",
    trained.flatMap((dataset) => mapOf({ split: scalar("train", dataset.at), dataset }) ?? []),
  );
  const evaluations = itemsOf(field(root, "evaluation_details"));
  const named = evaluations.flatMap((evaluation) => saidIn(field(evaluation, "datasets")));
  const tested = [...new Map(named.map((dataset) => [textOf(dataset), dataset])).values()];
  into.add(
    "data",
    tested.flatMap((dataset) => mapOf({ split: scalar("evaluation", dataset.at), dataset }) ?? []),
  );
  return claimsOf([...trainedMetricsOf(job), ...evaluations.flatMap(metricsOf)]);
}

/** What the SDK puts beside a metric of Model Monitor: how far it varies, and what a constant answer would reach. */
const BESIDE = /(?: - standard_deviation|_best_constant_classifier)$/;
/** Groups that the SDK makes of a report of Clarify: one value for each feature, and one for each facet. */
const OF_FEATURES = "explanations - ";
const FACET = / and facet (.{1,100}=.{1,100})$/;

/** Numbers alone: matrices and charts are not claims of one value. */
function metricsOf(evaluation: Value): Reported[] {
  const sets = saidIn(field(evaluation, "datasets"));
  return itemsOf(field(evaluation, "metric_groups")).flatMap((group) => {
    const title = answer(field(group, "name"));
    const named = title ? textOf(title) : "";
    if (named.startsWith(OF_FEATURES)) return [];
    const facet = FACET.exec(named.slice(0, 500))?.[1];
    return itemsOf(field(group, "metric_data"))
      .filter(isNumber)
      .map((metric) => ({
        name: field(metric, "name"),
        value: field(metric, "value"),
        slice: title && facet !== undefined ? scalar(facet, title.at, title.raw) : null,
        dataset: sets.length === 1 ? sets[0]! : null,
      }));
  });
}

function isNumber(metric: Value): boolean {
  const name = answer(field(metric, "name"));
  return answer(field(metric, "type"))?.value === "number" && !(name && BESIDE.test(textOf(name)));
}

const OF_A_SPLIT = /^(train|validation|test):(.{1,200})$/;

/** A training job calls its metrics `validation:auc`; those without such a word are of the data that it trained on. */
function trainedMetricsOf(job: Value | null): Reported[] {
  const metrics = ["training_metrics", "user_provided_training_metrics"].flatMap((key) =>
    itemsOf(field(job, key)),
  );
  return metrics.flatMap((metric) => {
    const name = answer(field(metric, "name"));
    if (!name) return [];
    const [, split = "train", rest = textOf(name)] = OF_A_SPLIT.exec(textOf(name).slice(0, 300)) ?? [];
    return {
      name: scalar(rest, name.at, name.raw),
      value: field(metric, "value"),
      split: scalar(split, name.at, name.raw),
    };
  });
}

function tierOf(rating: string): string | null {
  return TIERS.find((tier) => tier === rating.toLowerCase()) ?? null;
}

function worded(value: Value | null, word: (text: string) => string | null): Scalar | null {
  const written = answer(value);
  const known = written && word(textOf(written).trim());
  return written && known ? scalar(known, written.at, written.raw) : null;
}
