import { type Dossier, tableById } from "../../case/dossier.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import { Measured } from "../../measurement/measured.ts";
import { keyOf, type MetricNeed, type Need } from "../../measurement/need.ts";
import type { MetricResult, Result, RowsResult, Unmeasured } from "../../measurement/result.ts";
import type { StatedMeasurement } from "./measurements.ts";
import type { StatedFile } from "./stated-facts.ts";

/** What a test states, as the answers that measuring would have given. What it does not state cannot be told. */
export class Answers {
  readonly #dossier: Dossier;
  readonly #files: ReadonlyMap<string, StatedFile>;
  readonly #metrics = new Map<string, StatedMeasurement[]>();

  constructor(
    dossier: Dossier,
    files: ReadonlyMap<string, StatedFile>,
    measurements: readonly StatedMeasurement[],
  ) {
    this.#dossier = dossier;
    this.#files = files;
    for (const one of measurements) {
      const key = withoutConfidence(one.need);
      this.#metrics.set(key, [...(this.#metrics.get(key) ?? []), one]);
    }
  }

  to(needs: readonly Need[]): Measured {
    const results = new Map<string, Result>();
    for (const need of needs) {
      const key = keyOf(need);
      if (!results.has(key)) results.set(key, this.#answer(need));
    }
    return new Measured(results);
  }

  #answer(need: Need): Result {
    switch (need.kind) {
      case "metric":
        return this.#metric(need);
      case "rows": {
        const file = this.#table(need.table);
        return "kind" in file ? file : rowsOf(need.table, file);
      }
      case "groups": {
        const file = this.#table(need.table);
        if ("kind" in file) return file;
        const groups = file.groups?.[need.column];
        if (!groups)
          return unstated(
            `the groups by ${need.column} in ${need.table}`,
            `groups: { ${need.column}: { … } }`,
          );
        const sizes = new Map(Object.entries(groups));
        return { kind: "groups", sizes, missing: file.missing?.[need.column] ?? 0 };
      }
      case "overlap":
        return this.#overlap(need.left, need.right);
      case "digest": {
        const file = this.#files.get(need.path);
        if (file?.sha256 === undefined)
          return unstated(`the digest of ${need.path}`, `${need.path}: { sha256: … }`);
        return { kind: "digest", sha256: file.sha256.toLowerCase(), bytes: 1 };
      }
    }
  }

  /** A stated interval answers whatever confidence is asked for, unless it says of which it is. */
  #metric(need: MetricNeed): MetricResult {
    const stated = this.#metrics.get(withoutConfidence(need)) ?? [];
    const found =
      stated.find(({ confidence }) => confidence !== null && isNear(confidence, need.confidence)) ??
      stated.find(({ confidence }) => confidence === null);
    if (found) return found.result;
    const [other] = stated;
    if (other) return other.result.kind === "value" ? { ...other.result, interval: null } : other.result;
    const slice = Object.entries(need.slice).map(([column, value]) => `, ${column}=${value}`);
    const about = `${need.metric} on ${need.table}${slice.join("")}`;
    return unstated(`a measurement of ${about}`, `measurements: [{ metric: ${need.metric}, value: … }]`);
  }

  #overlap(left: string, right: string): Result {
    const [one, other] = [this.#table(left), this.#table(right)];
    if ("kind" in one) return one;
    if ("kind" in other) return other;
    const [onePath, otherPath] = [this.#pathOf(left), this.#pathOf(right)];
    const shared = one.shares?.[otherPath] ?? other.shares?.[onePath];
    if (shared === undefined) {
      return unstated(
        `how many ids ${left} and ${right} share`,
        `${onePath}: { shares: { ${otherPath}: 0 } }`,
      );
    }
    return { kind: "overlap", shared, alike: 0, left: one.rows ?? 1, right: other.rows ?? 1 };
  }

  #pathOf(table: string): string {
    return tableById(this.#dossier, table)?.files[0] ?? table;
  }

  /** What is stated of a table, or why it is not open. */
  #table(id: string): StatedFile | Unmeasured {
    const content: EvidenceTable["content"] | undefined = tableById(this.#dossier, id)?.content;
    if (content?.kind === "unreadable") {
      return { kind: "cannot-tell", says: content.problem.says, fix: content.problem.fix };
    }
    return (
      this.#files.get(this.#pathOf(id)) ?? unstated(`what is in ${id}`, `${this.#pathOf(id)}: { rows: … }`)
    );
  }
}

function rowsOf(table: string, { rows, flaws = [] }: StatedFile): RowsResult {
  if (rows === undefined) return unstated(`how many rows ${table} has`, "rows: …");
  const at = { path: table, line: 1, column: 1, pointer: "" };
  const problems = flaws.map((says) => ({ code: "flaw", about: says, at, says, fix: "mend the rows" }));
  return { kind: "rows", rows, problems };
}

function unstated(what: string, line: string): Unmeasured {
  return {
    kind: "cannot-tell",
    says: `the test does not state ${what}`,
    fix: `add to its facts: \`${line}\``,
  };
}

function withoutConfidence(need: MetricNeed): string {
  return keyOf({ ...need, confidence: 0 });
}

/** 90 % is also what a rule makes of a one-sided 95 %. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
