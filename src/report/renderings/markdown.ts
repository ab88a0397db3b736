import type { Report } from "../report.ts";
import { LADDER, LAST_RUNG } from "./markdown/detail.ts";
import { lastResortMarkdown } from "./markdown/last-resort.ts";
import { modelMarkdown } from "./markdown/model.ts";
import { outsideMarkdown } from "./markdown/outside.ts";
import { footerMarkdown, overviewMarkdown } from "./markdown/overview.ts";
import type { Page, Repository } from "./markdown/page.ts";
import { bytesOf } from "./markdown/size.ts";
import { modelsInScope } from "./order.ts";

export interface MarkdownOptions {
  /** Most UTF-8 bytes; from 2,000 on it is kept to, whatever the report holds. */
  readonly limit: number;
  /** Where lines are linked to; without it they are named. */
  readonly repository?: Repository | null;
}

/**
 * The report for a job summary or a comment. What does not fit is shortened step by step, the least important
 * first, and said; no finding that holds a model goes unlisted before everything else has, nor ever uncounted.
 */
export function renderMarkdown(report: Report, { limit, repository = null }: MarkdownOptions): string {
  const attempt = (step: number): string | null => {
    const detail = LADDER[step];
    return detail === undefined ? null : fill(sections(report, { detail, repository }), limit);
  };
  return (
    attempt(0) ??
    firstThatFits(attempt) ??
    lastResortMarkdown(report, { detail: LAST_RUNG, repository }, limit)
  );
}

/** Each step of the ladder is no longer than the one before, so halving finds the first that fits. */
function firstThatFits(attempt: (step: number) => string | null): string | null {
  let [below, fitting, text]: [number, number, string | null] = [0, LADDER.length, null];
  while (fitting - below > 1) {
    const middle = Math.floor((below + fitting) / 2);
    const tried = attempt(middle);
    if (tried === null) {
      below = middle;
    } else {
      fitting = middle;
      text = tried;
    }
  }
  return text;
}

function* sections(report: Report, page: Page): Generator<string> {
  yield overviewMarkdown(report, page);
  for (const model of modelsInScope(report)) {
    if (model.recommendation !== "approve" || page.detail.approved) yield modelMarkdown(model, page);
  }
  yield outsideMarkdown(report, page);
  if (page.detail !== LADDER[0]) yield SHORTENED;
  yield footerMarkdown(report);
}

const SHORTENED = "Shortened to fit; the JSON report of this run has everything.";

/** The sections with an empty line between, or null as soon as they exceed the limit. */
function fill(sections: Iterable<string>, limit: number): string | null {
  const kept: string[] = [];
  let used = 1;
  for (const section of sections) {
    if (section === "") continue;
    used += bytesOf(section) + 2;
    if (used > limit) return null;
    kept.push(section);
  }
  return `${kept.join("\n\n")}\n`;
}
