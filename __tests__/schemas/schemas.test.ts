import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { shippedControls } from "../../src/main/shipped-controls.ts";
import { coverageOf } from "../../src/report/coverage/cover.ts";
import { coverageJson } from "../../src/report/coverage/json.ts";
import { renderJson } from "../../src/report/renderings/json.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { policySchema } from "../../tools/docs/policy-schema.ts";
import { type Free, misspelt } from "../support/misspelt.ts";
import { sampleReport } from "../support/sample-report.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const filesIn = (folder: string, ending: string) =>
  readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(ending));
const schemaOf = (name: string): AnySchemaObject => JSON.parse(read(`schemas/${name}.schema.json`));
const strict = () => new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const compiled = (name: string): ValidateFunction => strict().compile(schemaOf(name));

describe.each(filesIn("schemas/", ".json"))("schemas/%s", (file) => {
  const schema = schemaOf(file.replace(/\.schema\.json$/, ""));

  it("is a JSON Schema of 2020-12, and says so", () => {
    const ajv = strict();
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).toBe(`https://effective-challenge.dev/schemas/${file}`);
  });

  it("has no keyword that means nothing, and no reference to nowhere", () => {
    expect(() => strict().compile(schema)).not.toThrow();
  });

  it("is held to that: the same with a type that is none is refused", () => {
    const wrong = { ...schema, properties: { ...schema.properties, wrong: { type: "strng" } } };
    expect(strict().validateSchema(wrong)).toBe(false);
    expect(() => strict().compile({ ...schema, proprties: {} })).toThrow("proprties");
  });
});

const SHIPPED: readonly (readonly [file: string, schema: string, content: unknown])[] = [
  ...filesIn("policies/", ".yaml").map((name) =>
    shipped(`policies/${name}`, name.endsWith(".test.yaml") ? "policy-test" : "policy"),
  ),
  shipped("effective-challenge.yaml", "configuration"),
  ["an empty configuration", "configuration", {}],
  [
    "a configuration of everything",
    "configuration",
    { policy: "baseline", exclude: ["old/**"], limits: { models: 5, tableRows: 100 }, "x-team": "blue" },
  ],
  ["the sample report", "report", JSON.parse(renderJson(sampleReport()))],
  shipped("controls/controls.yaml", "controls"),
  ...filesIn("controls/frameworks/", ".yaml").map((name) =>
    shipped(`controls/frameworks/${name}`, "framework"),
  ),
  ["the coverage of the sample report", "coverage", JSON.parse(coverageJson(await sampleCoverage()))],
];

/** Maps whose keys are names that someone gives: domains, rules, their parameters, slices, files, keys of one's own. */
const NAMES =
  /(?:^|\/)(?:domains|families|rules|custom_rules|parameters|params|slice|cards|facts|(?:before_)?evidence|receivers|groups|groups\/\w+|features|shares|terms\/\w+)$/;

/** Cards of policy tests are held to the card's schema when all that they extend is there. */
const PARTS_OF_CARDS =
  /^\/(?:cards\/[\w-]+|tests\/\d+\/(?:card|each)|facts\/[\w-]+\/before|tests\/\d+\/facts\/before)$/;

const FREE: Free = { names: NAMES, values: /\/parameters$/, parts: PARTS_OF_CARDS };

async function sampleCoverage() {
  const { models } = sampleReport();
  const report = sampleReport({ models: models.slice(1, 2) });
  return coverageOf(report, await shippedControls(), "sr-11-7", RULES);
}

function shipped(file: string, schema: string): readonly [string, string, unknown] {
  return [file, schema, parse(read(file), { merge: true })];
}

it("a policy's schema has every rule with its question and its parameters, as npm run docs writes it", () => {
  expect(read("schemas/policy.schema.json")).toBe(policySchema());
  const { rules } = schemaOf("policy")["$defs"];
  expect(Object.keys(rules.properties)).toEqual(RULES.map(({ id }) => id));
  const validate = compiled("policy");
  const setting = (id: string, of: object) => ({ name: "a", version: 1, rules: { [id]: of } });
  for (const { id, question, parameters } of RULES) {
    expect(rules.properties[id].description).toBe(question);
    const defaults = Object.entries(parameters).map(([name, schema]) => [name, schema.default]);
    expect(validate(setting(id, { parameters: Object.fromEntries(defaults) })), id).toBe(true);
    expect(validate(setting(id, { parameters: { nothingSuch: 1 } })), id).toBe(false);
  }
  expect(validate(setting("ours/on-call", { severity: "high" }))).toBe(true);
  expect(validate(setting("On call", { severity: "high" }))).toBe(false);
});

it("every bundled policy and this repository's own configuration are there to be checked", () => {
  expect(SHIPPED.flatMap(([, , content]) => misspelt(content, FREE)).length).toBeGreaterThan(300);
  expect(SHIPPED.map(([file]) => file)).toEqual(
    expect.arrayContaining([
      "policies/baseline.yaml",
      "policies/baseline.test.yaml",
      "effective-challenge.yaml",
    ]),
  );
});

describe.each(SHIPPED)("%s", (_, schema, content) => {
  const validate = compiled(schema);

  it("is as its schema says", () => {
    validate(content);
    expect(validate.errors).toBeNull();
  });

  it("is refused with any key misspelt", () => {
    const taken = misspelt(content, FREE).filter(({ wrong }) => validate(wrong));
    expect(taken.map(({ path }) => path)).toEqual([]);
  });
});
