import { Composer, type CST, isScalar } from "yaml";
import type { Caps } from "../workspace/caps.ts";
import { tooDeep } from "./limits.ts";
import type { Problem } from "./problem.ts";
import type { Document } from "./value.ts";
import { syntaxProblems } from "./yaml-errors.ts";
import { PLAIN_YAML, TOOL_YAML, type YamlSource, yamlSource } from "./yaml-source.ts";
import { tokens } from "./yaml-tokens.ts";
import { YamlValues } from "./yaml-values.ts";

// Duplicate keys are found while the values are built: the library's own check is quadratic in the keys of a map.
const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  strict: true,
} as const;

/**
 * One YAML 1.2 document (core schema) to values with places. Of a duplicate key the first value stays.
 * `shift.lines` moves every place down, for YAML that starts further down in its file.
 */
export function parseYaml(text: string, path: string, caps: Caps, shift = { lines: 0 }): Document {
  return parse(text, yamlSource(text, path, caps, PLAIN_YAML, shift.lines));
}

/** YAML as tools write it: several documents are a list of them, tags are kept as keys, and `<<` is followed. */
export function parseToolYaml(text: string, path: string, caps: Caps): Document {
  return parse(text, yamlSource(text, path, caps, TOOL_YAML, 0));
}

function parse(text: string, source: YamlSource): Document {
  const stream = tokens(text, source);
  if ("problem" in stream) return unreadable(source.path, [stream.problem]);
  try {
    return compose(stream.tokens, text.length, source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadable(source.path, [tooDeep(source.at(0))]);
  }
}

function compose(stream: readonly CST.Token[], end: number, source: YamlSource): Document {
  const documents = [...new Composer(OPTIONS).compose(stream, true, end)];
  const errors = syntaxProblems(
    documents.flatMap((document) => document.errors),
    source,
  );
  if (errors.length > 0) return unreadable(source.path, errors);
  const all = documents.flatMap((document) => (document.contents ? [document.contents] : []));
  const [first] = all;
  if (!first) return unreadable(source.path, [empty(source)]);
  // A `---` at the end starts a document that holds nothing.
  const filled = all.filter((contents) => !isScalar(contents) || contents.source !== "");
  const values = new YamlValues(source);
  const root = filled.length > 1 ? values.readAll(filled) : values.read(filled[0] ?? first);
  return { path: source.path, root, problems: values.problems };
}

function empty(source: YamlSource): Problem {
  const says = `${source.path} holds no value`;
  return {
    code: "empty",
    about: "file",
    at: source.at(0),
    says,
    fix: "write the document, or remove the file",
  };
}

function unreadable(path: string, problems: readonly Problem[]): Document {
  return { path, root: null, problems };
}
