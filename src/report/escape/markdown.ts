import { withoutCommands } from "./commands.ts";
import { TEXT_LIMIT } from "./terminal.ts";
import { truncate } from "./truncate.ts";
import { visible } from "./visible.ts";

// `visible` leaves no zero-width space in the text, so each one below is ours. GitHub looks for mentions,
// references, addresses and emoji in the rendered text, where a backslash no longer protects: this does.
const GAP = "\u200B";

const MARKUP = /[\\`*_[\]<>|~#&]/g;
const LINKED = /[@#]|:(?=\S)|\bwww(?=\.)|\b(?:GH|GHSA|CVE)(?=-)/gi;
const COMMIT = /(?<![\w.])[0-9a-f]{7,40}(?!\w)/gi;
const LIST_OR_RULE = /^[-+=]/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
const CODE = /(`[^`]+`)/;

/**
 * Text of the repository as one line of GitHub's Markdown that renders as the plain text it is, anywhere in a
 * paragraph, a heading, a list item or a table cell.
 */
export function escapeMarkdown(text: string, limit: number = TEXT_LIMIT): string {
  return inert(withoutCommands(visible(truncate(text, limit))));
}

/** As `escapeMarkdown`, with what stands between backticks shown as code; for sentences, not for a table. */
export function escapeMarkdownProse(text: string, limit: number = TEXT_LIMIT): string {
  return withoutCommands(visible(truncate(text, limit)))
    .split(CODE)
    .map((part) => (CODE.test(part) ? fenced(part.slice(1, -1)) : inert(part)))
    .join("");
}

/** Text of the repository as a code span, inside which GitHub links and mentions nothing. */
export function escapeMarkdownCode(text: string, limit: number = TEXT_LIMIT): string {
  return fenced(withoutCommands(visible(truncate(text, limit))));
}

/** As `escapeMarkdownCode`, in a table: a code span cannot hold every sequence with a pipe, plain text can. */
export function escapeMarkdownCellCode(text: string, limit?: number): string {
  return text.includes("|") ? escapeMarkdown(text, limit) : escapeMarkdownCode(text, limit);
}

const MOST_INDENT = 40;

/** Lines to paste as a fenced block, each of them one line whatever it holds, with its indentation. */
export function escapeMarkdownLines(lines: readonly string[], language: string, margin: string): string {
  const safe = lines.map((line) => {
    const indent = /^ */.exec(line)?.[0].slice(0, MOST_INDENT) ?? "";
    return indent + withoutCommands(visible(truncate(line, TEXT_LIMIT)));
  });
  const longestRun = Math.max(2, ...(safe.join("\n").match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return [`${fence}${language}`, ...safe, fence].map((line) => `${margin}${line}`.trimEnd()).join("\n");
}

function inert(line: string): string {
  return line
    .replace(LINKED, `$&${GAP}`)
    .replace(COMMIT, (digits) => (digits.match(/.{1,6}/g) ?? []).join(GAP))
    .replace(MARKUP, "\\$&")
    .replace(LIST_OR_RULE, "\\$&")
    .replace(NUMBERED, "$1\\$2")
    .replaceAll("$", "&#36;")
    .replaceAll(GAP, "&#8203;");
}

function fenced(line: string): string {
  if (line === "") return "";
  const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}
