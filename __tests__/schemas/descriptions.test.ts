import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../schemas/", import.meta.url);
/** What a program writes and no one edits by hand; their pages say what is in them. */
const WRITTEN_BY_PROGRAMS = new Set([
  "analysis",
  "controls",
  "coverage",
  "explained-rule",
  "explained-tiers",
  "framework",
  "policy-diff",
  "report",
  "shown-policy",
]);

type Json = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a pointer such as `#/$defs/tier` leads to. */
function at(root: Json, pointer: string): unknown {
  return pointer
    .slice(2)
    .split("/")
    .reduce<unknown>((value, part) => (isMap(value) ? value[part] : undefined), root);
}

/** An editor shows a property's own description, or that of what it refers to. */
function isDescribed(property: unknown, root: Json): boolean {
  if (!isMap(property)) return false;
  if (typeof property.description === "string" && property.description.length > 5) return true;
  return typeof property.$ref === "string" && isDescribed(at(root, property.$ref), root);
}

/** The pointers of properties that no hover could tell about. */
function undescribed(value: unknown, root: Json, pointer = ""): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => undescribed(item, root, `${pointer}/${index}`));
  if (!isMap(value)) return [];
  const properties = isMap(value.properties) ? Object.entries(value.properties) : [];
  return [
    ...properties
      .filter(([, property]) => !isDescribed(property, root))
      .map(([name]) => `${pointer}/properties/${name}`),
    ...Object.entries(value).flatMap(([key, inner]) => undescribed(inner, root, `${pointer}/${key}`)),
  ];
}

const edited = readdirSync(FOLDER)
  .map((name) => name.replace(/\.schema\.json$/, ""))
  .filter((name) => !WRITTEN_BY_PROGRAMS.has(name));

describe("the schemas that editors use", () => {
  it("are those of the card, the policy and the configuration, at least", () => {
    expect(edited).toEqual(expect.arrayContaining(["configuration", "model-card", "policy"]));
  });

  it.each(edited)("%s describes every property", (name) => {
    const root: unknown = JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), "utf8"));
    expect(isMap(root) && undescribed(root, root)).toEqual([]);
  });

  it("one that does not is found, also where it refers to what does not", () => {
    const root = {
      properties: { a: { $ref: "#/$defs/x" }, b: { $ref: "#/$defs/y" }, c: { description: "What c is." } },
      $defs: { x: { type: "string" }, y: { description: "What y is.", properties: { d: {} } } },
    };
    expect(undescribed(root, root)).toEqual(["/properties/a", "/$defs/y/properties/d"]);
  });
});
