import { escapeMarkdownCode } from "../../escape/markdown.ts";
import type { FindingReport, ModelReport } from "../../report.ts";
import { holds, worstFirst } from "../order.ts";
import { count, countsByRule } from "../words.ts";
import { blocks, bullets, fold } from "./blocks.ts";
import type { Detail, Telling } from "./detail.ts";
import { findingLine, findingMarkdown } from "./finding.ts";
import type { Page } from "./page.ts";

/** What holds the model, what is open below that, and folded what is known or accepted; worst first. */
export function findingsMarkdown(model: ModelReport, page: Page): string {
  const sorted = worstFirst(model.findings);
  const groups = {
    holding: sorted.filter(holds),
    open: sorted.filter((finding) => finding.disposition === "open" && !holds(finding)),
    settled: sorted.filter((finding) => finding.disposition !== "open"),
  };
  const explained = new Set<string>();
  const told = (findings: readonly FindingReport[]) => tell(findings, page, explained);
  const settled = told(groups.settled);
  return blocks([
    groups.holding.length === 0 ? null : `**What holds it (${groups.holding.length})**`,
    told(groups.holding),
    groups.open.length === 0 ? null : `**Open, without holding it (${groups.open.length})**`,
    told(groups.open),
    settled === "" ? null : fold(`${count(groups.settled.length, "finding")} known or accepted`, settled),
  ]);
}

function tell(findings: readonly FindingReport[], page: Page, explained: Set<string>): string {
  const withWhy = ({ rule, disposition }: FindingReport) =>
    page.detail.why && disposition === "open" && !explained.has(rule);
  const items: string[] = [];
  const counted: FindingReport[] = [];
  for (const finding of findings) {
    switch (telling(finding, page.detail)) {
      case "full":
        items.push(findingMarkdown(finding, page, withWhy(finding)));
        explained.add(finding.rule);
        break;
      case "line":
        items.push(findingLine(finding, page));
        break;
      case "count":
        counted.push(finding);
    }
  }
  return bullets([...items, ...(counted.length === 0 ? [] : [onlyCounted(counted)])]);
}

function telling(finding: FindingReport, detail: Detail): Telling {
  if (holds(finding)) return detail.holding;
  return finding.severity === "low" || finding.severity === "info" ? detail.minor : detail.other;
}

const RULES_SHOWN = 8;

/** `12 findings more: 7 performance/thresholds, 5 card/placeholders`. */
function onlyCounted(findings: readonly FindingReport[]): string {
  const rules = countsByRule(findings);
  const shown = rules.slice(0, RULES_SHOWN).map(([rule, n]) => `${n} ${escapeMarkdownCode(rule, 100)}`);
  const rest = rules.length > RULES_SHOWN ? `, and ${rules.length - RULES_SHOWN} rules more` : "";
  return `${count(findings.length, "finding")} not listed here: ${shown.join(", ")}${rest}`;
}
