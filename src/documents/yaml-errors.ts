import type { ErrorCode, YAMLError } from "yaml";
import type { Problem } from "./problem.ts";
import type { YamlSource } from "./yaml-source.ts";

const MOST_REPORTED = 3;

/** What an author most often did to get each error of the parser, where that is known. */
const ADVICE: Partial<Record<ErrorCode, { says: string; fix: string }>> = {
  TAB_AS_INDENT: { says: "a tab indents this line", fix: "indent with spaces" },
  BAD_INDENT: {
    says: "this line's indentation fits nothing above it, or a bracket is not closed",
    fix: "align it with the lines it belongs to, or close the bracket",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    says: "a key and its value start inside another value on the same line",
    fix: "put text that contains `: ` in quotes, or start a new line",
  },
  MULTILINE_IMPLICIT_KEY: {
    says: "a key runs over several lines, or its `:` is missing",
    fix: "write `key: value` on one line",
  },
  BAD_SCALAR_START: {
    says: "text starts with a character that YAML reserves",
    fix: "put the text in quotes",
  },
  BAD_ALIAS: { says: "an alias `*` has no usable name", fix: "put text that starts with `*` in quotes" },
  BAD_DQ_ESCAPE: {
    says: "a double-quoted text has a `\\` that starts no known escape",
    fix: "write `\\\\`, or use single quotes",
  },
  KEY_OVER_1024_CHARS: { says: "a key is longer than 1,024 characters", fix: "shorten the key" },
};

/** Syntax errors as problems: one of each kind, the first few, since one slip tends to cause many. */
export function syntaxProblems(errors: readonly YAMLError[], source: YamlSource): Problem[] {
  const kinds = new Map<ErrorCode, YAMLError>();
  for (const error of errors) if (!kinds.has(error.code)) kinds.set(error.code, error);
  return [...kinds.values()].slice(0, MOST_REPORTED).map((error) => problem(error, source));
}

function problem(error: YAMLError, source: YamlSource): Problem {
  const advice = ADVICE[error.code] ?? { says: firstLine(error.message), fix: "correct the YAML here" };
  return {
    code: "invalid-yaml",
    about: error.code.toLowerCase().replaceAll("_", "-"),
    at: source.at(error.pos[0]),
    says: `not valid YAML: ${advice.says}`,
    fix: advice.fix,
  };
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0]!.slice(0, 200);
}
