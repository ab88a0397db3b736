import { withoutCommands } from "../escape/commands.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import { valueText } from "../policy/value-text.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { dotted, hang } from "../renderings/text/wrap.ts";
import type { TextOptions } from "../renderings/text.ts";
import type { ExplainedTier, ExplainedTiers, ExplainedTurn } from "./tier.ts";

const INDENT = "  ";

/** How each model's tier came about, for a terminal. */
export function explainedTiersText(
  { policy, models }: ExplainedTiers,
  { width, colour }: TextOptions,
): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  const under = `under the policy ${escapeTerminal(`${policy.name} ${policy.version}`, 200)}`;
  const lines = models.flatMap((model, index) => [
    ...(index > 0 ? [""] : []),
    ...modelText(model, under, page),
  ]);
  // Each text was escaped alone; two colons can still meet where one ends and the next begins.
  return `${lines.map(withoutCommands).join("\n")}\n`;
}

function modelText(model: ExplainedTier, under: string, page: Page): readonly string[] {
  const { criteria, turns, open, factors } = model;
  const met = criteria.filter(({ answer }) => answer === "met");
  const widest = Math.max(...factors.map(({ factor }) => factor.length)) + 2;
  return [
    ...hang("", dotted([escapeTerminal(model.model, 200), under]), page.width, page.style.strong),
    ...hang("", escapeTerminal(model.path), page.width, page.style.faint),
    "",
    ...hang("", `Tier ${model.effective}: ${sourceWords(model)}.`, page.width),
    ...model.because.flatMap((because) => hang(INDENT, escapeTerminal(because), page.width)),
    ...section(
      "Risk factors",
      factors.map(
        ({ factor, stated, at }) =>
          [
            `${INDENT}${factor.padEnd(widest)}`,
            stated === null ? "not stated" : `${valueText(stated)} (${placeWords(at ?? "", model)})`,
          ] as const,
      ),
      page,
    ),
    ...domainText(model, page),
    ...section(
      "Criteria that hold",
      met.map(({ tier, because }) => [`${INDENT}${tier}: `, escapeTerminal(because)] as const),
      page,
    ),
    ...section(
      "What is not stated and could raise the tier",
      open.map(
        ({ tier, factors, because }) =>
          [`${INDENT}${tier}: `, `${factors.join(", ")}, if ${escapeTerminal(because)}`] as const,
      ),
      page,
    ),
    ...section(
      "What one factor would change",
      turns.map((turn) => [`${INDENT}${turn.factor}: `, turnWords(turn)] as const),
      page,
    ),
    ...(turns.length === 0 ? ["", "No single factor would change what the factors give."] : []),
  ];
}

function sourceWords({ declared, computed }: ExplainedTier): string {
  const says = declared === null ? "the card declares none" : `the card declares ${declared}`;
  return computed === null
    ? `${says}, and too little is stated for the risk factors to give one`
    : `${says}, and the risk factors give ${computed}`;
}

function turnWords({ instead, tier, effective }: ExplainedTurn): string {
  const written = escapeTerminal(instead, 200);
  if (effective === tier) return `${written} would make it ${tier}`;
  return `${written} would let the factors give ${tier}; it stays ${effective}, as the card declares`;
}

/** A line of the card itself needs no path. */
function placeWords(at: string, { path }: ExplainedTier): string {
  return at.startsWith(`${path}:`) ? `line ${at.slice(path.length + 1)}` : escapeTerminal(at);
}

function domainText({ unknownDomain }: ExplainedTier, page: Page): readonly string[] {
  if (unknownDomain === null) return [];
  const { written, nearest } = unknownDomain;
  const meant = nearest === null ? "" : ` (did you mean "${escapeTerminal(nearest)}"?)`;
  return [
    "",
    ...hang(
      "",
      `The policy does not know the domain "${escapeTerminal(written)}"${meant}; it counts as not stated.`,
      page.width,
    ),
  ];
}

function section(
  title: string,
  items: readonly (readonly [head: string, text: string])[],
  page: Page,
): readonly string[] {
  if (items.length === 0) return [];
  return [
    "",
    ...hang("", title, page.width, page.style.strong),
    ...items.flatMap(([head, text]) => hang(head, text, page.width)),
  ];
}
