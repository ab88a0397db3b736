import { flow } from "../../policy/compare/words.ts";
import { originOf } from "../../policy/layers.ts";
import { below } from "../../policy/leaves.ts";
import type { Policy, PolicyFile } from "../../policy/policy.ts";
import type { CustomRuleDefinition } from "../../rules/custom/definition.ts";

/** One text of a custom rule as its policy writes it; of what it needs, each by itself. */
export interface ExplainedText {
  readonly key: (typeof KEYS)[number];
  readonly text: string;
  /** `path:line` */
  readonly at: string;
}

/** What a policy's own rule is made of; null for a rule that ships with the tool. */
export function explainedDefinition(id: string, { files }: Policy): readonly ExplainedText[] | null {
  for (const file of files) {
    const written = file.definitions.get(id);
    if (written) return KEYS.flatMap((key) => textsOf(written, key, file, below("/custom_rules", id)));
  }
  return null;
}

/** In the order in which they are asked. */
const KEYS = [
  "needs",
  "when",
  "check",
  "message",
  "fix",
  "at",
] as const satisfies (keyof CustomRuleDefinition)[];

function textsOf(
  written: CustomRuleDefinition,
  key: (typeof KEYS)[number],
  file: PolicyFile,
  rule: string,
): readonly ExplainedText[] {
  const text = (value: unknown, pointer: string): ExplainedText => {
    const { path, line } = originOf(file, pointer);
    return { key, text: flow(value).trim(), at: `${path}:${line}` };
  };
  const value = written[key];
  if (value === undefined) return [];
  const pointer = below(rule, key);
  return typeof value === "string"
    ? [text(value, pointer)]
    : value.map((need, index) => text(need, below(pointer, String(index))));
}
