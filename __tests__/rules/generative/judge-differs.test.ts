import rule from "../../../src/rules/generative/judge-differs.ts";
import { cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shown, shownFacts, subject } from "../../support/shown.ts";

const files = cardWith({ model: "task: generation" });
const judged = (target: string | null, judge: string | null) => [
  shownFacts(fact("attempts", { target, judge })),
];

testRule(rule, [
  { name: "no judge", files, shown: judged("gpt-4o", null), expects: [notApplicable("a model that judged")] },
  ...[
    ["openai:chat:gpt-4o", "openai/gpt-4o"],
    ["gpt-4o", "gpt-4o-2024-08-06"],
    ["azure:chat:GPT-4o", "gpt-4o:latest"],
    ["ollama:llama3:8b", "llama3:8b"],
    ["huggingface/meta-llama/Llama-3-8B", "meta-llama/Llama-3-8B"],
  ].map(([target = "", judge = ""]) => ({
    name: `${judge} is ${target}`,
    files,
    shown: judged(target, judge),
    expects: [finding({ says: `answers of ${target} were judged by ${judge}`, fix: "another model" })],
  })),
  ...[
    ["gpt-4o-mini", "gpt-4o"],
    ["llama3:8b", "llama3:70b"],
    ["openai:gpt-4o", "anthropic:claude-3-5-sonnet"],
  ].map(([target = "", judge = ""]) => ({
    name: `${judge} is not ${target}`,
    files,
    shown: judged(target, judge),
    expects: [fine("1 of 1 pairs")],
  })),
  {
    name: "nobody says who answered",
    files,
    shown: judged(null, "gpt-4o"),
    expects: [cannotTell({ about: "judge|evidence/tool.json|gpt-4o", says: "who gave them" })],
  },
  {
    name: "a model judged that the file does not name",
    files,
    shown: judged("gpt-4o", ""),
    expects: [cannotTell({ about: "judge|evidence/tool.json|unnamed", says: "does not say which" })],
  },
  {
    name: "the file says it of all",
    files,
    shown: [
      shown({ ...subject({ model: "gpt-4o" }), facts: [fact("attempts", { judge: "openai:gpt-4o" })] }),
    ],
    expects: [finding({})],
  },
  {
    name: "one pair is one answer, however often",
    files,
    shown: [
      shownFacts(...Array.from({ length: 1_000 }, () => fact("attempts", { target: "a", judge: "a" }))),
    ],
    expects: [finding({})],
  },
]);
