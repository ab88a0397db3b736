import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { scoreOf } from "./digest.ts";
import { countsOf, successRateOf } from "./evaluation.ts";
import { Run } from "./run.ts";
import { UNKNOWN_SETUP } from "./setup.ts";
import { shortfallsOf } from "./shortfalls.ts";

const FIRST_RECORDS = new Set(["start_run setup", "init"]);

/** `*.report.jsonl` of NVIDIA's garak. Source: garak's evaluators, attempts and command. */
export const garakReport = defineReader<"records">({
  tool: "garak",
  form: "records",
  about: {
    versions: ["0.9.0.16", "0.17.1"],
    detectedBy:
      "lines with `entry_type`, the first of them `start_run setup`, `init` or an `attempt` with `probe_classname`",
    notRead: "prompts and answers; calibration, relative scores and intervals; hits at k",
  },
  recognises: ({ head: [first] }) => {
    const type = first?.get("entry_type").text() ?? "";
    return FIRST_RECORDS.has(type) || (type === "attempt" && first?.get("probe_classname").text() !== null);
  },
  async read(source, { evidenceEntries }) {
    const run = new Run(evidenceEntries);
    const whole = { path: source.path, line: 1, column: 1, pointer: "" };
    const broken: Shortfall[] = [];
    for await (const each of source.records()) {
      if ("record" in each) run.add(each.record);
      else if (broken.length === 0) {
        const says = `line ${each.bad} is cut or broken: ${each.says}`;
        broken.push({
          code: "unfinished",
          says,
          fix: "commit the report as garak wrote it",
          at: { ...whole, line: each.bad },
        });
      }
    }
    const { setup, evaluations, detectors, digest } = run;
    return {
      kind: "output",
      output: {
        tool: "garak",
        formatVersion: setup.version,
        producedAt: isoOf(run.time, "Z"),
        subject: { model: setup.target, version: null, digest: null },
        facts: [...run.groups.facts(setup.generations), ...evaluations.map(successRateOf)],
        incomplete: [...broken, ...shortfallsOf(run, whole)],
        aggregates: [
          ...evaluations.flatMap((each) => countsOf(each, detectors.of(each.probe, each.detector))),
          ...digest.map((each) => scoreOf(each, detectors)),
        ],
        warnings: warningsOf(run, whole),
      },
    };
  },
});

function warningsOf({ time, graded, setup }: Run, whole: OutputWarning["at"]): OutputWarning[] {
  const warnings: OutputWarning[] = [];
  if (time !== null) {
    const says = "garak writes the time of the machine that it ran on without its zone; it is read as UTC";
    warnings.push({ code: "time-without-zone", says, at: whole });
  }
  if (graded !== null && setup.threshold === UNKNOWN_SETUP.threshold) {
    const says = `the report does not say from which score on an answer is a hit; garak's default of ${setup.threshold} is taken`;
    warnings.push({ code: "threshold-assumed", says, at: graded });
  }
  return warnings;
}
