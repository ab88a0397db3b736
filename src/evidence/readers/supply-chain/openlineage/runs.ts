import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { LineageRun } from "./run.ts";

const SCHEMA = /^https?:\/\/openlineage\.io\/spec\/(\d{1,4}-\d{1,4}-\d{1,4})\/OpenLineage\.json/;

export function isEvent(event: Json): boolean {
  return versionOf(event) !== null && event.get("eventTime").text() !== null;
}

function versionOf(event: Json): string | null {
  return SCHEMA.exec(event.get("schemaURL").text()?.slice(0, 100) ?? "")?.[1]?.replaceAll("-", ".") ?? null;
}

/** The runs of a stream of events, by their id. */
export class LineageRuns {
  private readonly runs = new Map<string, LineageRun>();
  private version: string | null = null;
  private last: string | null = null;
  private broken: Shortfall | null = null;
  private passed: OutputWarning | null = null;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(event: Json): void {
    const id = event.get("run", "runId").text();
    const job = event.get("job", "name").text();
    this.version ??= versionOf(event);
    if (!isEvent(event) || id === null || job === null) {
      this.passOver(event);
      return;
    }
    const time = isoOf(event.get("eventTime").text());
    if (time !== null && (this.last === null || time > this.last)) this.last = time;
    const known = this.runs.get(id) ?? new LineageRun(job, event.at);
    if (this.runs.size >= this.most)
      throw new RangeError(`the file has events of more than ${this.most} runs`);
    this.runs.set(id, known);
    known.add(event, this.most);
  }

  /** An event of a job or a data set has neither a run nor a type; anything else was one of a run. */
  private passOver(event: Json): void {
    const { at } = event;
    if (isEvent(event) && !event.has("run") && !event.has("eventType"))
      this.passed ??= { code: "not-a-run", says: "some events are of no run, and are passed over", at };
    else this.break(at, "an event lacks its time, its schema, its job or its run");
  }

  private break(at: Place, says: string): void {
    this.broken ??= { code: "unfinished", says, fix: "keep the file as the transport wrote it", at };
  }

  bad(json: Json, line: number, says: string): void {
    this.break(json.at, `line ${line} is broken: ${says}`);
  }

  /** A run that failed is told of although its job completed in another: the file has to be of whole runs. */
  reading(root: Json): OutputReading {
    const runs = [...this.runs.values()];
    const incomplete = runs.flatMap((run) => run.shortfall() ?? []);
    if (runs.length === 0) {
      const fix = "keep the events of the job's run";
      incomplete.push({ code: "empty", says: "it has no event of a run", fix, at: root.at });
    }
    return {
      kind: "output",
      output: {
        tool: "openlineage",
        formatVersion: this.version,
        producedAt: this.last,
        subject: null,
        facts: runs.flatMap((run) => run.facts()),
        incomplete: this.broken ? [...incomplete, this.broken] : incomplete,
        aggregates: [],
        warnings: this.passed ? [this.passed] : [],
      },
    };
  }
}
