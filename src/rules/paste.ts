/** What the lines of a fix are written in. */
export type Language = "yaml" | "json" | "markdown";

/** A fix in one sentence, and the lines that can be pasted, if there are any. */
export interface Fix {
  readonly says: string;
  readonly language: Language | null;
  readonly lines: readonly string[];
}

const FENCE = "```";
const FENCED = /^([^\n]+):\n```(yaml|json|markdown)\n([\s\S]*)\n```$/;
/** More lines than these are no fix; a text of the repository that looks like one stays a text. */
const MOST_LINES = 100;

/** A sentence and the lines to paste, as Markdown fences them; any reader of the report can show it as it is. */
export function withLines(says: string, language: Language, lines: readonly string[]): string {
  return `${says}:\n${FENCE}${language}\n${lines.join("\n")}\n${FENCE}`;
}

/** The parts that `withLines` put together; of any other text, all of it is the sentence. */
export function readFix(fix: string): Fix {
  const [, says, language, body] = FENCED.exec(fix) ?? [];
  const lines = body?.split("\n", MOST_LINES + 1) ?? [];
  if (says === undefined || lines.length > MOST_LINES) return { says: fix, language: null, lines: [] };
  return { says, language: language as Language, lines };
}
