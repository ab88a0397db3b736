import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { renderJson } from "../../../src/report/renderings/json.ts";
import { REPORT_KEYS } from "../../../src/report/renderings/key-order.ts";
import type { Report } from "../../../src/report/report.ts";
import { HOSTILE } from "../../support/hostile.ts";
import { hostileReport } from "../../support/hostile-report.ts";
import { reportOn, sampleModels, sampleReport } from "../../support/sample-report.ts";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
}

const schema: Schema = JSON.parse(
  readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** The value with every object's keys in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe("renderJson", () => {
  it("is the report, indented, with a last newline", () => {
    const text = renderJson(sampleReport());
    expect(JSON.parse(text)).toEqual(sampleReport());
    expect(text).toMatch(/^\{\n {2}"schema": "effective-challenge\/report\/v1",\n {2}"tool": \{\n/);
    expect(text).toMatch(/\}\n$/);
  });

  it("gives the same bytes in whatever order the report was built", () => {
    expect(renderJson(reversed(sampleReport()) as Report)).toBe(renderJson(sampleReport()));
  });

  it.each(Object.entries(HOSTILE))("keeps %s whole, and away from a log", (_, text) => {
    const written = renderJson(hostileReport(text));
    expect(JSON.parse(written)).toEqual(hostileReport(text));
    expect(written).not.toMatch(/##|^\s*::|[^\P{Cc}\n]|\p{Cf}/mu);
  });
});

describe("report.schema.json", () => {
  it.each([
    ["the sample", sampleReport()],
    ["one model", reportOn(sampleModels.conditions)],
    ["nothing", sampleReport({ models: [], recommendation: null, policyChange: null, notices: [] })],
  ])("accepts %s", (_, report) => {
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ["an unknown key", { ...sampleReport(), extra: 1 }],
    ["another recommendation", { ...sampleReport(), recommendation: "reject" }],
    ["a finding without its fix", sampleReport({ notices: [{ says: "x", at: null } as never] })],
    [
      "a line that is none",
      sampleReport({
        notices: [
          { says: "x", fix: "y", blocking: false, at: { path: "a", line: 0, column: 1, pointer: "" } },
        ],
      }),
    ],
  ])("refuses %s", (_, report) => {
    expect(validate(report)).toBe(false);
  });

  it("has the keys of the contract, in its order, each described and no later one required, and no others", () => {
    compare(REPORT_KEYS, schema, "report");
  });
});

/** Came after the first reports were stored, which have to stay valid. */
const LATER = new Set(["report.policyChange.shifts", "report.policyChange.shifts.texts"]);

function compare(keys: unknown, found: Schema, path: string): void {
  const at = resolved(found);
  if (typeof keys !== "object" || keys === null) {
    if (keys === "record") expect(at.additionalProperties, path).toBeTypeOf("object");
    return;
  }
  expect(Object.keys(at.properties ?? {}), path).toEqual(Object.keys(keys));
  const required = Object.keys(keys).filter((key) => !LATER.has(`${path}.${key}`));
  expect(at.required, path).toEqual(required);
  expect(at.additionalProperties, path).toBe(false);
  for (const [key, inner] of Object.entries(keys)) {
    const property = at.properties?.[key] ?? {};
    expect(property.description ?? resolved(property).description, `${path}.${key}`).toMatch(/\w/);
    compare(inner, property, `${path}.${key}`);
  }
}

function resolved(found: Schema): Schema {
  if (found.items !== undefined) return resolved(found.items);
  const reference = found.$ref ?? found.anyOf?.find(({ $ref }) => $ref !== undefined)?.$ref;
  if (reference === undefined) return found;
  const named = schema.$defs?.[reference.replace("#/$defs/", "")];
  if (named === undefined) throw new Error(`${reference} is not defined`);
  return named;
}
