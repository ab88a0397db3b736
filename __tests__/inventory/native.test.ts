import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readNativeCard } from "../../src/inventory/native.ts";
import { AUTONOMY, LIFECYCLES, OWNER_ROLES, TASKS, TIERS } from "../../src/inventory/vocabulary.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { nativeCard } from "../support/cards.ts";
import { memoryTree } from "../support/memory-tree.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/model-card.schema.json", import.meta.url), "utf8"),
);

test.each(["models/a/model-card.yaml", "models/a/model-card.yml"])("reads %s", async (path) => {
  expect(await nativeCard("model: {id: a}", path)).toMatchObject({
    path,
    folder: "models/a",
    dialect: "native",
    sources: [path],
    problems: [],
    root: { kind: "map" },
  });
});

test("reads JSON, at the root", async () => {
  const card = await nativeCard('{"$schema": "x", "model": {"id": "a"}}', "model-card.json");
  expect(card).toMatchObject({ folder: "", problems: [], root: { kind: "map" } });
});

test.each([
  ["model: [", "invalid-yaml", null],
  ["model: {id: a}\nmodle: 1", "unknown-key", "map"],
  ["model: {id: a}\nrisk: high", "wrong-type", "map"],
  ["model: {id: a}\nmodel: {id: b}", "duplicate-key", "map"],
  ["- a", "wrong-type", null],
  ["just text", "wrong-type", null],
  ["name: a", "missing-key", "map"],
  ["model: {id: a}\nmetrics: [{name: auc, value: TODO}]", "wrong-value", "map"],
  ["model: {id: a}\nmetrics: [{name: auc, value: '1,2,3'}]", "unreadable-number", "map"],
  ["model: {id: a}\nmetrics: [{name: auc, value: .inf}]", "wrong-type", "map"],
  ["model: {id: a}\nmetrics: [{name: auc}]", "missing-key", "map"],
  ["model: {id: a}\nvalidation: {next_review: 31.1.2027}", "wrong-value", "map"],
  [`a: &a [x]\nb: &b [${"*a,".repeat(500)}]\nc: [${"*b,".repeat(500)}]`, "alias-bomb", null],
  ["[".repeat(10_000), "too-deep", null],
  [new Uint8Array([0x61, 0x0a, 0xff]), "not-utf8", null],
  [new Uint8Array([0x61, 0]), "binary", null],
  ["", "empty", null],
  ["x".repeat(CAPS.documentBytes + 1), "over-cap", null],
])("card %#: %s", async (content, code, root) => {
  const card = await nativeCard(content);
  expect(card.root?.kind ?? null).toBe(root);
  expect(card.problems.map((problem) => problem.code)).toContain(code);
  for (const problem of card.problems) expect(problem.at.path).toBe("models/a/model-card.yaml");
});

test.each(['{"model": ', '{"model": {"id": "a"},}'])("%j is invalid JSON", async (text) => {
  expect(await nativeCard(text, "model-card.json")).toMatchObject({
    root: null,
    problems: [{ code: "invalid-json" }],
  });
});

test.each(["models", "models/none.yaml", "../model-card.yaml"])("%s is refused", async (path) => {
  const tree = memoryTree({ "models/a/model-card.yaml": "model: {id: a}" });
  expect(await readNativeCard(tree, path, CAPS)).toMatchObject({
    root: null,
    problems: [{ code: "refused" }],
  });
});

test("claims over the cap are told of and not read", async () => {
  const claims = Array.from({ length: 5 }, (_, i) => `{name: m${i}, value: 1}`).join(", ");
  const text = `model: {id: a}\nmetrics: [${claims}]`;
  const card = await nativeCard(text, "model-card.yaml", { ...CAPS, claims: 3 });
  expect(card.problems).toMatchObject([{ code: "over-cap", about: "claims", at: { line: 2, column: 10 } }]);
  expect(card.root?.entries.get("metrics")?.value).toMatchObject({ items: { length: 3 } });
});

describe("the schema", () => {
  test("is a valid JSON Schema that the strict engine takes", () => {
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  });

  test("has the words of the record", () => {
    const { model, risk } = schema.properties;
    expect(model.properties.task.enum).toEqual(TASKS);
    expect(model.properties.lifecycle.enum).toEqual(LIFECYCLES);
    expect(model.properties.owners.items.properties.role.enum).toEqual(OWNER_ROLES);
    expect(risk.properties.tier.enum).toEqual(TIERS);
    expect(risk.properties.factors.properties.autonomy.enum).toEqual(AUTONOMY);
  });

  test("describes every key, and takes the author's own keys everywhere", () => {
    const lacking: string[] = [];
    const visit = (part: Record<string, unknown>, path: string): void => {
      if (typeof part.description !== "string") lacking.push(path);
      const own = part.patternProperties as object | undefined;
      if (part.properties && !Object.hasOwn(own ?? {}, "^x-")) lacking.push(`${path} x-`);
      if (part.properties && part.additionalProperties !== false) lacking.push(`${path} closed`);
      for (const [key, child] of Object.entries(part.properties ?? {})) visit(child, `${path}/${key}`);
      if (part.items) visit(part.items as Record<string, unknown>, `${path}/items`);
    };
    visit(schema, "");
    for (const [name, part] of Object.entries(schema.$defs)) visit(part as Record<string, unknown>, name);
    expect(lacking).toEqual([]);
  });
});

test.each([
  ["models/a b/model-card.yaml", "name: a", "add `model: { id: a-b }`"],
  ["models/a/model-card.yaml", "model: {name: A}", "add `id: a`"],
  ["7/model-card.yaml", "model: {name: A}", 'add `id: "7"`'],
  ["model-card.yaml", "model: {name: A}", "add `id: model`"],
  ["a/model-card.json", '{"model": {"name": "A"}}', 'add `"id": "a"`'],
  ["a/model-card.json", "{}", 'add `"model": { "id": "a" }`'],
])("%s that lacks an id is told one: %s", async (path, text, fix) => {
  const { problems } = await nativeCard(text, path);
  expect(problems.find(({ code }) => code === "missing-key")?.fix).toBe(fix);
});

test.each([
  ["prediction", "write `kind: predictions`"],
  ["Predictions", "write `kind: predictions`"],
  ["data set", "write `kind: dataset`"],
  ["scan", null],
  ["predictions", null],
])("evidence of kind %s", async (kind, fix) => {
  const { problems } = await nativeCard(`model: {id: a}\nevidence:\n  - {kind: ${kind}, path: a.csv}`);
  expect(problems).toMatchObject(
    fix === null ? [] : [{ code: "misspelt-kind", fix, at: { line: 3, column: 12 } }],
  );
});

test("free text may stand for a list of it", async () => {
  const card = await nativeCard(
    "model: {id: a}\nuse: {out_of_scope: Price}\nlimitations: Old pumps.\nethical_considerations: None are scored.",
  );
  expect(card.problems).toEqual([]);
});
