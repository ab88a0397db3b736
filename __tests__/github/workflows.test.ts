import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { actionMetadata } from "../support/action-metadata.ts";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const OURS = "effective-challenge/effective-challenge";
const { inputs, outputs, runs } = actionMetadata();
const { version } = JSON.parse(read("package.json")) as { version: string };

const pages = [
  ...readdirSync(new URL("docs", ROOT)).map((name) => `docs/${name}`),
  "README.md",
  "CONTRIBUTING.md",
].filter((path) => path.endsWith(".md") && existsSync(new URL(path, ROOT)));

const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)].map(([, indent = "", yaml = ""], index) => {
    const text = yaml.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    return { name: `${page} block ${index + 1}`, text };
  }),
);

const workflows = blocks.flatMap(({ name, text }) => {
  const [document] = parseAllDocuments(text);
  const value = document?.toJS() as Partial<Workflow> | null;
  return value?.jobs ? [{ name, text, workflow: { ...value, jobs: value.jobs } }] : [];
});

it.each(blocks)("$name is YAML", ({ text }) => {
  expect(parseAllDocuments(text).flatMap(({ errors }) => errors.map(String))).toEqual([]);
});

describe.each(workflows)("the workflow in $name", ({ text, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);
  const ours = steps.filter((step) => step.uses?.startsWith(OURS));

  it("pins each action to a tag, and ours to this version's", () => {
    for (const { uses } of steps)
      expect(uses ?? "run").toMatch(/^(run|\.\/|[\w.-]+(\/[\w.-]+)+@(v\d+|[0-9a-f]{40}))/);
    for (const { uses } of ours) expect(uses).toBe(`${OURS}@v${version.split(".")[0]}`);
  });

  it("gives our action only inputs that it has, and reads only its outputs", () => {
    for (const step of ours) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      if (step.id === undefined) continue;
      const used = [...text.matchAll(new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, "g"))];
      expect(Object.keys(outputs)).toEqual(expect.arrayContaining(used.map(([, name]) => name)));
    }
  });

  it("needs only jobs that are there, and may check out", () => {
    for (const job of jobs) {
      expect(Object.keys(workflow.jobs)).toEqual(expect.arrayContaining([job.needs ?? []].flat()));
      expect(job.permissions ?? workflow.permissions).toMatchObject({ contents: "read" });
    }
  });
});

describe("docs/workflows.md", () => {
  const page = read("docs/workflows.md");
  const rows = (heading: string) => [
    ...(page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(
      /^\| `([^`]+)` \| (?:`(.*?)`)?/gm,
    ),
  ];

  it("lists every input with its default", () => {
    const listed = rows("Inputs").map(([, name, value = ""]) => [name, value]);
    expect(listed).toEqual(Object.entries(inputs).map(([name, { default: value = "" }]) => [name, value]));
  });

  it("lists every output", () => {
    expect(rows("Outputs").map(([, name]) => name)).toEqual(Object.keys(outputs));
  });

  it("shows the deploy that needs the gate", () => {
    const deploys = workflows
      .flatMap(({ workflow }) => Object.values(workflow.jobs))
      .filter(({ needs }) => needs);
    expect(deploys).toHaveLength(1);
  });
});

describe("action.yml", () => {
  it("runs the bundle on Node 24", () => {
    expect(runs).toEqual({ using: "node24", main: "dist/action.js" });
  });

  it("describes each input and output in a sentence, and gives each input a default as text", () => {
    for (const { description } of [...Object.values(inputs), ...Object.values(outputs)]) {
      expect(description).toMatch(/^[A-Z].*\.$/s);
    }
    for (const input of Object.values(inputs)) expect(input.default).toBeTypeOf("string");
  });
});
