import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedControls } from "../../src/main/shipped-controls.ts";
import { FRAMEWORK_NAMES, FRAMEWORKS } from "../../src/report/coverage/frameworks.ts";
import { reachedItems } from "../../src/report/coverage/reached.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { inRoot } from "../../tools/docs/root.ts";

describe("the control catalogue", async () => {
  const { controls } = await shippedControls();
  const ids = new Set(controls.map(({ id }) => id));
  const used = new Set(RULES.flatMap((rule) => rule.controls));

  it.each(RULES.map((rule) => [rule.id, rule.controls] as const))("has every control of %s", (_, named) => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(controls.map(({ id, verified }) => [id, verified] as const))(
    "says of %s that it is %s as the rules have it",
    (id, verified) => {
      expect(verified !== "not-automated").toBe(used.has(id));
    },
  );

  it("numbers each group on its own, and keeps it together", () => {
    const prefixes = controls.map(({ id, group }) => `${id.slice(0, 3)} ${group}`);
    const runs = prefixes.filter((prefix, index) => prefix !== prefixes[index - 1]);
    expect(runs).toEqual([...new Set(prefixes)]);
    expect(new Set(runs.map((run) => run.slice(0, 3))).size).toBe(runs.length);
  });

  it("has a place in a framework for every control", () => {
    expect(controls.filter(({ frameworks }) => Object.keys(frameworks).length === 0)).toEqual([]);
  });
});

describe("the frameworks", async () => {
  const { controls, frameworks } = await shippedControls();

  it("are those of the command line, under the same names", () => {
    expect(Object.fromEntries(frameworks.map(({ id, name }) => [id, name]))).toEqual(FRAMEWORK_NAMES);
    expect(frameworks.map(({ id }) => id)).toEqual(FRAMEWORKS);
  });

  /** What an id of each looks like: a slip of the pen is no item. */
  const SHAPES: Readonly<Record<string, RegExp>> = {
    "nist-ai-rmf": /^(?:GOVERN|MAP|MEASURE|MANAGE) [1-6]\.\d{1,2}$/,
    "nist-ai-600-1": /^(?:GV|MP|MS|MG)-[1-6]\.\d{1,2}-0\d\d$/,
    "iso-42001": /^A\.(?:[2-9]|10)(?:\.\d){1,2}$/,
    "iso-23894": /^[56](?:\.\d){1,3}$/,
    "eu-ai-act": /^(?:Article \d{1,3}|Annex [IVX]+)(?:\((?:\d{1,2}|[a-z])\))*$/,
    "sr-11-7": /^[IV]+\. [A-Z]/,
    "soc-2": /^CC[1-9]\.\d$/,
  };

  it.each(frameworks.map((framework) => [framework.id, framework] as const))("%s", (id, framework) => {
    const shape = SHAPES[id];
    expect(framework.items.filter((item) => !shape?.test(item.id))).toEqual([]);
    expect(framework.items.length).toBeLessThanOrEqual(framework.total ?? Number.POSITIVE_INFINITY);
    expect(reachedItems(framework, controls).length).toBeGreaterThan(5);
    const placed = new Map(controls.map((control) => [control.id, control.frameworks[id] ?? []]));
    for (const left of framework.not_confirmed ?? []) expect(placed.get(left.control)).not.toContain(left.id);
  });

  it("hold every action of NIST AI 600-1 under a subcategory of the AI RMF", () => {
    const [rmf, profile] = frameworks;
    const subcategories = new Set(rmf?.items.map(({ id }) => id));
    const functions = { GV: "GOVERN", MP: "MAP", MS: "MEASURE", MG: "MANAGE" } as const;
    const parents = profile?.items.map(({ id }) =>
      id.replace(/^(GV|MP|MS|MG)-(\d\.\d+)-\d+$/, (_, head: keyof typeof functions, number: string) => {
        return `${functions[head]} ${number}`;
      }),
    );
    expect(parents?.filter((parent) => !subcategories.has(parent))).toEqual([]);
  });
});

it("nothing that we write says that a model meets a framework as a whole", () => {
  const verdict = new RegExp(["compl", "iant"].join(""), "i");
  const files = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "action.yml", "package.json"];
  for (const folder of ["src", "docs", "controls", "schemas", "policies", "tools/docs", "examples"]) {
    const below = readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" });
    files.push(
      ...below.filter((name) => /\.(?:ts|md|ya?ml|json)$/.test(name)).map((name) => `${folder}/${name}`),
    );
  }
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => verdict.test(readFileSync(inRoot(file), "utf8")))).toEqual([]);
});
