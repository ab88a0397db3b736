import type { CheckFact, DatasetFact, Fact } from "../../../output/fact.ts";
import type { Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { aggregatesOf } from "./aggregates.ts";
import { type Expectation, expectationOf, numbersOf } from "./expectation.ts";
import { type Validation, validationsOf } from "./validation.ts";

/** Validation results and checkpoints of Great Expectations, 0.x and 1.x. Nothing of the data's values is kept. */
export const greatExpectations = defineReader<"document">({
  tool: "great-expectations",
  form: "document",
  about: {
    versions: ["0.18.22", "1.9.1"],
    detectedBy:
      "an object with `meta.great_expectations_version`, `results` and `statistics`, or a checkpoint of such results",
    notRead: "unexpected values; whether the suite asks for enough; strict limits",
  },
  recognises: ({ root }) => validationsOf(root).length > 0,
  read({ root }) {
    const validations = validationsOf(root).map((validation) => ({
      validation,
      expectations: [...validation.results.items()].map(expectationOf),
    }));
    const times = validations.flatMap(({ validation: { time } }) => isoOf(time) ?? []).sort();
    return {
      kind: "output",
      output: {
        tool: "great-expectations",
        formatVersion: validations.find(({ validation }) => validation.version)?.validation.version ?? null,
        producedAt: times.at(-1) ?? null,
        subject: null,
        facts: validations.flatMap((each) => factsOf(each.validation, each.expectations)),
        incomplete: validations.flatMap((each) => shortfallsOf(each.validation, each.expectations)),
        aggregates: validations.flatMap((each) => aggregatesOf(each.validation, each.expectations)),
        warnings: [],
      },
    };
  },
});

function factsOf({ suite, asset, at }: Validation, expectations: readonly Expectation[]): readonly Fact[] {
  const checks = expectations.map(
    (one): CheckFact => ({
      kind: "check",
      suite,
      name: one.type,
      column: one.column,
      outcome: one.outcome,
      severity: one.severity,
      ...numbersOf(one),
      at: one.at.at,
    }),
  );
  const rows = Math.max(-1, ...expectations.slice(0, 1000).map((one) => elementsOf(one) ?? -1));
  const dataset: DatasetFact | null =
    asset === null
      ? null
      : { kind: "dataset", name: asset, digest: null, rows: rows < 0 ? null : rows, split: null, at: at.at };
  return [...checks, ...(dataset ? [dataset] : [])];
}

const COUNTS = ["evaluated_expectations", "successful_expectations", "unsuccessful_expectations"];

function shortfallsOf(
  { suite, at, statistics }: Validation,
  expectations: readonly Expectation[],
): readonly Shortfall[] {
  const of = suite === null ? "the suite" : `suite ${suite}`;
  const place = at.at;
  if (expectations.length === 0) {
    const fix = "add expectations, and validate again";
    return [{ code: "nothing-asserted", says: `${of} has no result of an expectation`, fix, at: place }];
  }
  const found: Shortfall[] = [];
  const unknown = expectations.filter(({ outcome }) => outcome === "error" || outcome === "skipped");
  if (unknown.length > 0) {
    const says = `${unknown.length} of ${expectations.length} expectations of ${of} were not evaluated`;
    const fix = "mend the expectation, such as a column that is not there, and validate again";
    found.push({ code: "errors", says, fix, at: unknown[0]?.at.at ?? place });
  }
  const lacking = COUNTS.filter((name) => statistics.get(name).number() === null);
  if (statistics.exists && lacking.length > 0) {
    const says = `the statistics of ${of} lack ${lacking.join(", ")}, which Great Expectations always writes`;
    const fix = "write the result out again, whole";
    found.push({ code: "unfinished", says, fix, at: place });
  }
  const sizes = expectations.flatMap((one) => elementsOf(one) ?? []);
  if (sizes.length > 0 && sizes.every((size) => size === 0)) {
    const fix = "validate the data that the model was trained or tested on";
    found.push({ code: "empty", says: `${of} was run over no rows`, fix, at: place });
  }
  return found;
}

function elementsOf({ result }: Expectation): number | null {
  return result.get("element_count").number();
}
