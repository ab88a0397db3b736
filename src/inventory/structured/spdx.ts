import { scalar } from "../../documents/build.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Scalar, Value } from "../../documents/value.ts";
import { answer, answers, field } from "../hugging-face/fields.ts";
import type { NativeValues } from "../markdown/native.ts";
import { claimsOf, type ReadClaims } from "./claims.ts";
import { itemsOf, listOf, mapOf, under } from "./texts.ts";

/** How the general risk assessment of the EU, which SPDX quotes, becomes a tier. */
const TIERS: ReadonlyMap<string, string> = new Map([
  ["low", "low"],
  ["medium", "medium"],
  ["high", "high"],
  ["serious", "critical"],
]);
const DATA: ReadonlyMap<string, string> = new Map([
  ["trainedOn", "train"],
  ["testedOn", "test"],
]);

/** A model in SPDX's AI profile, as JSON-LD. Source: SPDX 3.0.1, as its Python bindings write it. */
export function isSpdx(root: Value): boolean {
  return packagesIn(root).length > 0;
}

function packagesIn(root: Value): Value[] {
  return itemsOf(field(root, "@graph")).filter((element) => typeOf(element) === "ai_AIPackage");
}

function typeOf(element: Value): string | null {
  const type = answer(field(element, "type")) ?? answer(field(element, "@type"));
  return type && textOf(type);
}

export function readSpdx(root: Value, into: NativeValues): ReadClaims {
  const [model = root, other] = packagesIn(root);
  const named = new Map<Scalar["value"], Value>();
  for (const element of itemsOf(field(root, "@graph"))) {
    const id = answer(field(element, "spdxId")) ?? answer(field(element, "@id"));
    if (id) named.set(id.value, element);
  }
  const nameOf = (reference: Scalar) => answer(field(named.get(reference.value), "name"));
  into.set("model.name", answer(field(model, "name")));
  into.set("model.version", answer(field(model, "software_packageVersion")));
  const makers = [...answers(field(model, "suppliedBy")), ...answers(field(model, "originatedBy"))];
  into.set("model.owners", listOf(makers.flatMap((maker) => mapOf({ name: nameOf(maker) }) ?? [])));
  into.set("use.intended", answer(field(model, "ai_informationAboutApplication")));
  into.set("limitations", answer(field(model, "ai_limitation")));
  into.set("risk.tier", tierOf(answer(field(model, "ai_safetyRiskAssessment"))));
  const own = answer(field(model, "spdxId"))?.value;
  for (const relation of itemsOf(field(root, "@graph"))) {
    if (own === undefined || answer(field(relation, "from"))?.value !== own) continue;
    const kind = answer(field(relation, "relationshipType"));
    const targets = answers(field(relation, "to"));
    const split = kind ? DATA.get(textOf(kind)) : undefined;
    if (kind && split !== undefined)
      into.add(
        "data",
        targets.flatMap((to) => mapOf({ split: scalar(split, kind.at), dataset: nameOf(to) ?? to }) ?? []),
      );
    if (kind && /^has(?:Declared|Concluded)License$/.test(textOf(kind)))
      into.set("model.license", targets.map((to) => licenseOf(named.get(to.value) ?? null) ?? to)[0]);
  }
  const thresholds = pairsIn(field(model, "ai_metricDecisionThreshold"));
  const read = claimsOf(
    itemsOf(field(model, "ai_metric")).map((metric) => ({
      name: field(metric, "key"),
      value: field(metric, "value"),
      threshold: thresholds.get(answer(field(metric, "key"))?.value ?? null) ?? null,
    })),
  );
  if (!other) return read;
  const says = "the file has several models, and only the first is read";
  const problem = {
    code: "not-read",
    about: "ai_AIPackage",
    at: other.at,
    says,
    fix: "write a file for each model",
  };
  return { ...read, problems: [...read.problems, problem] };
}

/** The values of a list of dictionary entries, by their keys. */
function pairsIn(entries: Value | null): ReadonlyMap<Scalar["value"], Value | null> {
  return new Map(
    itemsOf(entries).map((entry) => [answer(field(entry, "key"))?.value ?? null, field(entry, "value")]),
  );
}

function tierOf(risk: Scalar | null): Scalar | null {
  const tier = risk && TIERS.get(textOf(risk));
  return risk && tier ? scalar(tier, risk.at, risk.raw) : null;
}

function licenseOf(element: Value | null): Scalar | null {
  return answer(under(element, "simplelicensing_licenseExpression")) ?? answer(field(element, "name"));
}
