import { grouped } from "../../escape/grouped.ts";
import { escapeTerminal } from "../../escape/terminal.ts";
import type { ClaimReport } from "../../report.ts";
import { claimPlace } from "../claim-place.ts";
import { doubtfulFirst } from "../order.ts";
import { formatFraction, formatInterval, formatValue, writtenOtherwise } from "../quantity.ts";
import type { Page } from "./page.ts";
import { type Cell, type Column, table } from "./table.ts";
import { hang, unbroken } from "./wrap.ts";

/** Most claims that the terminal lists of one model. */
const CLAIMS_SHOWN = 12;
const NAME_LIMIT = 40;
const INDENT = "  ";

/** Reported against recomputed, what did not reproduce first, and under each where it holds and what to know. */
export function claimsText(claims: readonly ClaimReport[], page: Page): readonly string[] {
  if (claims.length === 0) return [];
  const shown = doubtfulFirst(claims).slice(0, CLAIMS_SHOWN);
  return ["", ...rows(shown, page), ...caution(shown, page), ...cut(claims.length, shown, page)];
}

/** As many columns as fit: without where each holds, then without n, which a line below says; else one under the other. */
function rows(claims: readonly ClaimReport[], page: Page): readonly string[] {
  const all = columns(claims, page);
  const short = claims.every((claim) => claimPlace(claim).length <= NAME_LIMIT);
  for (const dropped of [...(short ? [[]] : []), ["on"], ["on", "n"]]) {
    const kept = all.filter(({ title }) => !dropped.includes(title));
    const lines = table(
      kept,
      claims.map((claim) => kept.map((column) => column.cell(claim))),
      page.width - INDENT.length,
      page.style.faint,
    );
    if (lines === null) continue;
    const [titles = "", ...numbers] = lines;
    return [
      INDENT + titles,
      ...claims.flatMap((claim, index) => [
        INDENT + numbers[index],
        ...detail(claim, claims[index + 1], page, dropped),
      ]),
    ];
  }
  return claims.flatMap((claim, index) => [
    ...stacked(claim, page),
    ...detail(claim, claims[index + 1], page, ["on", "n"]),
  ]);
}

interface ClaimColumn extends Column {
  readonly cell: (claim: ClaimReport) => Cell;
}

function columns(claims: readonly ClaimReport[], { style }: Page): readonly ClaimColumn[] {
  return [
    { title: "claim", align: "left", cell: (claim) => ({ text: escapeTerminal(claim.metric, NAME_LIMIT) }) },
    {
      title: "on",
      align: "left",
      cell: (claim) => ({ text: escapeTerminal(claimPlace(claim), NAME_LIMIT) }),
    },
    {
      title: "reported",
      align: "right",
      cell: (claim) => ({ text: formatFraction(claim.reported, claim.raw) }),
    },
    { title: "recomputed", align: "right", cell: (claim) => ({ text: recomputed(claim) }) },
    { title: intervalTitle(claims), align: "left", cell: (claim) => ({ text: interval(claim) }) },
    { title: "n", align: "right", cell: (claim) => ({ text: claim.n === null ? "–" : grouped(claim.n) }) },
    {
      title: "status",
      align: "left",
      cell: (claim) => ({ text: claim.status, paint: style.status(claim.status) }),
    },
  ];
}

function intervalTitle(claims: readonly ClaimReport[]): string {
  const levels = new Set(claims.flatMap((claim) => claim.confidence ?? []));
  const [level] = levels;
  return levels.size === 1 && level !== undefined
    ? `${Number((level * 100).toFixed(3))}% interval`
    : "interval";
}

function recomputed(claim: ClaimReport): string {
  return claim.recomputed === null ? "–" : formatValue(claim.recomputed, claim.decimals);
}

function interval(claim: ClaimReport): string {
  return claim.interval === null ? "–" : formatInterval(claim.interval, claim.decimals);
}

function stacked(claim: ClaimReport, { style, width }: Page): readonly string[] {
  const reported = formatFraction(claim.reported, claim.raw);
  const numbers =
    claim.recomputed === null
      ? `reported ${reported}, not recomputed`
      : `reported ${reported}, recomputed ${recomputed(claim)}${claim.interval === null ? "" : ` ${unbroken(interval(claim))}`}`;
  return [
    ...hang(
      INDENT,
      `${escapeTerminal(claim.metric, NAME_LIMIT)}: ${claim.status}`,
      width,
      style.status(claim.status),
    ),
    ...hang(`${INDENT}  `, numbers, width),
  ];
}

/** What the columns do not say; a reason that the next claim shares is said under the last that has it. */
function detail(
  claim: ClaimReport,
  next: ClaimReport | undefined,
  page: Page,
  dropped: readonly string[],
): readonly string[] {
  const shared = next?.status === claim.status && next.undefined === claim.undefined;
  const written = writtenOtherwise(claim);
  const facts = [
    dropped.includes("on") ? escaped(claimPlace(claim)) : "",
    dropped.includes("n") && claim.n !== null ? unbroken(`n ${grouped(claim.n)}`) : "",
    written === null ? "" : unbroken(`written ${escapeTerminal(written, 24)}`),
    shared ? "" : escaped(claim.undefined ?? ""),
    ...claim.notes.map(escaped),
  ];
  const said = facts.filter((fact) => fact !== "").join(" · ");
  if (said === "") return [];
  return hang(`${INDENT}  `, said, page.width, page.style.faint);
}

function escaped(text: string): string {
  return escapeTerminal(text, 200);
}

function caution(claims: readonly ClaimReport[], page: Page): readonly string[] {
  const committed = claims.some((claim) => claim.status === "reproduced" && claim.origin === "committed");
  if (!committed) return [];
  const says = "Recomputed from files that the author committed: this shows consistency, not truth.";
  return hang(INDENT, says, page.width, page.style.faint);
}

function cut(total: number, shown: readonly ClaimReport[], page: Page): readonly string[] {
  const left = total - shown.length;
  if (left === 0) return [];
  const reproduced = shown.some((claim) => claim.status === "reproduced");
  const which = reproduced ? ", all reproduced" : "";
  return hang(
    INDENT,
    `… ${grouped(left)} more${which}; --format json has them.`,
    page.width,
    page.style.faint,
  );
}
