import { grouped } from "../../escape/grouped.ts";
import { escapeMarkdown, escapeMarkdownCellCode, escapeMarkdownCode } from "../../escape/markdown.ts";
import { shiftMarkdown } from "../../policy/shift-markdown.ts";
import type { NoticeReport, PolicyChangeReport, Report } from "../../report.ts";
import { blockingFirst, modelsOutOfScope } from "../order.ts";
import { count, recommendationWords } from "../words.ts";
import { blocks, bullets, type Column, stanza, table } from "./blocks.ts";
import { type Page, placeMarkdown } from "./page.ts";

const NAMES_SHOWN = 10;
const ITEMS_SHOWN = 20;
/** Longest sentence of a policy's change, in UTF-16 units. */
const SENTENCE = 400;

/** What the report says beside its judged models: notices, a changed policy, the models out of scope. */
export function outsideMarkdown(report: Report, page: Page): string {
  return blocks([
    notices(report, page),
    report.policyChange === null ? null : policyChange(report.policyChange, page),
    outOfScope(report),
  ]);
}

function notices({ notices }: Report, page: Page): string | null {
  if (notices.length === 0) return null;
  const items = blockingFirst(notices)
    .slice(0, ITEMS_SHOWN)
    .map((notice) =>
      stanza([
        `${notice.blocking ? "**holds** " : ""}${escapeMarkdown(notice.says, page.detail.text)}${notice.at === null ? "" : ` ${placeMarkdown(notice.at, page)}`}`,
        `**Fix:** ${escapeMarkdown(notice.fix, page.detail.text)}`,
      ]),
    );
  return blocks(["### Outside any model", bullets(items), moreNotices(notices)]);
}

function policyChange({ path, shifts = [], changes, simulated }: PolicyChangeReport, page: Page): string {
  const length = Math.min(SENTENCE, page.detail.text);
  const effects = simulated.slice(0, ITEMS_SHOWN).map(({ model, now, then }) => {
    return `${escapeMarkdown(model, 100)} would go from ${recommendationWords(now)} to **${recommendationWords(then)}**`;
  });
  return blocks([
    `### Policy changed in ${escapeMarkdownCode(path, 200)}`,
    "In force once it is on the base.",
    shifts.length === 0
      ? null
      : bullets(shifts.slice(0, ITEMS_SHOWN).map((shift) => shiftMarkdown(shift, length))),
    more(shifts.length),
    changes.length === 0 ? null : table(CHANGES, changes.slice(0, ITEMS_SHOWN)),
    more(changes.length),
    effects.length === 0 ? null : bullets(effects),
    more(simulated.length),
  ]);
}

const CHANGES: readonly Column<PolicyChangeReport["changes"][number]>[] = [
  { title: "Setting", cell: (change) => escapeMarkdownCellCode(change.pointer, 200) },
  { title: "Before", cell: ({ before }) => (before === null ? "absent" : escapeMarkdown(before, 120)) },
  { title: "After", cell: ({ after }) => (after === null ? "absent" : escapeMarkdown(after, 120)) },
];

function outOfScope(report: Report): string | null {
  const models = modelsOutOfScope(report);
  if (models.length === 0) return null;
  const names = models.slice(0, NAMES_SHOWN).map((model) => escapeMarkdown(model.id, 60));
  const left = models.length - names.length;
  const rest = left > 0 ? ` and ${left} more` : "";
  return `Not in scope, not judged: ${names.join(", ")}${rest} (${count(models.length, "model")}).`;
}

function moreNotices(notices: readonly NoticeReport[]): string | null {
  const left = blockingFirst(notices).slice(ITEMS_SHOWN);
  if (left.length === 0) return null;
  const holding = left.filter(({ blocking }) => blocking).length;
  const among = holding === 0 ? "" : `, ${grouped(holding)} of them among what holds`;
  return `And ${grouped(left.length)} more${among}, in the JSON report.`;
}

function more(total: number): string | null {
  return total > ITEMS_SHOWN ? `And ${total - ITEMS_SHOWN} more in the JSON report.` : null;
}
