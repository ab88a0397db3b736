import type { Place } from "../../../../documents/place.ts";
import type { AttemptsFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { Events, total } from "./events.ts";
import { aggregatesOf, metricsOf } from "./final-report.ts";
import { type Spec, specOf } from "./spec.ts";

/** The log that `oaieval` records of a run. Source: evals' LocalRecorder and RunSpec. */
export const openaiEvals = defineReader<"records">({
  tool: "openai-evals",
  form: "records",
  about: {
    versions: ["2.0.0.post1", "3.0.1.post1"],
    detectedBy: "a first line with `spec` that has `run_id`, `eval_name` and `run_config`",
    notRead: "prompts and answers; the spread over resamples; tokens used",
  },
  recognises: ({ head: [first] }) => first?.get("spec").has("run_id", "eval_name", "run_config") === true,
  async read(source, { evidenceEntries }) {
    const whole = { path: source.path, line: 1, column: 1, pointer: "" };
    const events = new Events(evidenceEntries);
    const shortfalls: Shortfall[] = [];
    const warnings: OutputWarning[] = [];
    let spec: Spec | null = null;
    let report: Json | null = null;
    for await (const each of source.records()) {
      if (!("record" in each)) {
        const says = `line ${each.bad} is cut or broken: ${each.says}`;
        if (shortfalls.length === 0) shortfalls.push(unfinished(says, { ...whole, line: each.bad }));
      } else if (each.record.has("spec")) spec ??= specOf(each.record.get("spec"));
      else if (spec !== null && isOfAnother(each.record, spec)) {
        const says = "it has lines of another run, which were passed over";
        if (warnings.length === 0) warnings.push({ code: "other-run", says, at: each.record.at });
      } else if (each.record.has("final_report")) report = each.record.get("final_report");
      else events.add(each.record);
    }
    if (spec === null) return { kind: "unparsed", says: "it has no `spec`", fix: "run it again", line: 1 };
    return {
      kind: "output",
      output: {
        tool: "openai-evals",
        formatVersion: null,
        producedAt: isoOf(spec.created, "Z"),
        subject: { model: spec.target, version: null, digest: null },
        facts: [...attemptsOf(events, spec), ...(report === null ? [] : metricsOf(report, events, spec))],
        incomplete: [...shortfalls, ...shortfallsOf(events, spec, report, whole)],
        aggregates: report === null ? [] : aggregatesOf(report, events),
        warnings,
      },
    };
  },
});

/** Until 2.0 the report does not say which run it is of. */
function isOfAnother(record: Json, { run }: Spec): boolean {
  return record.has("run_id") && record.get("run_id").text() !== run;
}

function attemptsOf({ outcomes, first }: Events, spec: Spec): AttemptsFact[] {
  if (first === null) return [];
  const { target, judge, suite, evaluation: category } = spec;
  const group = { target, judge, suite, category, strategy: null, adversarial: false };
  return [{ kind: "attempts", ...group, ...outcomes, repeat: 1, at: first }];
}

function unfinished(says: string, at: Place): Shortfall {
  return { code: "unfinished", says, fix: "run it again to its end", at };
}

function shortfallsOf({ outcomes, first }: Events, spec: Spec, report: Json | null, at: Place): Shortfall[] {
  const shortfalls: Shortfall[] = [];
  if (report === null) {
    const says = "the log has no final report, so that the run was broken off";
    shortfalls.push({ code: "aborted", says, fix: "run it again to its end", at });
  }
  if (spec.most !== null) {
    const says = `the run was held to ${spec.most} samples`;
    shortfalls.push({ code: "limited", says, fix: "run it without `--max_samples`", at });
  }
  if (first === null) {
    const says = "the log has no match, no metric and no error of any sample";
    shortfalls.push({ code: "empty", says, fix: "run an evaluation that records what it compared", at });
  }
  if (outcomes.error > 0) {
    const says = `${outcomes.error} of ${total(outcomes)} samples failed to run`;
    shortfalls.push({ code: "errors", says, fix: "find out why, and run it again", at });
  }
  if (outcomes.unscored > 0) {
    const says = `${outcomes.unscored} of ${total(outcomes)} samples were found neither right nor wrong`;
    const fix = "use an evaluation that scores each sample 0 or 1, or claim its metrics alone";
    shortfalls.push({ code: "nothing-asserted", says, fix, at });
  }
  return shortfalls;
}
