import type { Caps } from "../../../../workspace/caps.ts";
import { jsonDocument } from "../../../output/document.ts";
import type { Fact } from "../../../output/fact.ts";
import { openSource } from "../../../output/open.ts";
import type { Aggregate, OutputSubject, Shortfall } from "../../../output/output.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import type { FolderSource } from "../../../output/source.ts";
import { aggregatesOf } from "./aggregates.ts";
import { attemptsOf, metricsOf } from "./facts.ts";
import { beganAt, filtersOf, isRun, shortfallsOf, subjectOf } from "./run.ts";
import { type RunFiles, timedRuns, untimedRuns } from "./run-files.ts";
import { cutShort, holdsSamples, tallyOf } from "./samples.ts";
import type { TaskTally } from "./task-tally.ts";

/** The folder of `lm_eval --output_path … --log_samples`: every run in it, with the samples of its tasks. */
export const lmEvalFolder = defineReader<"folder">({
  tool: "lm-evaluation-harness",
  form: "folder",
  about: {
    versions: ["0.4.2", "0.4.13"],
    detectedBy:
      "a folder with `results_<time>.json` and, for the same time, `samples_<task>_<time>.jsonl`; without a time, " +
      "results with `<model arguments>_<task>.jsonl` beside them",
    notRead: "samples of a run whose results are not there",
  },
  recognises: async (folder) => (await runsIn(folder)).some(({ samples }) => samples.length > 0),
  async read(folder, caps): Promise<OutputReading> {
    const runs: Run[] = [];
    for (const files of await runsIn(folder)) {
      const run = await runOf(folder, files, caps);
      if (typeof run === "string") {
        const fix = "write both again with `lm_eval --output_path … --log_samples`";
        return { kind: "unparsed", says: run, fix, line: 1 };
      }
      runs.push(run);
    }
    const [first] = runs;
    const times = runs.flatMap(({ producedAt }) => (producedAt === null ? [] : [producedAt])).sort();
    const one = runs.every(({ subject }) => JSON.stringify(subject) === JSON.stringify(first?.subject));
    return {
      kind: "output",
      output: {
        tool: "lm-evaluation-harness",
        formatVersion: first?.version ?? null,
        // The oldest: what is shown is no newer than its oldest part.
        producedAt: times[0] ?? null,
        subject: one ? (first?.subject ?? null) : null,
        facts: runs.flatMap(({ facts }) => facts),
        incomplete: runs.flatMap(({ incomplete }) => incomplete),
        aggregates: runs.flatMap(({ aggregates }) => aggregates),
        warnings: [],
      },
    };
  },
});

interface Run {
  readonly version: string | null;
  readonly producedAt: string | null;
  readonly subject: OutputSubject;
  readonly facts: readonly Fact[];
  readonly incomplete: readonly Shortfall[];
  readonly aggregates: readonly Aggregate[];
}

async function runsIn(folder: FolderSource): Promise<readonly RunFiles[]> {
  return [...timedRuns(folder.paths), ...(await untimedRuns(folder))];
}

/** One run, or what is wrong with its files. */
async function runOf(
  folder: FolderSource,
  { results, samples }: RunFiles,
  caps: Caps,
): Promise<Run | string> {
  const text = await folder.text(results);
  const document = text === null ? null : jsonDocument(text, within(folder, results));
  const root = document?.source?.root;
  if (!document || !root || !isRun(root)) return `${results} is too large, or not the results of lm_eval`;

  const subject = subjectOf(root);
  const tallies = new Map<string, TaskTally>();
  const incomplete = shortfallsOf(root);
  const facts: Fact[] = metricsOf(root);
  for (const { task, path } of samples) {
    if (!root.get("results").has(task))
      return `${path} has the samples of a task that ${results} does not have`;
    const file = await folder.open(path);
    const opened = file === null ? null : await openSource(file, caps);
    const source = opened?.sources.find(holdsSamples);
    if (!opened || !source) return `${path} has no samples of lm_eval`;
    const tally = await tallyOf(source, caps.evidenceEntries, filtersOf(root, task));
    tallies.set(task, tally);
    incomplete.push(...cutShort(task, tally, within(folder, path)));
    facts.push(...attemptsOf(task, tally, subject.model));
    opened.settle();
  }
  const aggregates = aggregatesOf(root, tallies);
  document.settle();
  return {
    version: root.get("lm_eval_version").text(),
    producedAt: beganAt(root),
    subject,
    facts,
    incomplete,
    aggregates,
  };
}

function within({ path }: FolderSource, inside: string): string {
  return path === "" ? inside : `${path}/${inside}`;
}
