import { type Example, failingFiles, passingFiles } from "../../src/rules/example.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { pageOf } from "../../tools/docs/pages.ts";
import { judgedExample } from "../../tools/docs/rule/judged-example.ts";

/** What a rule is held against: the files of the repository, and the controls that are stated. */
export interface Holdings {
  readonly has: (path: string) => boolean;
  readonly controls: ReadonlySet<string>;
}

/** What a rule does not come with: CI refuses it while there is anything. */
export async function lacksOf(rule: AnyRule, { has, controls }: Holdings): Promise<readonly string[]> {
  const { id, example } = rule;
  const paths = [`src/rules/${id}.ts`, `__tests__/rules/${id}.test.ts`, pageOf(id)];
  const unknown = rule.controls.filter((control) => !controls.has(control));
  return [
    ...paths.filter((path) => !has(path)).map((path) => `${path} is missing`),
    ...(rule.controls.length === 0 ? ["it names no control"] : []),
    ...unknown.map((control) => `controls/controls.yaml has no ${control}`),
    ...(example === null ? ["it has no example"] : await exampleLacks(id, example)),
  ];
}

async function exampleLacks(id: string, example: Example): Promise<readonly string[]> {
  const failing = await judgedExample(id, failingFiles(example));
  const passing = await judgedExample(id, passingFiles(example));
  const isFine = passing.checks.some(({ outcome }) => outcome === "fine");
  return [
    ...(failing.findings.length === 0 ? ["its failing example is not found wanting"] : []),
    ...(isFine ? [] : ["its passing example is not fine"]),
    ...passing.findings.map(({ says }) => `its passing example is found wanting: ${says}`),
  ];
}
