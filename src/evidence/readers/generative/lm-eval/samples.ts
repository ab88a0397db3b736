import { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import { linePlaces } from "../../../output/places.ts";
import { defineReader } from "../../../output/reader.ts";
import type { RecordsSource } from "../../../output/source.ts";
import { attemptsOf } from "./facts.ts";
import { samplesName } from "./file-name.ts";
import { TaskTally } from "./task-tally.ts";

/** What `--log_samples` writes of one task: rows alone, which name neither task nor model. */
export const lmEvalSamples = defineReader<"records">({
  tool: "lm-evaluation-harness",
  form: "records",
  about: {
    versions: ["0.4.13"],
    detectedBy: "lines with `doc_id`, `doc`, `target`, `arguments`, `resps` and `filtered_resps`",
    notRead: "questions and answers; the task and the model, which the rows do not name",
  },
  recognises: ({ head }) => head.every(isSample),
  async read(source, caps) {
    const tally = await tallyOf(source, caps.evidenceEntries);
    const start = new Json(null, linePlaces(source.path, 1));
    const task = samplesName(source.path)?.task ?? "unnamed task";
    const says =
      "these are samples alone: the run that they belong to is the results file beside them; name the folder";
    return {
      kind: "output",
      output: {
        tool: "lm-evaluation-harness",
        formatVersion: null,
        producedAt: null,
        subject: null,
        facts: attemptsOf(task, tally, null),
        incomplete: cutShort(task, tally, source.path),
        aggregates: [],
        warnings: [{ code: "samples-only", says, at: start.at }],
      },
    };
  },
});

export function isSample(row: Json): boolean {
  const keys = ["doc_id", "doc", "target", "arguments", "resps", "filtered_resps"];
  return row.has(...keys) && row.get("resps").isList && row.get("filtered_resps").isList;
}

/** @throws RangeError when a task has more metrics than `most` */
export async function tallyOf(source: RecordsSource, most: number): Promise<TaskTally> {
  const tally = new TaskTally(most);
  for await (const each of source.records()) {
    if ("record" in each) tally.add(each.record);
    else tally.broken ??= { line: each.bad, says: each.says };
  }
  return tally;
}

export function cutShort(task: string, { broken }: TaskTally, path: string): Shortfall[] {
  if (broken === null) return [];
  const says = `line ${broken.line} of the samples of ${task} is cut or broken: ${broken.says}`;
  const at = { path, line: broken.line, column: 1, pointer: "" };
  return [{ code: "unfinished", says, fix: "run the task again to its end", at }];
}
