import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AlertCondition } from "../../../../src/evidence/output/fact.ts";
import { conditionsIn } from "../../../../src/evidence/readers/monitoring/promql/conditions.ts";
import { promqlParser } from "../../../../src/evidence/readers/monitoring/promql/parse.ts";

interface Golden {
  readonly accepted: readonly (readonly [expression: string, accepted: boolean])[];
  readonly firing: readonly {
    readonly expression: string;
    readonly series: Readonly<Record<string, string>>;
    readonly fires: boolean;
  }[];
}

const golden = JSON.parse(readFileSync(join(import.meta.dirname, "goldens/promql.json"), "utf8")) as Golden;
const promql = await promqlParser();

/** promtool only parses: these fail when they are evaluated. The editor's grammar has no `5.`. */
const STRICTER: ReadonlySet<string> = new Set(["x[5m]", '"text"', "x > 5."]);

describe("what Prometheus accepts as an alert's expression", () => {
  test.each(golden.accepted)("%s: %s", (expression, accepted) => {
    const parsed = promql(expression);
    expect("expression" in parsed).toBe(accepted && !STRICTER.has(expression));
  });
});

/** The series of a case start somewhere and grow by so much a minute; a counter counts by its growth per second. */
function sizeOf(written: string): number {
  const [, start, growth] = /^([\d.]+)\+([\d.]+)x/.exec(written) ?? [];
  return Number(growth) === 0 ? Number(start) : Number(growth) / 60;
}

function holds({ operator, threshold }: AlertCondition, value: number): boolean {
  if (threshold === null) throw new Error("the cases compare with numbers");
  const difference = Math.sign(value - threshold);
  const meets = { "<": [-1], "<=": [-1, 0], ">": [1], ">=": [0, 1], "==": [0], "!=": [-1, 1] };
  return meets[operator].includes(difference);
}

describe("when Prometheus fires, the conditions hold, and only then", () => {
  test.each(golden.firing)("$expression with $series: $fires", ({ expression, series, fires }) => {
    const parsed = promql(expression);
    if ("unread" in parsed) throw new Error(parsed.unread);
    const { conditions, unread } = conditionsIn(parsed.expression, null);
    if (unread !== null) {
      // It fires whatever the value is, and so says nothing about the metric.
      const same = golden.firing.filter((each) => each.expression === expression);
      expect(same.every((each) => each.fires)).toBe(true);
      return;
    }
    const all = conditions.every((condition) => holds(condition, sizeOf(series[condition.metric]!)));
    expect(all).toBe(fires);
  });
});
