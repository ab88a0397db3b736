import type { Place } from "../../../../documents/place.ts";
import type { Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";

const ENDS = ["COMPLETE", "FAIL", "ABORT"] as const;
type End = (typeof ENDS)[number];
const UNDER_WAY = ["START", "RUNNING", "OTHER"] as const;

/** One run of a job, put together from its events: each may name more of what it read and wrote. */
export class LineageRun {
  readonly job: string;
  private readonly ends = new Set<End>();
  private readonly inputs = new Set<string>();
  private readonly outputs = new Set<string>();
  private readonly rows = new Map<string, number>();
  private readonly at: Place;
  /** Where it is first said to have failed or to have been stopped. */
  private stopped: Place | null = null;
  /** Where an event does not say, in the words of the format, what became of the run. */
  private untold: Place | null = null;

  constructor(job: string, at: Place) {
    this.job = job;
    this.at = at;
  }

  add(event: Json, most: number): void {
    this.become(event.get("eventType"));
    for (const input of event.get("inputs").items()) this.name(input, this.inputs, most);
    for (const output of event.get("outputs").items()) {
      const name = this.name(output, this.outputs, most);
      const rows = output.get("outputFacets", "outputStatistics", "rowCount").number();
      if (name !== null && rows !== null && rows >= 0) this.rows.set(name, rows);
    }
  }

  private become(type: Json): void {
    const word = type.text();
    const end = ENDS.find((each) => each === word);
    if (end) this.ends.add(end);
    else if (!UNDER_WAY.some((each) => each === word)) this.untold ??= type.at;
    if (end === "FAIL" || end === "ABORT") this.stopped ??= type.at;
  }

  private get completed(): boolean {
    return this.untold === null && this.ends.has("COMPLETE") && this.ends.size === 1;
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
    const { job } = this;
    const at = this.stopped ?? this.at;
    const fix = "keep all events of the run that completed, and of no other";
    if (this.contradicts)
      return { code: "errors", says: `a run of ${job} is said to have completed, and not to have`, fix, at };
    if (this.untold !== null) {
      const says = `an event of a run of ${job} does not say what became of it`;
      return { code: "unfinished", says, fix: "keep the file as the transport wrote it", at: this.untold };
    }
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
