import type { Caps } from "../../../../workspace/caps.ts";
import { jsonDocument } from "../../../output/document.ts";
import type { Fact } from "../../../output/fact.ts";
import type { Aggregate, OutputSubject, Shortfall } from "../../../output/output.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { recordsSource } from "../../../output/records.ts";
import type { FolderSource } from "../../../output/source.ts";
import { aggregatesOf } from "./aggregates.ts";
import { attemptsOf, metricsOf } from "./facts.ts";
import { resultsRun, samplesName } from "./file-name.ts";
import { beganAt, isRun, shortfallsOf, subjectOf } from "./run.ts";
import { cutShort, isSample, tallyOf } from "./samples.ts";
import type { TaskTally } from "./task-tally.ts";

/** The folder of `lm_eval --output_path … --log_samples`: every run in it, with the samples of its tasks. */
export const lmEvalFolder = defineReader<"folder">({
  tool: "lm-evaluation-harness",
  form: "folder",
  about: {
    versions: ["0.4.13"],
    detectedBy: "a folder with `results_<time>.json` and, for the same time, `samples_<task>_<time>.jsonl`",
    notRead: "samples of a run whose results are not there",
  },
  recognises: ({ paths }) => runsIn(paths).some(({ samples }) => samples.length > 0),
  async read(folder, caps): Promise<OutputReading> {
    const runs: Run[] = [];
    for (const files of runsIn(folder.paths)) {
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

interface Files {
  readonly results: string;
  readonly samples: readonly { readonly task: string; readonly path: string }[];
}

interface Run {
  readonly version: string | null;
  readonly producedAt: string | null;
  readonly subject: OutputSubject;
  readonly facts: readonly Fact[];
  readonly incomplete: readonly Shortfall[];
  readonly aggregates: readonly Aggregate[];
}

/** Results with the samples that carry their time. */
function runsIn(paths: readonly string[]): Files[] {
  const byRun = new Map<string, { task: string; path: string }[]>();
  for (const path of paths) {
    const named = samplesName(path);
    if (named === null) continue;
    const samples = byRun.get(named.run);
    if (samples) samples.push({ task: named.task, path });
    else byRun.set(named.run, [{ task: named.task, path }]);
  }
  return paths.flatMap((path) => {
    const run = resultsRun(path);
    return run === null ? [] : [{ results: path, samples: byRun.get(run) ?? [] }];
  });
}

/** One run, or what is wrong with its files. */
async function runOf(folder: FolderSource, { results, samples }: Files, caps: Caps): Promise<Run | string> {
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
    const source = file === null ? null : await recordsSource(file, false, caps);
    if (source === null || !source.head.every(isSample)) return `${path} has no samples of lm_eval`;
    const tally = await tallyOf(source, caps.evidenceEntries);
    tallies.set(task, tally);
    incomplete.push(...cutShort(task, tally, within(folder, path)));
    facts.push(...attemptsOf(task, tally, subject.model));
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
