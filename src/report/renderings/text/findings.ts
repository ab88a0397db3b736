import type { FindingReport } from "../../report.ts";
import { holds, worstFirst } from "../order.ts";
import { count } from "../words.ts";
import { findingLines, findingText } from "./finding.ts";
import type { Page } from "./page.ts";
import { hang } from "./wrap.ts";

/** Most findings that the terminal lists of one model beside those that hold it, which are always listed. */
const FINDINGS_SHOWN = 30;
/** Most findings of one model that are told in full; any further one that holds it is named with its place. */
const FINDINGS_TOLD = 100;

/** Worst first, each rule explained once; what is cut is said. */
export function findingsText(
  findings: readonly FindingReport[],
  page: Page,
  explained: Set<string>,
): readonly string[] {
  const sorted = worstFirst(findings);
  const holding = sorted.filter(holds).length;
  const listed = sorted.slice(0, Math.max(FINDINGS_SHOWN, holding));
  const lines = listed.slice(0, FINDINGS_TOLD).flatMap((finding) => {
    const first = !explained.has(finding.rule);
    if (finding.disposition === "open") explained.add(finding.rule);
    return ["", ...findingText(finding, page, first)];
  });
  const named = listed.slice(FINDINGS_TOLD);
  return [
    ...lines,
    ...(named.length === 0 ? [] : ["", ...named.flatMap((finding) => findingLines(finding, page))]),
    ...cut(named.length, "finding named without what is wrong", "findings named without what is wrong", page),
    ...cut(
      sorted.length - listed.length,
      "finding more that does not hold it",
      "findings more that do not hold it",
      page,
    ),
  ];
}

function cut(n: number, one: string, many: string, page: Page): readonly string[] {
  if (n === 0) return [];
  return [
    "",
    ...hang("  ", `… ${count(n, one, many)}; --format json has all of it.`, page.width, page.style.faint),
  ];
}
