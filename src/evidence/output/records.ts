import { inflate } from "../../tables/gzip.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";
import { Json } from "./json.ts";
import { parseLoosely } from "./json-text.ts";
import { linesOf } from "./lines.ts";
import { linePlaces } from "./places.ts";
import type { RecordsSource } from "./source.ts";

const HEAD_RECORDS = 5;

/** JSON Lines, or null when the first lines are no JSON objects. */
export async function recordsSource(
  file: OpenFile,
  gzipped: boolean,
  caps: Caps,
): Promise<RecordsSource | null> {
  const records = () => recordsOf(file, gzipped, caps);
  const head: Json[] = [];
  for await (const each of records()) {
    if ("bad" in each) break;
    head.push(each.record);
    if (head.length === HEAD_RECORDS) break;
  }
  const first = head[0];
  return first?.isMap ? { form: "records", path: file.path, head, records } : null;
}

async function* recordsOf(
  file: OpenFile,
  gzipped: boolean,
  caps: Caps,
): ReturnType<RecordsSource["records"]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const stream = gzipped ? bounded(inflate(file.stream()), caps.tableInflatedBytes) : file.stream();
  for await (const { number, bytes } of linesOf(stream, caps.evidenceLineBytes)) {
    if (bytes === null) {
      yield { bad: number, says: `the line is longer than ${caps.evidenceLineBytes} bytes` };
      continue;
    }
    const text = decoded(decoder, bytes);
    if (text === null) yield { bad: number, says: "the line is not UTF-8" };
    else if (text.trim() !== "") {
      const parsed = parseLoosely(text);
      if (parsed === null) yield { bad: number, says: "the line is no JSON" };
      else yield { record: new Json(parsed.value, linePlaces(file.path, number)) };
    }
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

async function* bounded(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const chunk of stream) {
    left -= chunk.length;
    if (left < 0) throw new RangeError(`inflated, the file is larger than ${most} bytes`);
    yield chunk;
  }
}
