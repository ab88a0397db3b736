import { escapeTerminal } from "../../escape/terminal.ts";
import type { ClaimReport } from "../../report.ts";
import { claimPlace } from "../claim-place.ts";
import { doubtfulFirst } from "../order.ts";
import { formatFraction, formatInterval, formatValue, writtenOtherwise } from "../quantity.ts";
import { grouped } from "../words.ts";
import type { Page } from "./page.ts";
import { type Cell, type Column, table } from "./table.ts";
import { hang } from "./wrap.ts";

/** Most claims that the terminal lists of one model. */
const CLAIMS_SHOWN = 20;
const NAME_LIMIT = 40;
const INDENT = "  ";

/** Reported against recomputed, what did not reproduce first, and under each where it holds and what to know. */
export function claimsText(claims: readonly ClaimReport[], page: Page): readonly string[] {
  if (claims.length === 0) return [];
  const shown = doubtfulFirst(claims).slice(0, CLAIMS_SHOWN);
  return ["", ...rows(shown, page), ...caution(shown, page), ...cut(claims.length, shown, page)];
}

/** With a column for n where it fits, else without, else one claim under the other. */
function rows(claims: readonly ClaimReport[], page: Page): readonly string[] {
  const all = columns(claims, page);
  for (const kept of [all, all.filter(({ title }) => title !== "n")]) {
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
        ...detail(claim, page, kept.length < all.length),
      ]),
    ];
  }
  return claims.flatMap((claim) => [...stacked(claim, page), ...detail(claim, page, true)]);
}

interface ClaimColumn extends Column {
  readonly cell: (claim: ClaimReport) => Cell;
}

function columns(claims: readonly ClaimReport[], { style }: Page): readonly ClaimColumn[] {
  return [
    { title: "claim", align: "left", cell: (claim) => ({ text: escapeTerminal(claim.metric, NAME_LIMIT) }) },
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
      : `reported ${reported}, recomputed ${recomputed(claim)}${claim.interval === null ? "" : ` ${interval(claim)}`}`;
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

function detail(claim: ClaimReport, page: Page, withSize: boolean): readonly string[] {
  const written = writtenOtherwise(claim);
  const facts = [
    claimPlace(claim),
    withSize && claim.n !== null ? `n ${grouped(claim.n)}` : null,
    written === null ? null : `written ${written}`,
    claim.undefined,
    ...claim.notes,
  ].filter((fact) => fact !== null && fact !== "");
  if (facts.length === 0) return [];
  return hang(`${INDENT}  `, escapeTerminal(facts.join(" · "), 400), page.width, page.style.faint);
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
    `… ${grouped(left)} more${which}; --format json lists them.`,
    page.width,
    page.style.faint,
  );
}
