import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import { EXPRESSION_CAPS } from "../../src/expressions/caps.ts";
import { FUNCTIONS, MACROS, METHODS } from "../../src/expressions/functions.ts";
import { type Field, type Fields, type Type, typeWords } from "../../src/expressions/type.ts";
import { variablesOf } from "../../src/rules/custom/view.ts";
import { code, table } from "./table.ts";

/** docs/expressions.md: what the expressions of a policy's own rules see and can ask, from the declared types. */
export function expressionsPage(): string {
  const variables = variablesOf([{ metric: "recall", split: "test" }]);
  const { card, ...others } = variables;
  const parts = [
    "<!-- Generated from src/rules/custom/view.ts and src/expressions by npm run docs. -->",
    "# Rules of your own",
    "A policy may write rules of its own under `custom_rules`. They are planned, judged and reported as ours are, and `rules` of the policy, its tiers and stages set them by their ids. " +
      "Their conditions are expressions in [CEL](https://cel.dev).",
    `\`\`\`yaml\n${EXAMPLE}\`\`\``,
    "## What a rule is made of",
    table(["key", "needed", "meaning"], keysOf(policySchema.$defs.customRule)),
    "`controls` are ids of [the controls](controls.md), at least one; the reports for a framework count the rule under them. " +
      "Each of its `needs` has:",
    table(["key", "needed", "meaning"], keysOf(policySchema.$defs.measuredNeed)),
    "## How a rule answers",
    table(["what happens", "answer"], ANSWERS),
    "Nothing is ever null: what a card or a tool does not state is absent, and looking at it is cannot-tell. Ask with `has(…)` first where absence is allowed, level by level: `has(card.monitoring) && has(card.monitoring.on_call)`, for a card without `monitoring` has nothing to look into. " +
      '`card.risk.factors.domain` is the card\'s own words, such as `consumer credit`: ask with `"finance" in tier.domains`, by the name that the policy gives a domain, and not with `==`. ' +
      "Beware of `all` over an empty list: it is true.",
    "An expression is checked against the types below when the policy is read: an unknown name, a wrong type, a regular expression that could take more than linear time or " +
      'an expression that is too large stops the run with exit code 2 and a caret under the place. So does a word that can never stand where it is asked for, as in `stage == "prod"` or `"finanse" in tier.domains`, ' +
      'and one that is compared by its letters: instead of `tier.effective >= "high"` write `tier.effective in ["high", "critical"]`.',
    "## What an expression sees",
    table(
      HEAD,
      Object.entries(variables).map(([name, field]) => row(name, field)),
    ),
    ...Object.entries(others).flatMap(([name, { type }]) => section(name, type)),
    "### card",
    "Keys of the card as [card-keys.md](card-keys.md) explains them. Every one may be absent; a placeholder such as TODO counts as absent. Where a card may give one text or a list, it is a list here; " +
      "where it may give a text or a record, the text is the record's first field. A date is midnight UTC of its day.",
    table(
      ["key", "type"],
      below("card", card!.type).map(([path, { type }]) => [code(path), typeOf(type)]),
    ),
    "## What can be written",
    [
      "- `==` `!=` `<` `<=` `>` `>=` of numbers, texts, moments and durations; whole and other numbers are compared with each other.",
      "- `&&` `||` `!` and `condition ? yes : no`.",
      "- `+` `-` `*` `/` `%` of numbers of one kind (`2.0` is no whole number), `+` of texts, `+` and `-` of moments and durations.",
      '- `item in list`, `"key" in map`, `list[0]`, `map["key"]`.',
      `- Loops: ${MACROS.map((name) => code(`list.${name}(x, …)`)).join(", ")}; over a map they look at its keys.`,
      `- Functions: ${["has", ...Object.keys(FUNCTIONS)].map((name) => code(`${name}(…)`)).join(", ")}.`,
      `- Methods: ${Object.keys(METHODS)
        .map((name) => code(`.${name}(…)`))
        .join(", ")}.`,
      "- `matches` takes a regular expression in the syntax of RE2, written out in quotes.",
    ].join("\n"),
    "## Bounds",
    table(["bound", "of"], BOUNDS),
    "Beyond a bound of the text, the policy is refused. Beyond a bound of the work, or for a card with longer lists or texts, the rule is cannot-tell.",
  ];
  return `${parts.join("\n\n")}\n`;
}

interface Keys {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description: string }>>;
}

function keysOf({ required, properties }: Keys): string[][] {
  return Object.entries(properties).map(([key, { description }]) => [
    code(key),
    required.includes(key) ? "yes" : "",
    description,
  ]);
}

const HEAD = ["name", "type", "meaning", "example"] as const;

const EXAMPLE = `custom_rules:
  ours/recall-of-women:
    question: Is recall for women at least 0.6, with confidence?
    why: Too few women were found in last year's campaign.
    controls: [PER-03]
    severity: high
    due: staging
    needs:
      - { name: recall, metric: recall, split: test, slice: { sex: female } }
    when: card.risk.factors.regulated
    check: measured.recall.low >= 0.6
    message: "recall for women is {{ measured.recall.value }} on {{ measured.recall.rows }} rows"
    fix: evaluate on more rows, or improve the model
    at: metrics
`;

const ANSWERS = [
  ["`when` is false", "not-applicable"],
  ["`check` is true", "fine"],
  [
    "`check` is false",
    "finding: `message`, with the value of each `{{ … }}`, and `fix`, at the card's key `at`",
  ],
  [
    "an expression looks at something absent, fails, or is too costly on this model",
    "cannot-tell, naming what is missing",
  ],
];

const BOUNDS = [
  [`${EXPRESSION_CAPS.text} characters`, "one expression"],
  [
    `${EXPRESSION_CAPS.nodes} parts, ${EXPRESSION_CAPS.depth} levels, ${EXPRESSION_CAPS.brackets} open brackets`,
    "its syntax",
  ],
  [`${EXPRESSION_CAPS.loops}`, "loops inside loops"],
  [`${EXPRESSION_CAPS.pattern} characters`, "one regular expression"],
  [
    `${EXPRESSION_CAPS.work.toLocaleString("en")} units of work`,
    "one evaluation; looking at one part of the expression is one unit",
  ],
  [`${EXPRESSION_CAPS.items.toLocaleString("en")} items`, "one list of the view"],
  [`${EXPRESSION_CAPS.string.toLocaleString("en")} characters`, "one text"],
];

function section(name: string, type: Type): string[] {
  const of = type.kind === "list" ? type.of : type;
  if (of.kind !== "record" || name === "before") return [];
  const entries = name === "measured" ? below("measured", of).slice(1) : below(name, type);
  const title = `### ${name}`;
  return [
    title,
    table(
      HEAD,
      entries.map(([path, field]) => row(path.replace("measured.recall", "measured.NAME"), field)),
    ),
  ];
}

function row(path: string, { type, says, example }: Field): string[] {
  return [code(path), typeOf(type), says, example === undefined ? "" : code(example)];
}

function typeOf(type: Type): string {
  if (type.kind === "record") return "record";
  return type.kind === "list" && type.of.kind === "record" ? "list of records" : typeWords(type);
}

/** All fields under a type, with their paths. */
function below(path: string, type: Type): (readonly [string, Field])[] {
  const of = type.kind === "list" ? type.of : type;
  if (of.kind !== "record") return [];
  const prefix = type.kind === "list" ? `${path}[]` : path;
  const fields: Fields = of.fields;
  return Object.entries(fields).flatMap(([name, field]) => [
    [`${prefix}.${name}`, field] as const,
    ...below(`${prefix}.${name}`, field.type),
  ]);
}
