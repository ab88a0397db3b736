import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import cardSchema from "../../schemas/model-card.schema.json" with { type: "json" };
import { readBaseline } from "../../tools/docs/baseline.ts";
import { needsTable } from "../../tools/docs/tier-needs.ts";
import { blocksOf } from "./pages.ts";
import { type Recommended, recommended } from "./program.ts";
import { evidenceOf } from "./tier-evidence.ts";
import { valueAt, type Written, withValue } from "./written-card.ts";

const TIERS = ["low", "medium", "high"] as const;
type Tier = (typeof TIERS)[number];

/** A complete card of docs/tiers.md, by its tier, with one change or none. */
interface Trial {
  readonly name: string;
  readonly tier: Tier;
  readonly change?: readonly [path: string, value: unknown];
}

const written = blocksOf("docs/tiers.md", "yaml").map(({ text }) => parse(text) as Written);
const cards = new Map(written.map((block) => [String(valueAt(block, "risk.tier")), block]));
const approvals = written.flatMap((block) => (block.approvals ?? []) as readonly Written[]);
const asStands = TIERS.map((tier): Trial => ({ name: `complete ${tier}`, tier }));
const needs = neededIn(needsTable(await readBaseline()));
const lacking = needs.map((need): Trial & { readonly holds: boolean } => {
  const owners = (valueAt(cardOf(need.tier), "model.owners") ?? []) as readonly { readonly role: string }[];
  const others = owners.filter(({ role }) => role !== need.role);
  const change = need.role === null ? ([need.what, undefined] as const) : (["model.owners", others] as const);
  return { name: `${need.tier} without ${need.what}`, tier: need.tier, change, holds: need.holds };
});

const jane = { name: "Jane Doe", role: "developer", contact: "jane@example.com" };
const owners = [
  jane,
  { ...jane, role: "business" },
  { name: "John Roe", role: "validator", contact: "john@example.com" },
];
const [held, conditions, approved] = ["hold", "approve-with-conditions", "approve"];
const answers = [
  ["one person may have two roles", "high", "model.owners", owners, approved],
  [
    "a validator is no developer",
    "high",
    "model.owners",
    owners.with(2, { ...jane, role: "validator" }),
    held,
  ],
  ["fewer than a thousand people in a year are few", "low", "risk.factors.people_affected", 999, approved],
  ["a thousand are not", "low", "risk.factors.people_affected", 1000, held],
  ["a domain of known words raises nothing", "low", "risk.factors.domain", "retail logistics", approved],
  ["an unknown word is not harmless", "low", "risk.factors.domain", "retail of antiques", held],
  ["one word is enough for finance", "low", "risk.factors.domain", "Credit-cards", held],
  ["a word may be written in two", "low", "risk.factors.domain", "Health care", held],
  ["a factor that is left out is unknown", "low", "risk.factors.regulated", undefined, held],
  ["artifacts may be left out at medium", "medium", "model.artifacts", undefined, approved],
  [
    "a listed artifact needs its digest",
    "low",
    "model.artifacts",
    [{ path: "test-predictions.csv" }],
    conditions,
  ],
  [
    "a low card needs no ids",
    "low",
    "evidence",
    [{ kind: "predictions", path: "bare.csv", split: "test" }],
    approved,
  ],
  ["until it names a second split", "low", "data", [{ split: "train", path: "no-ids.csv" }], conditions],
  ["a medium card has to have both splits", "medium", "data", undefined, held],
  ["a review may be 730 days ahead", "medium", "validation", { next_review: "2028-11-22" }, approved],
  ["and no further", "medium", "validation", { next_review: "2028-11-23" }, conditions],
] as const;
const answering = answers.map(([name, tier, path, value]): Trial => ({ name, tier, change: [path, value] }));

/** All of them are judged in one run, each in a folder of its own. */
const judged = judgedTogether([...asStands, ...lacking, ...answering]);

it.each(asStands)("docs/tiers.md: the $name card is approved as it stands", ({ name, tier }) => {
  const model = judged.get(name);
  expect(model?.findings).toEqual([]);
  expect(model?.tier.effective).toBe(tier);
  expect(model?.recommendation).toBe("approve");
  expect(model?.claims.map(({ status }) => status)).not.toContain("unsupported");
});

describe("the table of docs/tiers.md", () => {
  it("has needs of each tier", () => {
    expect(new Set(needs.map(({ tier }) => tier))).toEqual(new Set(TIERS));
  });

  it.each(lacking)("is right about a card of tier $name", ({ name, holds }) => {
    const own = judged
      .get(name)
      ?.findings.filter(({ rule }) => /^(documentation\/card-complete|inventory\/owners-named)$/.test(rule));
    expect(own?.map(({ blocking }) => blocking)).toEqual([holds]);
  });
});

describe("the answers of docs/tiers.md", () => {
  it.each(answers)("%s", (name, _tier, _path, _value, expected) => {
    const { recommendation, findings = [] } = judged.get(name) ?? {};
    expect(recommendation, findings.map(({ says }) => says).join("\n")).toBe(expected);
  });

  it("count people by the year, as the schema does", () => {
    const { factors } = cardSchema.properties.risk.properties;
    expect(factors.properties.people_affected.description).toContain("in a year");
  });
});

interface Need {
  readonly tier: Tier;
  /** A field of the card, or the role of an owner. */
  readonly what: string;
  readonly role: string | null;
  readonly holds: boolean;
}

/** Fields and owners that the generated table asks for. */
function neededIn(table: string): Need[] {
  const [head = [], , ...rows] = table.split("\n").map((row) => row.replace(/^\| | \|$/g, "").split(" | "));
  return rows.flatMap(([first = "", ...cells]) => {
    const [, field, role] = /^`([a-z_.]+)`$|^an owner with `role: (\w+)`$/.exec(first) ?? [];
    const what = field ?? role;
    return TIERS.flatMap((tier): Need[] => {
      const cell = cells[head.indexOf(tier) - 1] ?? "";
      return what === undefined || !cell.includes("yes")
        ? []
        : [{ tier, what, role: role ?? null, holds: cell.includes("**") }];
    });
  });
}

function judgedTogether(trials: readonly Trial[]): ReadonlyMap<string, Recommended> {
  const files = trials.flatMap(({ tier, change }, index): [string, string][] => {
    const card = cardOf(tier);
    const folder = `m${index}`;
    const whole = withValue(change ? withValue(card, ...change) : card, "model.id", folder);
    const made = evidenceOf(String(valueAt(card, "model.id")));
    const bare = made["test-predictions.csv"]?.replaceAll(/^[^,]*,/gm, "") ?? "";
    const approved = { approvals: approvals.map((approval) => ({ ...approval, model: folder })) };
    const beside = {
      ...made,
      ...(tier === "high" ? { "governance/approvals.yaml": stringify(approved) } : {}),
      "bare.csv": bare,
      "no-ids.csv": "y_true\n1\n2\n",
    };
    return Object.entries({ ...beside, "model-card.yaml": stringify(whole) }).map(([path, text]) => [
      `${folder}/${path}`,
      text,
    ]);
  });
  const models = recommended(Object.fromEntries(files));
  return new Map(
    trials.flatMap(({ name }, index) => {
      const model = models.get(`m${index}`);
      return model ? [[name, model] as const] : [];
    }),
  );
}

function cardOf(tier: Tier): Written {
  const card = cards.get(tier);
  if (!card) throw new Error(`docs/tiers.md has no card of tier ${tier}`);
  return card;
}
