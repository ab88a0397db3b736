import { escapeMarkdownCode } from "../../escape/markdown.ts";
import type { FindingReport, ModelReport } from "../../report.ts";
import { conditionsOf } from "../conditions.ts";
import { groupsOf } from "../groups.ts";
import { holds, worstFirst } from "../order.ts";
import { sharedTerms } from "../terms.ts";
import { count, countsByRule } from "../words.ts";
import { blocks, bullets, fold } from "./blocks.ts";
import type { Detail, Telling } from "./detail.ts";
import { findingLine, groupLines, groupMarkdown, type Told } from "./finding.ts";
import type { Page } from "./page.ts";

/** What holds the model, its conditions, what else is open, and folded what is known or accepted; worst first. */
export function findingsMarkdown(model: ModelReport, page: Page): string {
  const conditions = conditionsOf(model).of;
  const sorted = worstFirst(model.findings);
  const open = sorted.filter((finding) => finding.disposition === "open");
  const groups = {
    holding: open.filter(holds),
    conditions: open.filter((finding) => !holds(finding) && conditions.has(finding.id)),
    open: open.filter((finding) => !holds(finding) && !conditions.has(finding.id)),
    settled: sorted.filter((finding) => finding.disposition !== "open"),
  };
  const told = { shared: sharedTerms(model.findings), conditions };
  const explained = new Set<string>();
  const tellAll = (findings: readonly FindingReport[]) => tell(findings, page, told, explained);
  const section = (title: string, findings: readonly FindingReport[]) =>
    findings.length === 0 ? null : blocks([`**${title} (${findings.length})**`, tellAll(findings)]);
  return blocks([
    section("What holds it", groups.holding),
    section("Conditions", groups.conditions),
    section("Open, without holding it", groups.open),
    groups.settled.length === 0
      ? null
      : fold(`${count(groups.settled.length, "finding")} known or accepted`, tellAll(groups.settled)),
  ]);
}

function tell(
  findings: readonly FindingReport[],
  page: Page,
  told: Omit<Told, "withWhy">,
  explained: Set<string>,
): string {
  const items: string[] = [];
  const counted: FindingReport[] = [];
  for (const group of groupsOf(findings)) {
    const [{ rule, disposition }] = group;
    switch (telling(group[0], page.detail)) {
      case "full": {
        const withWhy = page.detail.why && disposition === "open" && !explained.has(rule);
        items.push(groupMarkdown(group, page, { ...told, withWhy }));
        explained.add(rule);
        break;
      }
      case "line":
        items.push(...group.map((finding) => findingLine(finding, page)));
        break;
      case "place":
        items.push(...groupLines(group, page));
        break;
      case "count":
        counted.push(...group);
    }
  }
  return bullets([...items, ...(counted.length === 0 ? [] : [onlyCounted(counted)])]);
}

function telling(finding: FindingReport, detail: Detail): Telling {
  if (holds(finding)) return detail.holding;
  return finding.severity === "low" || finding.severity === "info" ? detail.minor : detail.other;
}

const RULES_SHOWN = 8;

/** `12 findings not listed here: 7 performance/thresholds, 5 card/placeholders`. */
function onlyCounted(findings: readonly FindingReport[]): string {
  const rules = countsByRule(findings);
  const shown = rules.slice(0, RULES_SHOWN).map(([rule, n]) => `${n} ${escapeMarkdownCode(rule, 100)}`);
  const left = rules.length - RULES_SHOWN;
  const rest = left > 0 ? `, and ${count(left, "more rule")}` : "";
  return `${count(findings.length, "finding")} not listed here: ${shown.join(", ")}${rest}`;
}
