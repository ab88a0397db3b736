import { scalar } from "../../documents/build.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import { answer, field, isMapping } from "../hugging-face/fields.ts";
import { taskOfHub } from "../hugging-face/tasks.ts";
import type { NativeValues } from "../markdown/native.ts";
import { claimsOf, type ReadClaims } from "./claims.ts";
import { itemsOf, joined, listOf, mapOf, risksIn, saidIn, under } from "./texts.ts";

/** A bill of materials with a model's card in it. Source: CycloneDX 1.5 to 1.7. */
export function isCycloneDx(root: Value): boolean {
  return answer(field(root, "bomFormat"))?.value === "CycloneDX" && modelsIn(root).length > 0;
}

/** The one that the file is about comes first. */
export function modelsIn(root: Value): Value[] {
  const main = under(root, "metadata", "component");
  const all = [...(main ? [main] : []), ...itemsOf(field(root, "components"))];
  return all.filter((component) => isMapping(field(component, "modelCard")));
}

export function readCycloneDx(root: Value, into: NativeValues): ReadClaims {
  const [model = root, other] = modelsIn(root);
  const card = field(model, "modelCard");
  into.set("model.name", answer(field(model, "name")));
  into.set("model.version", answer(field(model, "version")));
  into.set("model.task", taskOf(answer(under(card, "modelParameters", "task"))));
  into.set("model.license", itemsOf(field(model, "licenses")).map(licenseOf).find(Boolean));
  into.set("model.owners", listOf(ownersOf(model)));
  into.add("data", dataOf(root, under(card, "modelParameters", "datasets")));
  const considerations = field(card, "considerations");
  const said = (key: string) => saidIn(field(considerations, key));
  into.set("use.intended", joined(said("useCases")));
  into.set("use.users", joined(said("users")));
  into.set("limitations", listOf([...said("technicalLimitations"), ...said("performanceTradeoffs")]));
  const ethics = risksIn(field(considerations, "ethicalConsiderations"), "name", "mitigationStrategy");
  const fairness = risksIn(field(considerations, "fairnessAssessments"), "harms", "mitigationStrategy");
  into.set("ethical_considerations", listOf([...ethics, ...fairness]));
  const read = claimsOf(
    itemsOf(under(card, "quantitativeAnalysis", "performanceMetrics")).map((metric) => ({
      name: field(metric, "type"),
      value: field(metric, "value"),
      slice: field(metric, "slice"),
      low: under(metric, "confidenceInterval", "lowerBound"),
      high: under(metric, "confidenceInterval", "upperBound"),
    })),
  );
  if (!other) return read;
  const says = "the file has cards of several models, and only the first is read";
  const problem = {
    code: "not-read",
    about: "modelCard",
    at: other.at,
    says,
    fix: "write a file for each model",
  };
  return { ...read, problems: [...read.problems, problem] };
}

function taskOf(written: Scalar | null): Scalar | null {
  const task = written && taskOfHub(textOf(written));
  return written && task ? scalar(task, written.at, written.raw) : null;
}

function licenseOf(choice: Value): Scalar | null {
  const license = field(choice, "license");
  return (
    answer(field(license, "id")) ?? answer(field(license, "name")) ?? answer(field(choice, "expression"))
  );
}

function ownersOf(model: Value): Mapping[] {
  const people = [
    ...itemsOf(field(model, "authors")),
    field(model, "supplier"),
    field(model, "manufacturer"),
  ];
  const named = people.flatMap((person) => {
    const contact = answer(field(person, "email")) ?? saidIn(field(person, "contact"), "email")[0];
    return mapOf({ name: answer(field(person, "name")), contact }) ?? [];
  });
  const author = mapOf({ name: answer(field(model, "author")) });
  return named.length > 0 || !author ? named : [author];
}

/** A data set is described in place, or named by the reference of a component. */
function dataOf(root: Value, datasets: Value | null): Mapping[] {
  const names = new Map<Scalar["value"], Scalar>();
  for (const component of itemsOf(field(root, "components"))) {
    const reference = answer(field(component, "bom-ref"));
    const name = answer(field(component, "name"));
    if (reference && name) names.set(reference.value, name);
  }
  return itemsOf(datasets).flatMap((set) => {
    const reference = answer(field(set, "ref"));
    const dataset =
      answer(field(set, "name")) ?? (reference ? (names.get(reference.value) ?? reference) : null);
    return dataset ? (mapOf({ dataset }) ?? []) : [];
  });
}
