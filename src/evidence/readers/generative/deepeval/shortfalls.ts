import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import type { RunTally } from "./run-tally.ts";

/** Why a run was not a whole one. */
export function shortfallsOf(run: Json, { groups, unasked }: RunTally): Shortfall[] {
  const { attempts, total } = groups;
  const { at } = run;
  const shortfalls: Shortfall[] = [];
  if (attempts === 0) {
    const says = "no metric judged any test case";
    shortfalls.push({ code: "empty", says, fix: "run `deepeval test run` with its test cases", at });
  }
  const counts = ["testPassed", "testFailed"].map((key) => run.get(key).number());
  if (counts.includes(null) || (attempts > 0 && run.get("metricsScores").size === 0)) {
    const says =
      "the run was never counted: it was broken off, or this is the copy that DeepEval before 4 made before it counted";
    const fix = "run it to its end, and commit `.deepeval/.latest_test_run.json`";
    shortfalls.push({ code: "unfinished", says, fix, at });
  }
  if (attempts > 0 && total.unscored + unasked > 0) {
    const parts = [
      ...(total.unscored > 0
        ? [`${total.unscored} of ${attempts} verdicts have no score or no threshold`]
        : []),
      ...(unasked > 0 ? [`${unasked} test cases were judged by no metric`] : []),
    ];
    const fix = "give every test case its metrics, and every metric a threshold";
    shortfalls.push({ code: "nothing-asserted", says: parts.join(", and "), fix, at });
  }
  if (total.error > 0) {
    const says = `${total.error} of ${attempts} verdicts failed to run`;
    const fix = "run it again without `--ignore-errors`, until none fails";
    shortfalls.push({ code: "errors", says, fix, at });
  }
  return shortfalls;
}
