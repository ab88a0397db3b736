import { RULES } from "./catalogue.ts";

/** Where a rule's page is read. */
const PAGES = "https://github.com/effective-challenge/effective-challenge/blob/main/docs/rules";

export interface RuleDescription {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly controls: readonly string[];
  readonly url: string;
}

/** What a report's reader may know of each rule. */
export function describeRules(): readonly RuleDescription[] {
  return RULES.map(({ id, question, why, controls }) => ({
    id,
    question,
    why,
    controls,
    url: pageAddress(id),
  }));
}

export function pageAddress(rule: string): string {
  return `${PAGES}/${rule}.md`;
}
