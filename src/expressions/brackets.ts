import { EXPRESSION_CAPS } from "./caps.ts";
import { type ExpressionProblem, tooCostly } from "./problem.ts";

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The first bracket or quote that nothing closes, or that closes nothing: parsers point somewhere else. */
export function bracketProblem(text: string): ExpressionProblem | null {
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    if (char === '"' || char === "'") {
      const end = endOfText(text, index);
      if (end === null) return syntax(index, "this text is not closed", `close it with ${char}`);
      index = end;
    } else if (char === "/" && text[index + 1] === "/") {
      const end = text.indexOf("\n", index);
      if (end === -1) break;
      index = end;
    } else if (char in CLOSING) {
      if (open.push(index) > EXPRESSION_CAPS.brackets)
        return tooCostly(index, `more than ${EXPRESSION_CAPS.brackets} brackets are open here`);
    } else if (char === ")" || char === "]" || char === "}") {
      const from = open.pop();
      if (from === undefined || CLOSING[text[from]!] !== char)
        return syntax(index, `this \`${char}\` closes nothing`, "remove it, or open it before");
    }
  }
  const from = open.pop();
  if (from === undefined) return null;
  return syntax(from, `this \`${text[from]}\` is not closed`, `close it with \`${CLOSING[text[from]!]}\``);
}

/** Where the text that starts here ends; three quotes hold line ends and single quotes, `r"…"` holds backslashes. */
function endOfText(text: string, start: number): number | null {
  const quote = text[start]!;
  const isRaw = /^[rR]$/.test(text[start - 1] ?? "") && !/\w/.test(text[start - 2] ?? "");
  const mark = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  for (let index = start + mark.length; index < text.length; index++) {
    if (text[index] === "\\" && !isRaw) index++;
    else if (text.startsWith(mark, index)) return index + mark.length - 1;
  }
  return null;
}

function syntax(offset: number, says: string, fix: string): ExpressionProblem {
  return { code: "syntax", offset, says, fix };
}
