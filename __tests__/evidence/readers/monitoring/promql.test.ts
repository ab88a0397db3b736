import { describe, expect, test } from "vitest";
import { conditionsIn } from "../../../../src/evidence/readers/monitoring/promql/conditions.ts";
import { seriesIn } from "../../../../src/evidence/readers/monitoring/promql/expression.ts";
import { promqlParser } from "../../../../src/evidence/readers/monitoring/promql/parse.ts";

const promql = await promqlParser();

function read(expression: string, seconds: number | null = null): string | readonly string[] {
  const parsed = promql(expression);
  if ("unread" in parsed) return parsed.unread;
  const { conditions, unread } = conditionsIn(parsed.expression, seconds);
  if (unread !== null) return unread;
  return conditions.map(
    ({ metric, operator, threshold, window }) =>
      `${metric} ${operator} ${threshold ?? "series"}${window === null ? "" : ` for ${window}`}`,
  );
}

describe("the conditions of an expression", () => {
  test.each([
    ["accuracy < 0.7", ["accuracy < 0.7"]],
    ["0.7 > accuracy", ["accuracy < 0.7"]],
    ["0.7 <= accuracy", ["accuracy >= 0.7"]],
    ["7e-1 > accuracy", ["accuracy < 0.7"]],
    ["x < 0x10", ["x < 16"]],
    ["x > 1_000", ["x > 1000"]],
    ["x > 5m", ["x > 300"]],
    ["x != -1", ["x != -1"]],
    ["x == 2 ^ 3 - 4 % 3", ["x == 7"]],
    ['avg by (model) (accuracy{env="prod"}) < 0.7', ["accuracy < 0.7"]],
    ["sum(x) by (model) > 3", ["x > 3"]],
    ["topk(3, accuracy) < 0.7", ["accuracy < 0.7"]],
    ["quantile_over_time(0.1, accuracy[1h]) < 0.7", ["accuracy < 0.7 for 3600"]],
    ["rate(errors_total[5m]) > 10", ["errors_total > 10 for 300"]],
    ["max_over_time(rate(errors_total[5m])[1h:1m]) > 10", ["errors_total > 10 for 3600"]],
    ["sum(rate(e[5m])) / sum(rate(r[5m])) > 0.05", ["e / r > 0.05 for 300"]],
    ["100 * sum(rate(e[5m])) / sum(rate(r[5m])) > 5", ["e / r > 0.05 for 300"]],
    ["1 - accuracy > 0.3", ["accuracy < 0.7"]],
    ["1 - accuracy < 0.9", ["accuracy > 0.1"]],
    ["(accuracy - 0.5) * 2 < 0.4", ["accuracy < 0.7"]],
    ["accuracy * 100 < 70", ["accuracy < 0.7"]],
    ["-accuracy > -0.7", ["accuracy < 0.7"]],
    ["accuracy < 0.7 and on(model) requests > 100", ["accuracy < 0.7", "requests > 100"]],
    ["accuracy < 0.7 or accuracy > 0.99", ["accuracy < 0.7", "accuracy > 0.99"]],
    ["accuracy < 0.7 unless on() maintenance == 1", ["accuracy < 0.7"]],
    ["(accuracy < bool 0.7) == 1", ["accuracy < 0.7"]],
    ["(accuracy < bool 0.7) > 0", ["accuracy < 0.7"]],
    ["0 != (accuracy < bool 0.7)", ["accuracy < 0.7"]],
    ["(accuracy < bool 0.7) == 0", ["accuracy >= 0.7"]],
    ["(accuracy < bool 0.7) != 1", ["accuracy >= 0.7"]],
    ["0.5 < accuracy < 0.7", ["accuracy > 0.5", "accuracy < 0.7"]],
    ["(errors or vector(0)) > 5", ["errors > 5"]],
    ["accuracy < on() group_left() floor", ["accuracy < series", "floor > series"]],
    ["accuracy < 0.9 * (accuracy offset 1w)", ["accuracy < series"]],
    ["0.9 * (accuracy offset 1w) > accuracy", ["accuracy < series"]],
    ["accuracy - accuracy_baseline < -0.05", ["accuracy - accuracy_baseline < -0.05"]],
    ["count(accuracy < 0.7) > 2", ["accuracy < 0.7", "count(accuracy) > 2"]],
    ["count(accuracy) < 3", ["count(accuracy) < 3"]],
    ["stddev_over_time(accuracy[1d]) > 0.1", ["stddev_over_time(accuracy) > 0.1 for 86400"]],
    ["abs(bias) > 0.1", ["abs(bias) > 0.1"]],
    ["sum(1 - accuracy) > 3", ["sum(-1 * accuracy + 1) > 3"]],
    ["time() - last_trained > 86400", ["time() - last_trained > 86400"]],
    ['{__name__="accuracy"} < 0.7', ["accuracy < 0.7"]],
    ['{"model.accuracy", env="prod"} < 0.7', ["model.accuracy < 0.7"]],
    ["accuracy @ end() < 0.7", ["accuracy < 0.7"]],
    ["accuracy < # a comment\n 0.7", ["accuracy < 0.7"]],
    ["predict_linear(psi[1h], 3600) > 0.2", ["psi > 0.2 for 3600"]],
  ])("%s", (expression, conditions) => {
    expect(read(expression)).toEqual(conditions);
  });

  test("`for` is the window, before the range", () => {
    expect(read("rate(errors_total[5m]) > 10", 900)).toEqual(["errors_total > 10 for 900"]);
  });
});

describe("no condition", () => {
  test.each([
    ["accuracy < bool 0.7", "`bool` keeps every series"],
    ["absent(accuracy)", "it fires when a series is absent"],
    ["absent(accuracy < 0.7)", "it fires when a series is absent"],
    ["accuracy", "it compares no series with a number"],
    ["accuracy and requests", "it compares no series"],
    ["accuracy < Inf", "it compares no series"],
    ["accuracy < NaN", "it compares no series"],
    ["accuracy * 0 < 1", "it compares no series"],
    ["(accuracy or vector(0)) < 0.7", "it compares no series"],
    ["100 - 100 * (accuracy or vector(0)) > 30", "it compares no series"],
    ["vector(1) > 0", "it compares no series"],
    ["(accuracy < bool 0.7) >= 0", "it compares no series"],
    ["requests unless accuracy < 0.7", "it compares no series"],
  ])("%s", (expression, because) => {
    expect(read(expression)).toContain(because);
  });
});

describe("no PromQL", () => {
  test.each([
    ["", "is empty"],
    ["{} > 1", "every series there is"],
    ['{a="", b=""} > 1', "every series there is"],
    ["accuracy <", "ends too early"],
    ["accuracy < 0.7)", "at `)`"],
    ["avg(accuracy < 0.7", "ends too early"],
    ["accuracy < zero point seven", "at `point"],
    ["rate(accuracy) < 1", "takes a range"],
    ["sum(x[5m]) > 1", "takes a vector"],
    ["x[5m]", "gives a range"],
    ['"text"', "gives text"],
    ["1 < 2", "without `bool`"],
    ["x + bool 1", "compares nothing"],
    ["x and 1", "given a number"],
    ["round(x, 1, 2) > 1", "given 3 arguments"],
    ["avg(0.5, x) > 1", "given 2 arguments"],
    ["(x + y)[5m] > 1", "no selector"],
    ["(x + y) offset 5m > 1", "no selector"],
    ["madeup(x) > 1", "no PromQL"],
    ['x{a="b} > 1', "no PromQL"],
    ['x > "abc', "quotation mark"],
    [`${"(".repeat(5000)}x${")".repeat(5000)}`, "nested too deeply"],
    ["-".repeat(10_000), "no PromQL"],
    [`x${" + x".repeat(2000)} > 1`, ""],
    ["x".repeat(30_000), "longer than"],
    ["x ".repeat(9000), "no PromQL"],
  ])("%s", (expression, because) => {
    expect(promql(expression)).toHaveProperty("unread", expect.stringContaining(because));
  });

  test("the expressions of one file have a limit together", async () => {
    const parse = await promqlParser();
    const long = `x > ${"1".repeat(19_000)}`;
    const answers = Array.from({ length: 30 }, () => parse(long));
    expect(answers[0]).toHaveProperty("expression");
    expect(answers.at(-1)).toHaveProperty("unread", expect.stringContaining("together"));
  });
});

test("the series of an expression, each once", () => {
  const parsed = promql("sum(rate(a[5m])) / sum(rate(b[5m])) > on() a unless c");
  expect("expression" in parsed && seriesIn(parsed.expression)).toEqual(["a", "b", "c"]);
});
