import { describe, expect, it } from "vitest";
import { readRoles, SINGLE_ROLES } from "../../src/evidence/roles.ts";
import { isPlaceholder } from "../../src/inventory/placeholder.ts";
import { columnsFrom } from "../../src/inventory/record/columns.ts";
import { textOf } from "./pages.ts";
import { recommended } from "./program.ts";

const page = textOf("docs/card.md");

describe("docs/card.md", () => {
  const nothing = columnsFrom({
    kind: "map",
    entries: new Map(),
    at: { path: "", line: 1, column: 1, pointer: "" },
  });
  const recognised = SINGLE_ROLES.filter((role) => page.includes(`\n| \`${role}\` |`)).flatMap((role) =>
    spans(new RegExp(`^\\| \`${role}\` \\|[^|]*\\|(.*)\\|$`, "m")).map((name) => [name, role] as const),
  );

  it("lists names of columns", () => {
    expect(recognised.length).toBeGreaterThan(20);
  });

  it.each(recognised)("is right that a column %s is recognised as %s", (name, role) => {
    expect(readRoles(nothing, [name]).roles[role]).toBe(name);
    expect(readRoles(nothing, [name.toUpperCase()]).roles[role]).toBe(name.toUpperCase());
  });

  it.each(["prob_", "proba_", "probability_", "p_", "prob_class_"])("is right about %sCLASS", (prefix) => {
    expect(readRoles(nothing, [`${prefix}cat`]).roles.scores).toEqual(new Map([["cat", `${prefix}cat`]]));
  });

  it.each(spans(/## Placeholders\n([\s\S]*?) A\nsentence/))("is right that %s is a placeholder", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it("is right that none is an answer", () => {
    expect(isPlaceholder("none")).toBe(false);
  });
});

describe("numbers that docs/card.md says are read, or not", () => {
  const rows = [
    { id: 1, y_true: "cat", y_pred: "cat", cat: 0.7 },
    { id: 2, y_true: "dog", y_pred: "dog", cat: 0.4 },
  ];
  const card = (id: string) =>
    `model: { id: ${id}, task: multiclass-classification }\n` +
    "metrics: [{ name: accuracy, value: 1.00, split: test }, { name: log_loss, value: 0.434, split: test }]\n" +
    "evidence: [{ kind: predictions, path: test.jsonl, split: test }]\n";
  const lines = (scores: (cat: number) => object) =>
    rows.map(({ cat, ...row }) => JSON.stringify({ ...row, ...scores(cat) })).join("\n");
  const models = recommended({
    "nested/model-card.yaml": card("nested"),
    "nested/test.jsonl": lines((cat) => ({ scores: { cat, dog: 1 - cat } })),
    "flat/model-card.yaml": card("flat"),
    "flat/test.jsonl": lines((cat) => ({ p_cat: cat, p_dog: 1 - cat })),
    "told/MODEL_CARD.md":
      "# Model card\n\n- **Model ID:** told\n\n## Metrics\n\nOn the test split the recall is 0.82.\n\n" +
      '```json\n{ "test": { "roc_auc": 0.91 } }\n```\n',
  });
  const statuses = (id: string) => models.get(id)?.claims.map(({ metric, status }) => [metric, status]);

  it("scores in an object are not", () => {
    expect(statuses("nested")).toContainEqual(["log_loss", "unsupported"]);
    expect(statuses("nested")).toContainEqual(["accuracy", "reproduced"]);
  });

  it("scores in a column for each class are", () => {
    expect(statuses("flat")).toContainEqual(["log_loss", "reproduced"]);
  });

  it("a sentence of a Markdown card is, JSON in it is not", () => {
    expect(models.get("told")?.claims.map(({ metric, raw }) => [metric, raw])).toEqual([["recall", "0.82"]]);
  });
});

/** What stands between backticks in the part of the page that a pattern finds. */
function spans(part: RegExp): string[] {
  const found = part.exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/card.md has no ${part}`);
  return [...found.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
}
