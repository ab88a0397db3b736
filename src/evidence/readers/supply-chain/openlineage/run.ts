import type { Place } from "../../../../documents/place.ts";
import type { Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";

const ENDS = ["COMPLETE", "FAIL", "ABORT"] as const;
type End = (typeof ENDS)[number];

/** One run of a job, put together from its events: each may name more of what it read and wrote. */
export class LineageRun {
  readonly job: string;
  private readonly ends = new Set<End>();
  private readonly inputs = new Set<string>();
  private readonly outputs = new Set<string>();
  private readonly rows = new Map<string, number>();
  private readonly at: Place;

  constructor(job: string, at: Place) {
    this.job = job;
    this.at = at;
  }

  add(event: Json, most: number): void {
    const end = ENDS.find((each) => each === event.get("eventType").text());
    if (end) this.ends.add(end);
    for (const input of event.get("inputs").items()) this.name(input, this.inputs, most);
    for (const output of event.get("outputs").items()) {
      const name = this.name(output, this.outputs, most);
      const rows = output.get("outputFacets", "outputStatistics", "rowCount").number();
      if (name !== null && rows !== null && rows >= 0) this.rows.set(name, rows);
    }
  }

  private get completed(): boolean {
    return this.ends.has("COMPLETE") && this.ends.size === 1;
  }

  /** It is said to have completed, and not to have. */
  private get contradicts(): boolean {
    return this.ends.has("COMPLETE") && this.ends.size > 1;
  }

  facts(): Fact[] {
    if (!this.completed) return [];
    const { job, inputs, outputs, at } = this;
    const written = [...this.rows].map(
      ([name, rows]): Fact => ({ kind: "dataset", name, digest: null, rows, split: null, at }),
    );
    return [{ kind: "lineage", job, inputs: [...inputs], outputs: [...outputs], at }, ...written];
  }

  shortfall(): Shortfall | null {
    if (this.completed) return null;
    const { job, at } = this;
    const fix = "keep all events of the run that completed, and of no other";
    if (this.contradicts)
      return { code: "errors", says: `a run of ${job} is said to have completed, and not to have`, fix, at };
    if (this.ends.has("FAIL")) return { code: "aborted", says: `a run of ${job} failed`, fix, at };
    if (this.ends.has("ABORT")) return { code: "cancelled", says: `a run of ${job} was stopped`, fix, at };
    return { code: "unfinished", says: `a run of ${job} has no event that it completed`, fix, at };
  }

  private name(dataset: Json, into: Set<string>, most: number): string | null {
    const name = dataset.get("name").text();
    if (name === null) return null;
    const namespace = dataset.get("namespace").text() ?? "";
    const full = namespace === "" || namespace === "file" ? name : `${namespace}/${name}`;
    into.add(full);
    if (into.size > most) throw new RangeError(`a run names more than ${most} data sets`);
    return full;
  }
}
