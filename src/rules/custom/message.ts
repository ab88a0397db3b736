import type { ExpressionProblem } from "../../expressions/problem.ts";
import { compile, type Program } from "../../expressions/program.ts";
import {
  BOOL,
  DOUBLE,
  DURATION,
  type Fields,
  INT,
  listOf,
  STRING,
  TIMESTAMP,
} from "../../expressions/type.ts";
import { shown } from "../../expressions/value.ts";

/** Text with holes, each an expression whose value stands in its place. */
export interface Message {
  readonly parts: readonly (string | Program)[];
}

const SHOWABLE = [
  STRING,
  INT,
  DOUBLE,
  BOOL,
  TIMESTAMP,
  DURATION,
  listOf(STRING),
  listOf(DOUBLE),
  listOf(INT),
];
const LONGEST = 1_000;

export function compileMessage(
  text: string,
  variables: Fields,
): { readonly message: Message; readonly problems: readonly ExpressionProblem[] } {
  const parts: (string | Program)[] = [];
  const problems: ExpressionProblem[] = [];
  let from = 0;
  for (let start = text.indexOf("{{"); start !== -1; start = text.indexOf("{{", from)) {
    const end = text.indexOf("}}", start);
    if (end === -1) {
      problems.push({
        code: "syntax",
        offset: start,
        says: "this hole is not closed",
        fix: "close it with `}}`",
      });
      break;
    }
    parts.push(text.slice(from, start));
    from = end + 2;
    const compiled = compile(text.slice(start + 2, end), variables, SHOWABLE);
    if (compiled.kind === "program") parts.push(compiled.program);
    else problems.push(...compiled.problems.map((one) => ({ ...one, offset: one.offset + start + 2 })));
  }
  parts.push(text.slice(from));
  return { message: { parts }, problems };
}

/** What a hole cannot show is said to be unknown: the finding stands all the same. */
export function filled({ parts }: Message, variables: Parameters<Program["run"]>[0]): string {
  const written = parts.map((part) => {
    if (typeof part === "string") return part;
    const result = part.run(variables);
    return result.kind === "value" ? shown(result.value) : "(unknown)";
  });
  const text = written.join("").replace(/\s+/g, " ").trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function usesOf({ parts }: Message): string[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [...part.uses]));
}
