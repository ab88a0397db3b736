import { lookup } from "../documents/lookup.ts";
import { startOf } from "../documents/place.ts";
import type { Mapping } from "../documents/value.ts";
import type { Card } from "./card.ts";
import { folderId, slug } from "./folder-id.ts";
import type { Model } from "./model.ts";
import { claimsFrom } from "./record/claims.ts";
import { mapAt, textAt, wordAt } from "./record/fields.ts";
import { factorsFrom, ownersFrom, predictionFrom, requirementsFrom } from "./record/governance.ts";
import { monitoredFrom } from "./record/monitoring.ts";
import { artifactsFrom, baseModelsFrom, datasetsFrom, evidenceFrom } from "./record/tables.ts";
import type { Sourced } from "./sourced.ts";
import { LIFECYCLES, TASKS, TIERS } from "./vocabulary.ts";

/** The card as a record. Wrong types and placeholders are null: the card's problems and the rules tell of them. */
export function modelFrom(card: Card): Model {
  const { root } = card;
  const model = mapAt(root, "model");
  return {
    id: textAt(model, "id") ?? idWithout(card, model),
    name: textAt(model, "name"),
    version: textAt(model, "version"),
    task: wordAt(model, "task", TASKS),
    lifecycle: wordAt(model, "lifecycle", LIFECYCLES),
    owners: ownersFrom(root),
    artifacts: artifactsFrom(root),
    baseModels: baseModelsFrom(root),
    tier: wordAt(mapAt(root, "risk"), "tier", TIERS),
    factors: factorsFrom(root),
    noSensitiveAttributes: textAt(mapAt(mapAt(root, "risk"), "factors"), "sensitive_attributes_reason"),
    requirements: requirementsFrom(root),
    prediction: predictionFrom(root),
    data: datasetsFrom(root),
    claims: claimsFrom(root),
    evidence: evidenceFrom(root),
    monitored: monitoredFrom(root),
    validated: textAt(mapAt(root, "validation"), "date"),
    nextReview: textAt(mapAt(root, "validation"), "next_review"),
  };
}

/** A card without an id still names its model: by the model's name, else by the folder. */
function idWithout(card: Card, model: Mapping | null): Sourced<string> {
  const name = textAt(model, "name");
  const fromName = name && slug(name.value);
  if (name && fromName) return { ...name, value: fromName };
  const at = lookup(card.root, "model")?.at ?? startOf(card.path);
  return { value: folderId(card.folder), raw: "", at };
}
