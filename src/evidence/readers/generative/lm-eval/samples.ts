import type { Caps } from "../../../../workspace/caps.ts";
import { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import { linePlaces } from "../../../output/places.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import type { Source, SourceOf } from "../../../output/source.ts";
import { attemptsOf } from "./facts.ts";
import { samplesName } from "./file-name.ts";
import { TaskTally } from "./task-tally.ts";

const NOT_READ = "questions and answers; the task and the model, which the rows do not name";

/** What `--log_samples` writes of one task: rows alone, which name neither task nor model. */
export const lmEvalSamples = defineReader<"records">({
  tool: "lm-evaluation-harness",
  form: "records",
  about: {
    versions: ["0.4.13"],
    detectedBy: "lines with `doc_id`, `doc`, `target`, `arguments`, `resps` and `filtered_resps`",
    notRead: NOT_READ,
  },
  recognises: holdsSamples,
  read: readAlone,
});

/** Up to version 0.4.2 the file is one list, although its name ends as that of lines does. */
export const lmEvalSampleList = defineReader<"document">({
  tool: "lm-evaluation-harness",
  form: "document",
  about: { versions: ["0.4.2"], detectedBy: "a list of the same", notRead: NOT_READ },
  recognises: holdsSamples,
  read: readAlone,
});

type Samples = SourceOf<"records"> | SourceOf<"document">;
const LOOKED_AT = 5;

export function holdsSamples(source: Source): source is Samples {
  if (source.form === "records") return source.head.every(isSample);
  if (source.form !== "document" || !source.root.isList || source.root.size === 0) return false;
  const looked = Math.min(LOOKED_AT, source.root.size);
  return Array.from({ length: looked }, (_, index) => source.root.get(index)).every(isSample);
}

async function readAlone(source: Samples, caps: Caps): Promise<OutputReading> {
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
}

function isSample(row: Json): boolean {
  const keys = ["doc_id", "doc", "target", "arguments", "resps", "filtered_resps"];
  return row.has(...keys) && row.get("resps").isList && row.get("filtered_resps").isList;
}

/** `filters` as in `filtersOf`. @throws RangeError when a task has more metrics than `most` */
export async function tallyOf(
  source: Samples,
  most: number,
  filters: readonly string[] = [],
): Promise<TaskTally> {
  const tally = new TaskTally(most, filters);
  if (source.form === "document") for (const row of source.root.items()) tally.add(row);
  else
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
