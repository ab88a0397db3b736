import { grouped } from "../../escape/grouped.ts";
import { escapeMarkdown, escapeMarkdownCellCode } from "../../escape/markdown.ts";
import type { ClaimReport, ModelReport } from "../../report.ts";
import { claimPlace } from "../claim-place.ts";
import { doubtfulFirst } from "../order.ts";
import { formatFraction, formatInterval, formatValue, writtenOtherwise } from "../quantity.ts";
import { capitalised, claimsOf, claimWords, count } from "../words.ts";
import { blocks, type Column, fold, table } from "./blocks.ts";
import type { Page } from "./page.ts";

/** Reported against recomputed: what did not reproduce in the open, the rest folded. */
export function claimsMarkdown(model: ModelReport, { detail }: Page): string {
  const { claims } = model;
  if (claims.length === 0) return "";
  const sorted = doubtfulFirst(claims);
  const doubtful = sorted.filter((claim) => claim.status !== "reproduced");
  const fine = sorted.filter((claim) => claim.status === "reproduced");
  const listed = detail.claims
    ? table(COLUMNS, doubtful)
    : `${count(doubtful.length, "claim")} not listed here.`;
  return blocks([
    `**${capitalised(claimWords(claimsOf(model)))}**`,
    doubtful.length === 0 ? null : listed,
    fine.length === 0 || !detail.fineClaims
      ? null
      : fold(count(fine.length, "reproduced claim"), blocks([table(COLUMNS, fine), caution(fine)])),
  ]);
}

const COLUMNS: readonly Column<ClaimReport>[] = [
  { title: "Claim", cell: (claim) => escapeMarkdownCellCode(claim.metric, 60) },
  { title: "On", cell: (claim) => escapeMarkdown(claimPlace(claim), 120) },
  { title: "Reported", align: "right", cell: reported },
  {
    title: "Recomputed",
    align: "right",
    cell: (claim) => (claim.recomputed === null ? "–" : formatValue(claim.recomputed, claim.decimals)),
  },
  { title: "Interval", cell: interval },
  { title: "n", align: "right", cell: (claim) => (claim.n === null ? "–" : grouped(claim.n)) },
  { title: "Status", cell: status },
];

function reported(claim: ClaimReport): string {
  const fraction = formatFraction(claim.reported, claim.raw);
  const written = writtenOtherwise(claim);
  return written === null ? fraction : `${fraction} (${escapeMarkdown(written, 24)})`;
}

function interval({ interval, confidence, decimals }: ClaimReport): string {
  if (interval === null) return "–";
  const level = confidence === null ? "" : ` at ${Number((confidence * 100).toFixed(3))}%`;
  return `${formatInterval(interval, decimals)}${level}`;
}

function status(claim: ClaimReport): string {
  const word = claim.status === "reproduced" ? claim.status : `**${claim.status}**`;
  const says = [claim.undefined, ...claim.notes].filter((note) => note !== null).join("; ");
  return says === "" ? word : `${word}: ${escapeMarkdown(says, 200)}`;
}

function caution(claims: readonly ClaimReport[]): string | null {
  return claims.some((claim) => claim.origin === "committed")
    ? "Recomputed from files that the author committed: this shows consistency, not truth."
    : null;
}
