import { grouped } from "../escape/grouped.ts";
import { escapeMarkdown, escapeMarkdownCode } from "../escape/markdown.ts";
import { blocks, table } from "../renderings/markdown/blocks.ts";
import type { ControlCoverage, Coverage, ItemCoverage, ModelCoverage } from "./coverage.ts";
import type { RuleCoverage } from "./rule-coverage.ts";
import { countWords, MEANING, ruleWords, settled, standingWords, unclaimedWords } from "./words.ts";

const TEXT = 300;
const FINDINGS_SHOWN = 3;

/** The coverage as a page: for each model a table of the framework's items, in its own order. */
export function coverageMarkdown(coverage: Coverage): string {
  const { framework, tool, policy, asOf } = coverage;
  const facts = [
    `${tool.name} ${tool.version}`,
    `policy ${policy.name} ${policy.version}`,
    `as of ${asOf}`,
  ].map((fact) => escapeMarkdown(fact, TEXT));
  const page = blocks([
    `## ${escapeMarkdown(framework.name)}`,
    escapeMarkdown(framework.edition),
    facts.join(" · "),
    ...coverage.models.map(modelMarkdown),
    escapeMarkdown(unclaimedWords(coverage)),
    escapeMarkdown(MEANING),
    escapeMarkdown(framework.note),
  ]);
  return `${page}\n`;
}

function modelMarkdown(model: ModelCoverage): string {
  const title = `${model.id}${model.version === null ? "" : ` ${model.version}`}`;
  const about = `${escapeMarkdownCode(model.path, 200)} · tier ${model.tier} · ${model.stage}`;
  const columns = [
    {
      title: "item",
      cell: ({ id, title }: ItemCoverage) => `**${escapeMarkdown(id)}** ${escapeMarkdown(title)}`,
    },
    { title: "state", cell: standingWords },
    {
      title: "controls, and what was checked or found",
      cell: ({ controls }: ItemCoverage) => controlCells(controls),
    },
  ];
  return blocks([
    `### ${escapeMarkdown(title, 120)}`,
    about,
    model.inScope ? countWords(model.counts) : "Not judged: the change does not touch it.",
    model.inScope ? table(columns, model.items) : null,
  ]);
}

function controlCells(controls: readonly ControlCoverage[]): string {
  const checked = controls.filter(({ rules }) => rules.length > 0);
  const left = controls.filter(({ rules }) => rules.length === 0).map(({ id }) => id);
  return [
    ...checked.map(({ id, rules, ...standing }) =>
      [`**${id}** ${standingWords(standing)}`, ...rules.map(ruleCell)].join("<br>"),
    ),
    ...(left.length === 0 ? [] : [`no rule checks ${left.join(", ")}`]),
  ].join("<br>");
}

function ruleCell(coverage: RuleCoverage): string {
  const { rule, because, findings } = coverage;
  const shown = findings.slice(0, FINDINGS_SHOWN);
  const more = findings.length - shown.length;
  const found = shown.map((finding) => {
    const { severity, says, at } = finding;
    return escapeMarkdown(`${severity}, ${at.path}:${at.line}: ${says}${settled(finding)}`, TEXT);
  });
  const words = ruleWords(
    coverage,
    because.map((one) => escapeMarkdown(one, TEXT)),
  );
  const all = [words, ...found, ...(more > 0 ? [`${grouped(more)} more`] : [])];
  return `${escapeMarkdown(rule, TEXT)} ${all.join("; ")}`;
}
