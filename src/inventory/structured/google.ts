import { scalar } from "../../documents/build.ts";
import type { Value } from "../../documents/value.ts";
import { answer, field, isMapping } from "../hugging-face/fields.ts";
import type { NativeValues } from "../markdown/native.ts";
import { claimsOf, type ReadClaims } from "./claims.ts";
import { itemsOf, joined, listOf, mapOf, risksIn, saidIn, under } from "./texts.ts";

const SPLITS = [
  ["train", "train"],
  ["eval", "evaluation"],
] as const;

/** A card of Google's Model Card Toolkit. Source: its schemas 0.0.1 and 0.0.2. */
export function isGoogle(root: Value): boolean {
  const details = field(root, "model_details");
  const others = ["model_parameters", "quantitative_analysis", "considerations", "schema_version"];
  return (
    isMapping(details) && field(details, "name") !== null && others.some((key) => field(root, key) !== null)
  );
}

export function readGoogle(root: Value, into: NativeValues): ReadClaims {
  const details = field(root, "model_details");
  into.set("model.name", answer(field(details, "name")));
  into.set("model.version", answer(under(details, "version", "name")));
  into.set("model.license", licenseOf(details));
  const owners = itemsOf(field(details, "owners")).flatMap(
    (owner) => mapOf({ name: answer(field(owner, "name")), contact: answer(field(owner, "contact")) }) ?? [],
  );
  into.set("model.owners", listOf(owners));
  into.add("data", dataOf(under(root, "model_parameters", "data")));
  const considerations = field(root, "considerations");
  const said = (key: string) => saidIn(field(considerations, key), "description");
  into.set("use.intended", joined(said("use_cases")));
  into.set("use.users", joined(said("users")));
  into.set("limitations", listOf([...said("limitations"), ...said("tradeoffs")]));
  const ethics = risksIn(field(considerations, "ethical_considerations"), "name", "mitigation_strategy");
  into.set("ethical_considerations", listOf(ethics));
  return claimsOf(
    itemsOf(under(root, "quantitative_analysis", "performance_metrics")).map((metric) => ({
      name: field(metric, "type"),
      value: field(metric, "value"),
      slice: field(metric, "slice"),
      threshold: field(metric, "threshold"),
      low: under(metric, "confidence_interval", "lower_bound"),
      high: under(metric, "confidence_interval", "upper_bound"),
    })),
  );
}

function licenseOf(details: Value | null) {
  const [first] = itemsOf(field(details, "licenses"));
  const listed = first ? saidIn(first, "identifier", "custom_text")[0] : null;
  return answer(field(details, "license")) ?? listed;
}

/** 0.0.1 has one set to train on and one to evaluate on; 0.0.2 has a list. */
function dataOf(data: Value | null): Value[] {
  const named = SPLITS.flatMap(([key, split]) => {
    const set = field(data, key);
    const dataset = answer(field(set, "name")) ?? answer(field(set, "link"));
    return dataset ? (mapOf({ split: scalar(split, dataset.at), dataset }) ?? []) : [];
  });
  const listed = saidIn(data && data.kind === "list" ? data : null, "name", "link");
  return [...named, ...listed.flatMap((dataset) => mapOf({ dataset }) ?? [])];
}
