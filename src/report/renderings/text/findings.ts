import type { FindingReport } from "../../report.ts";
import { groupsOf } from "../groups.ts";
import { holds, worstFirst } from "../order.ts";
import { count } from "../words.ts";
import { groupPlaces, groupText, type Told } from "./finding.ts";
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
  told: Omit<Told, "withWhy">,
  explained: Set<string>,
): readonly string[] {
  const sorted = worstFirst(findings);
  const holding = sorted.filter(holds).length;
  const listed = sorted.slice(0, Math.max(FINDINGS_SHOWN, holding));
  const lines = groupsOf(listed.slice(0, FINDINGS_TOLD)).flatMap((group) => {
    const [{ rule, disposition }] = group;
    const withWhy = !explained.has(rule);
    if (disposition === "open") explained.add(rule);
    return ["", ...groupText(group, page, { ...told, withWhy })];
  });
  const named = listed.slice(FINDINGS_TOLD);
  const left = sorted.length - listed.length;
  return [
    ...lines,
    ...groupsOf(named).flatMap((group) => ["", ...groupPlaces(group, page)]),
    ...cut(named.length, (n) => `what is wrong at the last ${count(n, "place")}`, page),
    ...cut(left, (n) => `${count(n, "more finding")} that ${n === 1 ? "does" : "do"} not hold it`, page),
  ];
}

function cut(n: number, words: (n: number) => string, page: Page): readonly string[] {
  if (n === 0) return [];
  const says = `… --format json has ${words(n)}.`;
  return ["", ...hang("  ", says, page.width, page.style.faint)];
}
