import { jsonDocument } from "../../../output/document.ts";
import type { Json } from "../../../output/json.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { type ZipEntry, zipEntries } from "../../../output/zip.ts";
import { isHeader } from "./header.ts";
import { outputOf } from "./output.ts";
import { SamplesTally } from "./samples-tally.ts";

const HEADER = "header.json";
const START = "_journal/start.json";
/** The first entry that Inspect writes, as it stands in the bytes of a ZIP file. */
const SIGNATURE = "PK\u0003\u0004";
const SAMPLE = /^samples\/[^/]+(?:\.json|\/sample\.json)$/;

/** A log of Inspect AI as an archive: samples one by one, and the header when the run has ended. */
export const inspectArchive = defineReader<"bytes">({
  tool: "inspect-ai",
  form: "bytes",
  about: {
    versions: ["0.3.100", "0.3.285"],
    detectedBy: "a ZIP file whose first entry is `_journal/start.json` or `header.json`",
    notRead:
      "messages and events; metrics of scores of several parts, and epochs not reduced by their mean; whether a sample is an attack, which the log does not say",
  },
  recognises: ({ head }) => {
    const start = new TextDecoder("latin1").decode(head.subarray(0, NAME_AT + START.length));
    const name = start.slice(NAME_AT);
    return start.startsWith(SIGNATURE) && (name === START || name.startsWith(HEADER));
  },
  async read({ file, path }, caps): Promise<OutputReading> {
    const entries = new Map<string, ZipEntry>();
    // A sample that was written again stands twice; the last one counts.
    for (const entry of await zipEntries(file, caps)) entries.set(entry.name, entry);
    const root = await jsonOf(entries.get(HEADER) ?? entries.get(START), path);
    const header = entries.has(HEADER) || root === null ? root : begun(root);
    if (header === null || !isHeader(header)) {
      const fix = "write it again with `inspect eval`, or `inspect log convert`";
      return { kind: "unparsed", says: "it has no header that Inspect wrote", fix, line: 1 };
    }
    const samples = new SamplesTally(caps.evidenceEntries);
    for (const [name, entry] of entries) {
      if (!SAMPLE.test(name)) continue;
      const sample = await jsonOf(entry, path);
      if (sample === null || !sample.get("id").exists)
        return { kind: "unparsed", says: `${name} is no sample`, fix: "run `inspect eval` again", line: 1 };
      samples.add(sample);
    }
    const kept = samples.samples > 0 || header.get("eval", "config", "log_samples").boolean() !== false;
    return { kind: "output", output: outputOf(header, kept ? samples : null) };
  },
});

/** Where a local header has its name. Source: PKWARE APPNOTE 4.3.7. */
const NAME_AT = 30;

async function jsonOf(entry: ZipEntry | undefined, path: string): Promise<Json | null> {
  if (entry === undefined) return null;
  const text = new TextDecoder().decode(await entry.bytes());
  return jsonDocument(text, path)?.source?.root ?? null;
}

/** A run that has only begun says what it was to be, and nothing of how it ended. */
function begun(start: Json): Json {
  return start.with({ ...Object(start.value), status: "started" });
}
