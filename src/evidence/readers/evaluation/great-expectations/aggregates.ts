import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import { type Expectation, mostUnexpected } from "./expectation.ts";
import type { Validation } from "./validation.ts";

const ROUNDING = 1e-6;

/** A validation's statistics from its results, and each result from the counts that it rests on. */
export function aggregatesOf(
  validation: Validation,
  expectations: readonly Expectation[],
): readonly Aggregate[] {
  const of = [validation.suite, validation.asset].filter((part) => part !== null).join("|");
  return [...statisticsOf(validation, expectations, of), ...expectations.flatMap((one) => resultOf(one, of))];
}

function statisticsOf(
  { statistics, success, at }: Validation,
  expectations: readonly Expectation[],
  of: string,
): readonly Aggregate[] {
  const successful = expectations.filter((one) => one.success.boolean() === true).length;
  const rows = expectations.length;
  const failuresOnly = successful === 0 && rows < (statistics.get("evaluated_expectations").number() ?? 0);
  const because = failuresOnly ? "the results of what passed were left out" : null;
  const counted = (name: string, recomputed: number, known: boolean) =>
    stated({
      name: `${name}|${of}`,
      value: statistics.get(name),
      recomputed: known ? recomputed : null,
      because: known ? null : because,
      rows,
    });
  return [
    ...counted("evaluated_expectations", rows, !failuresOnly),
    ...counted("successful_expectations", successful, !failuresOnly),
    ...counted("unsuccessful_expectations", rows - successful, true),
    ...(rows > 0 ? counted("success_percent", (100 * successful) / rows, !failuresOnly) : []),
    ...flag(`success|${of}`, success, successful === rows, rows, at),
  ];
}

/** Left out where the tool writes no counts, or an error stands in their place. */
function resultOf(expectation: Expectation, of: string): readonly Aggregate[] {
  const { type, column, result, success, outcome } = expectation;
  if (outcome === "error") return [];
  const name = [type, column, of].filter((part) => part !== null).join("|");
  const unexpected = result.get("unexpected_count").number();
  const asked = (result.get("element_count").number() ?? 0) - (result.get("missing_count").number() ?? 0);
  const percents =
    unexpected !== null && asked > 0
      ? stated({
          name: `unexpected_percent|${name}`,
          value: result.get("unexpected_percent"),
          recomputed: (100 * unexpected) / asked,
          because: null,
          rows: asked,
        })
      : [];
  const holds = holdsOf(expectation);
  return [
    ...percents,
    ...(holds === null ? [] : flag(`success|${name}`, success, holds, asked, expectation.at)),
  ];
}

/** Whether an expectation holds by its own numbers; null where they do not tell. */
function holdsOf({ type, kwargs, result }: Expectation): boolean | null {
  const percent = result.get("unexpected_percent").number();
  if (percent !== null) return percent <= mostUnexpected(kwargs) + ROUNDING;
  const observed = result.get("observed_value").number();
  const [min, max] = [kwargs.get("min_value").number(), kwargs.get("max_value").number()];
  const isStrict = kwargs.has("strict_min") || kwargs.has("strict_max");
  if (observed === null || !type.endsWith("_to_be_between") || isStrict) return null;
  if (min === null && max === null) return null;
  return (min === null || observed >= min) && (max === null || observed <= max);
}

/** That something passed, as 1 or 0. */
function flag(name: string, value: Json, recomputed: boolean, rows: number, at: Json): readonly Aggregate[] {
  const passed = value.boolean();
  if (passed === null) return [];
  const [one, other] = [Number(passed), Number(recomputed)];
  return [
    { name, stated: one, recomputed: other, because: null, tolerance: 0, rows, at: at.get("success").at },
  ];
}

interface Stated {
  readonly name: string;
  readonly value: Json;
  readonly recomputed: number | null;
  readonly because: string | null;
  readonly rows: number;
}

function stated({ name, value, recomputed, because, rows }: Stated): readonly Aggregate[] {
  const number = value.number();
  if (number === null) return [];
  return [{ name, stated: number, recomputed, because, tolerance: ROUNDING, rows, at: value.at }];
}
