import { withoutCommands } from "../escape/commands.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Report } from "../report.ts";
import { modelsInScope } from "./order.ts";
import { closingText } from "./text/closing.ts";
import { modelText } from "./text/model.ts";
import { outsideText } from "./text/outside.ts";
import { NARROWEST, type Page, WIDEST } from "./text/page.ts";
import { styleOf } from "./text/style.ts";
import { hang } from "./text/wrap.ts";

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** The report for a terminal, grouped by model, the worst model last so that it stands above the prompt. */
export function renderText(report: Report, { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const explained = new Set<string>();
  const lines = [
    ...heading(report, page),
    ...modelsInScope(report)
      .toReversed()
      .flatMap((model) => ["", ...modelText(model, page, explained)]),
    ...outsideText(report, page),
    ...closingText(report, page),
  ];
  // Each text was escaped alone; two colons can still meet where one text ends and our own begins.
  return `${lines.map(withoutCommands).join("\n")}\n`;
}

function heading({ tool, policy, asOf, commit, stage }: Report, page: Page): readonly string[] {
  const facts = [
    `${tool.name} ${tool.version}`,
    `policy ${policy.name} ${policy.version}`,
    stage === null ? null : `for ${stage}`,
    `as of ${asOf}`,
    commit.head === null ? null : `commit ${commit.head.slice(0, 7)}`,
  ].filter((fact) => fact !== null);
  return hang("", escapeTerminal(facts.join(" · ")), page.width, page.style.faint);
}
