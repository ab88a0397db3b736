import { createHash } from "node:crypto";
import type { Json } from "../../../output/json.ts";
import { MetricTally } from "./metric-tally.ts";

/** Keys of a row that are no metric. Source: lm_eval.evaluator, `example`. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  "doc_id",
  "doc",
  "target",
  "arguments",
  "resps",
  "filtered_resps",
  "filter",
  "metrics",
  "doc_hash",
  "prompt_hash",
  "target_hash",
]);

/** The rows of one task, as they are met: sums and hashes, never the rows. */
export class TaskTally {
  rows = 0;
  /** Rows whose target and prompt give the hashes that the row states. */
  trueToHashes = 0;
  /** Lines that are no JSON, the first with its number. */
  broken: { readonly line: number; readonly says: string } | null = null;
  readonly metrics = new Map<string, MetricTally>();
  private readonly byFilter = new Map<string, number>();
  private readonly hash = createHash("sha256");
  private readonly most: number;
  private readonly filters: readonly string[];
  private hashed = true;
  private first: unknown = undefined;
  private passes = 0;

  /**
   * `filters` are their names in the order of the rows, where the rows do not say.
   * @throws RangeError from `add` when there are more metrics than `most`.
   */
  constructor(most: number, filters: readonly string[]) {
    this.most = most;
    this.filters = filters;
  }

  add(row: Json): void {
    this.rows++;
    const filter = row.get("filter").text() ?? this.filterByPass(row.get("doc_id").value);
    this.byFilter.set(filter, (this.byFilter.get(filter) ?? 0) + 1);
    this.addHashes(row);
    for (const [name, value] of metricsOf(row)) {
      const key = `${name},${filter}`;
      let tally = this.metrics.get(key);
      if (tally === undefined) {
        if (this.metrics.size === this.most) throw new RangeError(`it has more than ${this.most} metrics`);
        tally = new MetricTally();
        this.metrics.set(key, tally);
      }
      tally.add(value);
    }
  }

  /** Questions that were put: each has a row under every filter. */
  get documents(): number {
    return Math.max(0, ...this.byFilter.values());
  }

  /** What `task_hashes` states of these rows; null when a row has no hashes. */
  get digest(): string | null {
    return this.hashed ? this.hash.copy().digest("hex") : null;
  }

  /** Up to version 0.4.2 the questions come again under each filter, in the order of the filters. */
  private filterByPass(question: unknown): string {
    if (this.passes === 0) this.first = question;
    if (question === this.first) this.passes++;
    return this.filters[this.passes - 1] ?? (this.passes === 1 ? "none" : `filter ${this.passes}`);
  }

  private addHashes(row: Json): void {
    const [document, prompt, target] = ["doc_hash", "prompt_hash", "target_hash"].map((key) =>
      row.get(key).text(),
    );
    if (!document || !prompt || !target) {
      this.hashed = false;
      return;
    }
    this.hash.update(document + prompt + target);
    const asked = row.get("arguments", "gen_args_0", "arg_0").text();
    const answer = row.get("target").text();
    if (isHashOf(prompt, asked) && isHashOf(target, answer)) this.trueToHashes++;
  }
}

/** What is no text was hashed in a form that is not in the file. */
function isHashOf(digest: string, text: string | null): boolean {
  return text === null || createHash("sha256").update(text).digest("hex") === digest;
}

function* metricsOf(row: Json): Generator<[name: string, value: Json]> {
  const named = row.get("metrics");
  if (named.isList) {
    for (const each of named.items()) {
      const name = each.text();
      if (name !== null) yield [name, row.get(name)];
    }
    return;
  }
  for (const [name, value] of row.entries()) if (!OWN_KEYS.has(name)) yield [name, value];
}
