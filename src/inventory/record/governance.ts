import type { Mapping } from "../../documents/value.ts";
import type { Factors, Owner, PredictionSettings, Requirement } from "../model.ts";
import { AUTONOMY, OWNER_ROLES } from "../vocabulary.ts";
import {
  flagAt,
  listAt,
  mapAt,
  mapsAt,
  nameAt,
  namesAt,
  numberAt,
  textAt,
  textsAt,
  wordAt,
} from "./fields.ts";
import { sliceFrom } from "./slice.ts";

const DIRECTIONS = ["higher", "lower"] as const;

export function ownersFrom(root: Mapping | null): Owner[] {
  return mapsAt(mapAt(root, "model"), "owners").map((owner) => ({
    name: textAt(owner, "name"),
    role: wordAt(owner, "role", OWNER_ROLES),
    contact: textAt(owner, "contact"),
    at: owner.at,
  }));
}

export function factorsFrom(root: Mapping | null): Factors {
  const factors = mapAt(mapAt(root, "risk"), "factors");
  return {
    domain: textAt(factors, "domain"),
    autonomy: wordAt(factors, "autonomy", AUTONOMY),
    people_affected: numberAt(factors, "people_affected"),
    sensitive_attributes: textsAt(factors, "sensitive_attributes"),
    external_facing: flagAt(factors, "external_facing"),
    generative: flagAt(factors, "generative"),
    tool_use: flagAt(factors, "tool_use"),
    regulated: flagAt(factors, "regulated"),
    regions: textsAt(factors, "regions"),
  };
}

export function requirementsFrom(root: Mapping | null): Requirement[] {
  return mapsAt(root, "requirements").map((requirement) => ({
    id: nameAt(requirement, "id"),
    says: textAt(requirement, "says"),
    metric: textAt(requirement, "metric"),
    atLeast: numberAt(requirement, "at_least"),
    atMost: numberAt(requirement, "at_most"),
    split: textAt(requirement, "split"),
    slice: sliceFrom(requirement),
    at: requirement.at,
  }));
}

export function predictionFrom(root: Mapping | null): PredictionSettings {
  const prediction = mapAt(root, "prediction");
  const classes = listAt(prediction, "classes");
  const names = namesAt(prediction, "classes");
  return {
    positiveClass: nameAt(prediction, "positive_class"),
    classes: classes && {
      value: names.map(({ value }) => value),
      raw: names.map(({ raw }) => raw).join(", "),
      at: classes.at,
    },
    threshold: numberAt(prediction, "threshold"),
    scoreDirection: wordAt(prediction, "score_direction", DIRECTIONS),
  };
}
