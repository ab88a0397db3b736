import type { Json } from "../../../output/json.ts";

/** One answer to one test, wherever in a file it stands. */
export interface Row {
  readonly itself: Json;
  readonly test: Json;
  readonly metadata: Json;
  readonly provider: Json;
  readonly success: boolean | null;
  /** Null in files of 2024. */
  readonly failureReason: number | null;
  readonly grading: Json;
}

/** A row of `results.results`, or a line of JSON Lines. */
export function rowOf(result: Json): Row {
  const test = result.get("testCase");
  const metadata = result.get("metadata");
  return {
    itself: result,
    test,
    metadata: metadata.has("pluginId") ? metadata : test.get("metadata"),
    provider: result.get("provider"),
    success: result.get("success").boolean(),
    failureReason: result.get("failureReason").number(),
    grading: result.get("gradingResult"),
  };
}

/** Until version 2 of the format only the table says which test an answer belongs to. */
export function* rowsOfTable(table: Json): Generator<Row> {
  for (const line of table.get("body").items()) {
    const test = line.get("test");
    for (const cell of line.get("outputs").items()) {
      yield {
        itself: cell,
        test,
        metadata: test.get("metadata"),
        provider: cell.get("provider"),
        success: cell.get("pass").boolean(),
        failureReason: cell.get("failureReason").number(),
        grading: cell.get("gradingResult"),
      };
    }
  }
}

/** What graded the answer; what would have, when it never was. */
export function assertionsOf({ grading, test }: Row): readonly Json[] {
  const graded = [...grading.get("componentResults").items()].map((each) => each.get("assertion"));
  return graded.length > 0 ? graded : [...test.get("assert").items()];
}
