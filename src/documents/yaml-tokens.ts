import { type CST, Lexer, Parser } from "yaml";
import { tooDeep } from "./limits.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { YamlSource } from "./yaml-source.ts";

/** The library takes microseconds for every lexeme, a space or a comment as well: these bound its time. */
const MOST_LEXEMES = 500_000;
const LEXEMES_PER_VALUE = 2;
const MOST_PROPERTIES = 10_000;
const MOST_DIRECTIVES = 10;
const MOST_DOCUMENTS = 10_000;

type Stream = { readonly tokens: readonly CST.Token[] } | { readonly problem: Problem };

/** The concrete syntax, refused while it is read when it is broken, too deep, too long, or not alone though it has to be. */
export function tokens(text: string, source: YamlSource): Stream {
  const parser = new Parser();
  const found: CST.Token[] = [];
  const counts = { lexemes: 0, properties: 0, directives: 0, documents: 0 };
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === "error") return { problem: strayText(token, source) };
      if (token.type === "directive") counts.directives += 1;
      if (token.type === "document") counts.documents += 1;
      found.push(token);
    }
    counts.lexemes += 1;
    if (isProperty(lexeme)) counts.properties += 1;
    const problem = beyond(counts, parser, source);
    if (problem) return { problem };
  }
  found.push(...parser.end());
  return { tokens: found };
}

function beyond(
  counts: { lexemes: number; properties: number; directives: number; documents: number },
  parser: Parser,
  { at, caps, dialect }: YamlSource,
): Problem | null {
  const alone = dialect.documents === "one";
  if (alone && counts.documents > 0 && parser.stack[0]?.type === "document")
    return severalDocuments(parser, at);
  // The first item on the stack is the document itself, and the last may be a scalar.
  if (parser.stack.length > caps.documentDepth + 2) return tooDeep(at(parser.offset));
  const long =
    counts.lexemes > Math.max(MOST_LEXEMES, caps.documentValues * LEXEMES_PER_VALUE) ||
    counts.properties > MOST_PROPERTIES ||
    counts.directives > MOST_DIRECTIVES ||
    counts.documents > MOST_DOCUMENTS;
  return long ? tooLong(at(0)) : null;
}

function tooLong(at: Place): Problem {
  const says = "the document has more values, comments, tags or anchors than can be read in good time";
  return {
    code: "over-cap",
    about: "values",
    at,
    says,
    fix: "split it, or move rows of data into a table file",
  };
}

/** Anchors and tags. */
function isProperty(lexeme: string): boolean {
  return lexeme.startsWith("&") || lexeme.startsWith("!");
}

function strayText(token: CST.ErrorToken, { at }: YamlSource): Problem {
  const says = `not valid YAML: ${JSON.stringify(token.source.slice(0, 40))} does not belong here`;
  const fix = "remove it, or put the text that it is part of in quotes";
  return { code: "invalid-yaml", about: "unexpected-token", at: at(token.offset), says, fix };
}

function severalDocuments(parser: Parser, at: YamlSource["at"]): Problem {
  const says = "a second document starts here, and only one can be judged";
  const fix = "remove the `---` line, or move the second document to a file of its own";
  return { code: "several-documents", about: "documents", at: at(parser.offset), says, fix };
}
