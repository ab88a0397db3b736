import type { Problem } from "../../documents/problem.ts";
import { TableFault } from "../../tables/failure.ts";
import { inflate } from "../../tables/gzip.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";
import { jsonDocument, type OpenDocument, yamlDocument } from "./document.ts";
import { recordsSource } from "./records.ts";
import type { Source } from "./source.ts";

/** The forms that a file's content may have, the likeliest first. `settle` finds the lines once it was read. */
export interface OpenSource {
  readonly sources: readonly Source[];
  settle(): void;
  /** What was passed over in a document, or why text that looks like one is none. */
  readonly problems: readonly Problem[];
  /** The file is text that was too large to be read whole, so that only its lines were looked at. */
  readonly cut: boolean;
}

const HEAD_BYTES = 4096;
const GZIP = [0x1f, 0x8b];
const MARK = /^\uFEFF/;
/** A first line that YAML could start with; text that is none is not tried as YAML at all. */
const YAML_START = /^(?:---|%YAML|#|- |["']?[\w$./-]+["']?\s*:(?:\s|$))/m;

/** What the bytes are, told by the bytes. */
export async function openSource(file: OpenFile, caps: Caps): Promise<OpenSource> {
  const head = await file.read(0, Math.min(file.size, HEAD_BYTES));
  const gzipped = GZIP.every((byte, index) => head[index] === byte);
  if (!gzipped && head.includes(0)) return whole([{ form: "bytes", path: file.path, head, file }]);
  const text = await textOf(file, gzipped, caps);
  if (text === null) {
    const records = await recordsSource(file, gzipped, caps);
    const bytes: Source = { form: "bytes", path: file.path, head, file };
    return { ...whole(records ? [records] : [bytes]), cut: records === null };
  }
  const plainText: Source = { form: "text", path: file.path, text };
  const first = text.trimStart()[0];
  if (first === "{" || first === "[") {
    const document = jsonDocument(text, file.path);
    const records = first === "{" ? await recordsSource(file, gzipped, caps) : null;
    return documents(document, [...(records ? [records] : []), plainText]);
  }
  const tried = text.length <= caps.documentBytes && YAML_START.test(text.slice(0, HEAD_BYTES));
  return tried ? documents(yamlDocument(text, file.path, caps), [plainText]) : whole([plainText]);
}

function documents({ source, settle, problems }: OpenDocument, others: readonly Source[]): OpenSource {
  return { sources: source ? [source, ...others] : others, settle, problems, cut: false };
}

function whole(sources: readonly Source[]): OpenSource {
  return { sources, settle: () => undefined, problems: [], cut: false };
}

/** All of the file as text, or null when it is too large or not UTF-8. */
async function textOf(file: OpenFile, gzipped: boolean, caps: Caps): Promise<string | null> {
  if (file.size > caps.evidenceBytes) return null;
  const bytes = gzipped ? await inflated(file, caps) : await file.read(0, file.size);
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(MARK, "");
  } catch {
    return null;
  }
}

async function inflated(file: OpenFile, caps: Caps): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of inflate(file.stream())) {
      size += chunk.length;
      if (size > caps.evidenceBytes) return null;
      chunks.push(new Uint8Array(chunk));
    }
  } catch (thrown) {
    if (thrown instanceof TableFault) return null;
    throw thrown;
  }
  return Buffer.concat(chunks);
}
