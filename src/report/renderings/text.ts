import { withoutCommands } from "../escape/commands.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Report } from "../report.ts";
import { modelsInScope } from "./order.ts";
import { closingText } from "./text/closing.ts";
import { modelText } from "./text/model.ts";
import { outsideText } from "./text/outside.ts";
import { NARROWEST, type Page, WIDEST } from "./text/page.ts";
import { questionsText } from "./text/questions.ts";
import { styleOf } from "./text/style.ts";
import { dotted, hang } from "./text/wrap.ts";

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** The report for a terminal, grouped by model, the worst model last so that it stands above the prompt. */
export function renderText(report: Report, { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const models = modelsInScope(report).toReversed();
  const asked = models.filter(({ recommendation }) => recommendation !== "approve");
  const told = { rules: new Set<string>(), questions: asked.length === 1 };
  const lines = [
    ...heading(report, page),
    ...models.flatMap((model) => ["", ...modelText(model, page, told)]),
    ...(told.questions ? [] : questionsText(asked.toReversed(), page)),
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
    commit.evaluated === null ? null : `work tree on ${commit.evaluated.slice(0, 7)}`,
    commit.base === null ? null : `compared with ${commit.base.slice(0, 7)}`,
  ].filter((fact) => fact !== null);
  const said = facts.map((fact) => escapeTerminal(fact, 200));
  return hang("", dotted(said), page.width, page.style.faint);
}
