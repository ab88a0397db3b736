import type { Catalogue, Control, Framework } from "../../src/report/coverage/catalogue.ts";
import { reachedItems } from "../../src/report/coverage/reached.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { code, table } from "./table.ts";

/** docs/controls.md: the catalogue by group, and what of each framework it reaches. */
export function controlsPage(catalogue: Catalogue, rules: readonly AnyRule[]): string {
  const { controls, frameworks } = catalogue;
  const groups = [...new Set(controls.map(({ group }) => group))];
  const automated = controls.filter(({ verified }) => verified !== "not-automated").length;
  const parts = [
    "<!-- Generated from controls/ and src/rules/ by npm run docs. -->",
    "# Controls",
    `${controls.length} controls, in words of our own; rules check ${automated} of them today. A rule says itself which ` +
      "controls it bears on, and a control may be wider than the rules that name it. **Verified** is how: " +
      "recomputed from the raw rows or bytes, cross-checked against something else in the repository, present as " +
      "more than placeholder text, or not automated, which leaves it to a person.",
    COMMANDS,
    "## What the states mean",
    STATES,
    ...groups.flatMap((group) => [
      `## ${title(group)}`,
      controlsTable(
        controls.filter((control) => control.group === group),
        frameworks,
        rules,
      ),
    ]),
    "## Frameworks",
    "A place in a framework says what a control is about. It does not say that an obligation is fulfilled: that is for " +
      "those who answer for it. Every id below was found at a source; what was not found is left out and listed.",
    ...frameworks.flatMap((framework) => frameworkSection(framework, controls)),
  ];
  return `${parts.join("\n\n")}\n`;
}

const COMMANDS = `What was checked of a framework, model by model, is shown by \`report\`. It judges nothing and exits with 0 whatever
was found; \`check\` is the gate.

\`\`\`sh
node dist/cli.js report --framework nist-ai-rmf examples/breast-cancer-triage
node dist/cli.js report --framework eu-ai-act examples --format markdown
\`\`\`

It can be made of a stored report, too:

\`\`\`sh
node dist/cli.js check examples --exit-zero --format json=/tmp/effective-challenge-report.json
node dist/cli.js report --framework iso-42001 --from /tmp/effective-challenge-report.json
\`\`\`

Its JSON follows [\`schemas/coverage.schema.json\`](../schemas/coverage.schema.json).`;

const STATES = table(
  ["state", "of a control", "of an item of a framework"],
  [
    ["met", "every rule that names it was in force and fine", "all of its controls are met"],
    [
      "not met",
      "a rule found something wrong; said to be accepted where all of it was accepted",
      "a control is not met",
    ],
    [
      "cannot tell",
      "a rule could not tell or was not judged: off, not yet due, or nothing of its kind to judge",
      "no control is not met, and one cannot be told",
    ],
    ["not automated", "no rule names it", "the rules that there are were fine, and a control has none"],
  ],
);

function controlsTable(
  controls: readonly Control[],
  frameworks: readonly Framework[],
  rules: readonly AnyRule[],
): string {
  return table(
    ["control", "statement", "verified", "rules", "places"],
    controls.map((control) => [
      control.id,
      control.statement,
      control.verified,
      rules
        .filter((rule) => rule.controls.includes(control.id))
        .map(({ id }) => `[${id}](rules/${id}.md)`)
        .join(", ") || "–",
      placesOf(control, frameworks).join("<br>"),
    ]),
  );
}

function placesOf(control: Control, frameworks: readonly Framework[]): readonly string[] {
  return frameworks.flatMap(({ id, name }) => {
    const places = control.frameworks[id] ?? [];
    return places.length === 0 ? [] : [`${name}: ${places.join("; ")}`];
  });
}

function frameworkSection(framework: Framework, controls: readonly Control[]): readonly string[] {
  const { name, id, edition, checked, note, sources, items, total, not_confirmed = [] } = framework;
  const reached = reachedItems(framework, controls);
  const names = new Set(reached.map((item) => item.id));
  const rest = items.filter((item) => !names.has(item.id)).map((item) => item.id);
  const unnamed = total === undefined ? 0 : total - items.length;
  const of = total === undefined ? "" : ` of ${total}`;
  return [
    `### ${name}`,
    `${code(`--framework ${id}`)} · ${edition} · ids checked on ${checked}. ${note}`,
    `Sources: ${sources.map(({ title, url }) => `[${title}](${url})`).join("; ")}.`,
    `Controls of ours belong to ${reached.length}${of} items:`,
    table(
      ["item", "about", "controls"],
      reached.map((item) => [item.id, item.title, item.controls.map((control) => control.id).join(", ")]),
    ),
    ...(rest.length === 0 && unnamed === 0 ? [] : [`**Not claimed**: ${notClaimed(rest, unnamed)}.`]),
    ...(not_confirmed.length === 0
      ? []
      : [
          "**Not confirmed**, and left out:",
          not_confirmed.map((one) => `- ${one.id} for ${one.control}: ${one.because}.`).join("\n"),
        ]),
  ];
}

function notClaimed(rest: readonly string[], unnamed: number): string {
  const others = unnamed === 0 ? [] : [`${unnamed} more that no control of ours belongs to`];
  return [...rest, ...others].join("; ");
}

function title(group: string): string {
  return group.charAt(0).toUpperCase() + group.slice(1);
}
