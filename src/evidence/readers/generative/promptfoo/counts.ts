import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";
import type { AttemptOutcome } from "../attempt-groups.ts";
import { outcomeOf } from "./outcome.ts";
import { type Row, rowOf, rowsOfTable } from "./row.ts";

/** The counts that promptfoo states, each with what its rows give. */
export function countsOf(summary: Json): Aggregate[] {
  const results = new Counts();
  const byPrompt = new Map<number, Counts>();
  for (const result of summary.get("results").items()) {
    const row = rowOf(result);
    results.add(row);
    const index = result.get("promptIdx").number();
    if (index === null) continue;
    const counts = byPrompt.get(index) ?? new Counts();
    counts.add(row);
    byPrompt.set(index, counts);
  }
  const stats = summary.get("stats");
  const table = summary.get("table");
  return [
    ...stated("", stats, STATS, results),
    ...(table.isMap ? stated("|table", stats, STATS, countsOfTable(table)) : []),
    ...[...summary.get("prompts").items()].flatMap((prompt, index) =>
      stated(
        `|${nameOf(prompt, index)}`,
        prompt.get("metrics"),
        METRICS,
        byPrompt.get(index) ?? new Counts(),
      ),
    ),
  ];
}

/** Names of the counts in a file, by what they count. */
interface Names {
  readonly passed: string;
  readonly failed: string;
  readonly errors: string;
}

const STATS: Names = { passed: "successes", failed: "failures", errors: "errors" };
const METRICS: Names = { passed: "testPassCount", failed: "testFailCount", errors: "testErrorCount" };

/** Files of 2024 count what failed to run among the failures. */
function stated(suffix: string, where: Json, names: Names, counts: Counts): Aggregate[] {
  const apart = where.get(names.errors).number() !== null;
  return [
    aggregate(`passed${suffix}`, where.get(names.passed), counts.passed, counts.rows),
    aggregate(
      `failed${suffix}`,
      where.get(names.failed),
      counts.failed + (apart ? 0 : counts.errors),
      counts.rows,
    ),
    aggregate(`errors${suffix}`, where.get(names.errors), counts.errors, counts.rows),
  ].filter((each) => each !== null);
}

function aggregate(name: string, value: Json, recomputed: number, rows: number): Aggregate | null {
  const number = value.number();
  if (number === null) return null;
  return { name, stated: number, recomputed, because: null, tolerance: 0, rows, at: value.at };
}

/** The same prompt goes to several providers, and a prompt's text is no name. */
function nameOf(prompt: Json, index: number): string {
  const provider = prompt.get("provider").text() ?? "provider";
  return `${provider}|${prompt.get("id").text()?.slice(0, 12) ?? `prompt ${index + 1}`}`;
}

function countsOfTable(table: Json): Counts {
  const counts = new Counts();
  for (const row of rowsOfTable(table)) counts.add(row);
  return counts;
}

class Counts {
  passed = 0;
  failed = 0;
  errors = 0;

  get rows(): number {
    return this.passed + this.failed + this.errors;
  }

  add(row: Row): void {
    this[COUNTED_AS[outcomeOf(row)]]++;
  }
}

const COUNTED_AS = {
  held: "passed",
  unscored: "passed",
  broke: "failed",
  error: "errors",
} as const satisfies Record<AttemptOutcome, keyof Counts>;
